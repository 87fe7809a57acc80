"""`python -m tests.benchmarks.exports [--rows N] [--times N] [--formats NAME,...]`: each format that writes quotes.

Each export runs in a process of its own on a made-up case. Told are quotes a second of processor time, and the most
memory it took. Beside it stands the bare writer: what the format's library does with the same data, ready in memory,
and nothing around it. An export has to read the quotes and tell all that is known of them before its format begins, so
it is also set beside a bare writer that waits for that.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from statistics import median
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.exports.bare_writers import BARE
from tests.benchmarks.exports.case import case_of
from workbench.export.formats import FORMATS

FEW: dict[str, int] = {"bare": 20_000, "docx": 20_000, "pdf": 200, "obsidian": 20_000}
"""Bare writers have their data in memory; these formats make documents that nobody reads at a hundred thousand."""
COLUMNS = ("format", "quotes", "quotes/s", "peak MB", "library", "bare/s", "ratio", "read + bare/s", "ratio")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exports")
    parser.add_argument("--rows", type=int, default=100_000, help="quotes of the case")
    parser.add_argument("--times", type=int, default=1, help="turns of each")
    parser.add_argument("--formats", default="", help="only these, with commas between them")
    given = parser.parse_args()
    chosen = given.formats.split(",") if given.formats else [n for n, f in FORMATS.items() if "quotes" in f.panes]
    reading = measured("read", "jsonl", given.rows, given.times)
    table = Table(box=SIMPLE)
    for name in COLUMNS:
        table.add_column(name, justify="left" if name in ("format", "library") else "right")
    table.add_row("(reading alone)", f"{given.rows:,}", f"{reading['rate']:,.0f}", f"{reading['peak']:,.0f}")
    for name in chosen:
        table.add_row(name, *cells(name, given.rows, given.times, reading["rate"]))
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    console = Console(width=130)
    console.print(f"{given.times} turns; {os.cpu_count()} processors, load average {load}")
    console.print(table)


def cells(name: str, most: int, times: int, reading: float) -> list[str]:
    """The figures of a format."""
    rows = min(most, FEW.get(name, most))
    ours = measured("export", name, rows, times)
    if "failed" in ours:
        return [f"{rows:,}", ours["failed"]]
    found = [f"{rows:,}", f"{ours['rate']:,.0f}", f"{ours['peak']:,.0f}"]
    if name not in BARE:
        return found
    bare = measured("bare", name, min(rows, FEW["bare"]), times)["rate"]
    both = 1 / (1 / bare + 1 / reading)
    ratios = [f"{bare:,.0f}", f"{ours['rate'] / bare:.2f}", f"{both:,.0f}", f"{ours['rate'] / both:.2f}"]
    return [*found, BARE[name].library, *ratios]


def measured(what: str, name: str, rows: int, times: int) -> dict[str, Any]:
    """The median rate of some turns, and the most memory of any; or why there is none."""
    case_of(rows)
    command = [sys.executable, "-m", "tests.benchmarks.exports.measure", what, name, str(rows)]
    found = []
    for _ in range(times):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return {"failed": (done.stderr.strip().splitlines() or ["?"])[-1], "rate": 1.0}
        found.append(json.loads(done.stdout))
    return {"rate": median(each["rate"] for each in found), "peak": max(each["peak"] for each in found)}


if __name__ == "__main__":
    main()
