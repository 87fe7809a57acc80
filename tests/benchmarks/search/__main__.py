"""`python -m tests.benchmarks.search [--articles N] [--real N] [--before WORKTREE]`: how long until the first 50 rows?

Processor time of one thread, in milliseconds, p50 and p95 over the questions of a kind and all turns. Each side has a
process of its own, turn about. A row of ours and of tantivy is what a list shows: title, outlet, day and the passage
that matches, and how many match; of bare FTS5 (`ORDER BY rank LIMIT 50` on the same index) it is the id alone.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.search.questions import questions
from tests.benchmarks.search.renamed import renamed_case
from tests.benchmarks.side_by_side import ROOT, Checkout
from tests.benchmarks.tui import cases
from tests.benchmarks.tui.frames import percentile

SCRIPT = Path(__file__).with_name("measure.py")
NONE = "–"
WIDTH = 150
Times = dict[str, dict[str, list[float]]]
"""Who -> what was asked -> seconds."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search")
    parser.add_argument("--articles", type=int, default=cases.MANY, help="articles of the made-up case")
    parser.add_argument("--real", type=int, default=20_000, help="real articles with other names; 0 for none")
    parser.add_argument("--before", type=Path, help="the folder of another checkout, to be measured too")
    parser.add_argument("--times", type=int, default=3, help="turns")
    parser.add_argument("--each", type=int, default=20, help="questions of each kind")
    given = parser.parse_args()
    ours = Checkout.at(ROOT, {})
    theirs = Checkout.at(given.before.resolve(), _cache_of_the_other()) if given.before else None
    for count, make in ((given.articles, cases.case_of), (given.real, renamed_case)):
        if count:
            case = make(count)
            other = theirs and _case_of(theirs, case, count)
            times = measured(ours, case, theirs, other, given)
            load = " ".join(f"{value:.2f}" for value in os.getloadavg())
            Console(width=WIDTH).print(
                table(times, f"{case.name}: {count:,} articles; p50 / p95 in ms; load average {load}")
            )


def _cache_of_the_other() -> dict[str, str]:
    """A place of its own for the other's cases: their schema may be another."""
    return {"XDG_CACHE_HOME": str(cases.folder() / "before")}


def _case_of(checkout: Checkout, case: Path, count: int) -> Path:
    """The other checkout's case with the same articles."""
    if case == cases.case_of(count):
        return checkout.case_of(count)
    code = (
        "import sys; from pathlib import Path; from renamed import renamed_case; print(renamed_case(int(sys.argv[1])))"
    )
    path = f"import sys; sys.path.append({str(SCRIPT.parent)!r}); "
    return Path(checkout.python("-c", path + code, str(count)))


def measured(
    ours: Checkout, case: Path, theirs: Checkout | None, other: Path | None, given: argparse.Namespace
) -> Times:
    """The times of all sides."""
    found: Times = defaultdict(lambda: defaultdict(list))
    asked = questions(case, given.each)
    for turn in range(given.times):
        print(f"{case.name}: turn {turn + 1} of {given.times} ...", end="\r", file=sys.stderr)
        for who, checkout, program, path in sides(ours, case, theirs, other):
            wanted = json.dumps({"case": str(path), "who": program, "questions": asked})
            for what, times in json.loads(checkout.python(str(SCRIPT), given=wanted)).items():
                found[who][what] += times
    return found


def sides(
    ours: Checkout, case: Path, theirs: Checkout | None, other: Path | None
) -> Iterator[tuple[str, Checkout, str, Path]]:
    """Who is measured: the column's name, the code, what of it, and the case."""
    yield "ours", ours, "workbench", case
    if theirs and other:
        yield "before", theirs, "workbench", other
    if find_spec("tantivy"):
        yield "tantivy", ours, "tantivy", case
        yield "its ids", ours, "tantivy ids", case
    yield "bare FTS5", ours, "fts5", case


def table(found: Times, title: str) -> Table:
    """A line for each kind of question; the ratios are of the p95."""
    made = Table("asked", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    others = [who for who in found if who != "ours"]
    for name in (*found, *(f"/ {who}" for who in others)):
        made.add_column(name, justify="right", no_wrap=True)
    for what in found["ours"]:
        shown = [_shown(found[who].get(what, [])) for who in found]
        same = what.removesuffix(", all ranked")
        ratios = [_ratio(found["ours"][what], found[who].get(what) or found[who].get(same, [])) for who in others]
        made.add_row(what, *shown, *ratios)
    return made


def _shown(times: list[float]) -> str:
    return f"{1000 * statistics.median(times):,.1f} / {1000 * percentile(times, 0.95):,.1f}" if times else NONE


def _ratio(ours: list[float], theirs: list[float]) -> str:
    return f"{percentile(ours, 0.95) / percentile(theirs, 0.95):.2f}" if ours and theirs else NONE


if __name__ == "__main__":
    main()
