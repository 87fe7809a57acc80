"""`python -m tests.benchmarks.tui [--json] [--times N]`: does the desk answer at once, with 100,000 articles too?

Everything is measured from outside, in a pty of 120 by 40, as the analyst's terminal sees it; harlequin, which is made
with the same Textual, is started on the same SQLite file in the same run.

- start: from the fork until the frame that has the first row of the first list (of harlequin: the tree of tables).
- a key: from the write of its bytes to the end of the first frame that paints anything (Textual marks the ends of
  frames for a terminal that knows synchronized updates, as this one says it does); keys are sent when the program is at
  rest. Letters of a search come every 120 ms, and count when a frame has the whole of what is typed. "until all is
  there" goes on to the last frame before the program is at rest again: nothing painted, nothing worked at for 250 ms.
- memory: the resident set once the desk is at rest, and after all the keys.

The case, which takes two minutes to make, and the peer's environment are kept in the user's cache folder.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tests.benchmarks.tui import cases, measure, report
from tests.benchmarks.tui.measure import Program, Started
from tests.benchmarks.tui.peer import harlequin
from tests.benchmarks.tui.report import Row
from workbench.work import Case

FEW = 5
HELP, FEW_START, MANY_START, MEMORY = 0.25, 1.0, 1.5, 250.0
"""The targets."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tui")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--times", type=int, default=5, help="how often each program is started")
    given = parser.parse_args()
    few, many = (cases.case_of(count) for count in (FEW, cases.MANY))
    peer = harlequin()
    rows = list(measured(few, many, peer, given.times))
    load = os.getloadavg()
    if given.json:
        print(json.dumps({"load": load, "rows": [row.record() for row in rows]}, indent=2))
        return
    words = "load average " + " ".join(f"{value:.2f}" for value in load)
    Console().print(report.table(rows, f"The desk, from outside; {os.cpu_count()} processors, {words}"))


def measured(few: Path, many: Path, peer: Path | None, times: int) -> Iterator[Row]:
    """Every row."""
    with measure.at_home() as environment:
        theirs = (0.0, 0.0) if peer is None else measure.help_of(Program((str(peer),)), environment, times)
        wall, cpu = measure.help_of(Program((sys.executable, "-m", "workbench")), environment, times)
        yield Row("--help", "s", wall, theirs[0] or None, HELP)
        yield Row("--help, processor time", "s", cpu, theirs[1] or None)
        for case, target in ((few, FEW_START), (many, MANY_START)):
            yield from started(case, peer, environment, times, target)
        keys, memory = measure.pressed(ours_on(many), environment, measure.on_the_desk)
        other = measure.pressed(peer_on(peer, many), environment, measure.in_harlequin) if peer else None
        yield Row("memory after all the keys", "MB", memory, other[1] if other else None, MEMORY)
        yield from report.rows_of_keys(keys, other[0] if other else None)


def started(case: Path, peer: Path | None, environment: dict[str, str], times: int, target: float) -> Iterator[Row]:
    """The start on a case, ours and the peer's in turn."""
    ours: list[Started] = []
    theirs: list[Started] = []
    for _ in range(times):
        ours.append(measure.start(ours_on(case), environment))
        if peer:
            theirs.append(measure.start(peer_on(peer, case), environment))
    what = f"start, {int(case.stem.split('-')[0]):,} articles"
    yield Row(what, "s", *(_middle([each.wall for each in found]) for found in (ours, theirs)), target)
    yield Row(f"{what}, processor time", "s", *(_middle([each.cpu for each in found]) for found in (ours, theirs)))
    yield Row(f"{what}, memory", "MB", *(_middle([each.memory for each in found]) for found in (ours, theirs)), MEMORY)


def _middle(values: list[float]) -> float:
    return statistics.median(values) if values else 0.0


def ours_on(path: Path) -> Program:
    """The desk on a case; it is there when the title of the first article is."""
    with Case.open(path) as case:
        title = case.search("articles", limit=1).rows[0].value.title
    return Program((sys.executable, "-m", "workbench", str(path)), title[:16])


def peer_on(program: Path, case: Path) -> Program:
    """Harlequin on a case; it is there when its tree of tables is."""
    return Program((str(program), "-a", "sqlite", str(case)), "main db")


if __name__ == "__main__":
    main()
