"""`python -m tests.benchmarks.scale --before OTHER [--articles N]`: a case that grows, beside another build.

OTHER is the folder of another checkout (`git worktree add`). Both run with this environment's interpreter and packages,
each on its own code and on cases of its own making, turn about. The articles are those of PolNeAR train, which
`WORKBENCH_CORPORA` has. Told are seconds of the clock and of the processor, and the most memory that all processes of a
command took together, each page that several share counted once.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.scale.commands import Cost, add_on_the_desk, cost_of
from tests.benchmarks.side_by_side import ROOT, Checkout, Figures, Row, turn_about
from tests.benchmarks.tui import measure

MORE = 10
"""So many articles are added to the case that there is."""
TO_REACH = {
    "add the articles, s": 0.30,
    "add the articles, MB": 0.70,
    "add ten more, s": 0.30,
    "one article to the screen, desk open, s": 0.70,
}
"""What the ratio of each is to be at most."""
OF_THE_FIRST = 0.15
"""What analysing all again is to take at most, as a share of this build's first time."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale")
    parser.add_argument("--before", type=Path, required=True, help="the folder of the other checkout")
    parser.add_argument("--articles", type=int, default=200, help="how many articles are added to an empty case")
    parser.add_argument("--times", type=int, default=1, help="turns of each checkout")
    given = parser.parse_args()
    files = sorted(Path(os.environ["WORKBENCH_CORPORA"], "polnear", "train", "text").glob("*.txt"))
    files = files[: given.articles + MORE + 1]
    with ExitStack() as homes:
        folders = (ROOT, given.before.resolve())
        ours, theirs = (Checkout.at(folder, homes.enter_context(measure.at_home())) for folder in folders)
        rows = [*turn_about(ours, theirs, given.times, lambda checkout: figures(checkout, files))]
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    words = f"{len(files) - MORE - 1:,} articles, {sum(len(f.read_text('utf-8').split()) for f in files):,} words"
    title = f"{words}; {given.times} turns; {os.cpu_count()} processors, load average {load}"
    Console(width=120).print(table(rows, title))


def figures(checkout: Checkout, files: list[Path]) -> Figures:
    """Of a case that grows from nothing."""
    first, more, last = files[: -MORE - 1], files[-MORE - 1 : -1], files[-1]
    found: Figures = {}
    with TemporaryDirectory(prefix="workbench-scale-") as folder:
        case = Path(folder, "case.db")
        found |= _named("add the articles", cost_of(checkout, "add", *first, "--case", case))
        found |= _named("add ten more", cost_of(checkout, "add", *more, "--case", case))
        found |= _named("analyse all again", cost_of(checkout, "analyse", "--all", "--case", case))
        found["one article to the screen, desk open", "s"] = add_on_the_desk(checkout, case, last)
    return found


def _named(what: str, cost: Cost) -> Figures:
    return {(what, "s"): cost.wall, (what, "s CPU"): cost.cpu, (what, "MB"): cost.memory}


def table(rows: list[Row], title: str) -> Table:
    """The rows, the last of which says what analysing again takes of the first time."""
    made = Table("what", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in ("before", "now", "ratio", "to reach"):
        made.add_column(name, justify="right", no_wrap=True)
    for row in [*rows, *_again(rows)]:
        what = f"{row.what}, {row.unit}"
        reach = OF_THE_FIRST if row.unit == "of the first" else TO_REACH.get(what)
        before, now = (f"{_median(values):,.2f}" for values in (row.theirs, row.ours))
        made.add_row(what, before, now, f"{row.ratio:.2f}", f"≤ {reach:.2f}" if reach else "")
    return made


def _again(rows: list[Row]) -> Iterator[Row]:
    by_what = {(row.what, row.unit): row for row in rows}
    first, again = (by_what[what, "s CPU"] for what in ("add the articles", "analyse all again"))
    shares = (tuple(a / f for a, f in zip(*sides, strict=True)) for sides in
              ((again.ours, first.ours), (again.theirs, first.theirs)))  # fmt: skip
    yield Row("analyse all again, CPU", "of the first", *shares)


def _median(values: tuple[float, ...]) -> float:
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    main()
