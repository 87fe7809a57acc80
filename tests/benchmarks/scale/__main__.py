"""`python -m tests.benchmarks.scale [--before OTHER] [--articles N] [--stage S]... [--folder F]`: a case that grows.

OTHER is the folder of another checkout (`git worktree add`). Both run with this environment's interpreter and packages,
each on its own code and on cases of its own making, turn about in every stage. The articles are those of PolNeAR train,
which `WORKBENCH_CORPORA` has. Told are seconds of the clock and of the processor, the most memory of the first process
and of the largest worker, and the most that all processes of a command took together, each page that several share
counted once. A line is told as each stage ends; with `--folder` the cases stay there, and a later run measures a single
stage on them.
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.scale.stages import MORE, STAGES, GrowingCase
from tests.benchmarks.side_by_side import ROOT, Checkout, Figures
from tests.benchmarks.tui import measure

TO_REACH = {
    "add the articles, s": 0.30,
    "add the articles, MB together": 0.70,
    "add ten more, s": 0.30,
    "one article to the screen, desk open, s": 0.70,
}
"""What the ratio of each is to be at most."""
AT_MOST = {"MB, parent": 600, "MB, a worker": 500}
OF_THE_FIRST = 0.15
"""What analysing all again is to take at most, as a share of this build's first time."""
Found = Mapping[tuple[str, str], list[float]]
"""The figures of a checkout, turn by turn."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale")
    parser.add_argument("--before", type=Path, help="the folder of the other checkout")
    parser.add_argument("--articles", type=int, default=100, help="how many articles are added to an empty case")
    parser.add_argument("--times", type=int, default=1, help="turns of each checkout")
    parser.add_argument("--stage", choices=STAGES, action="append", help="only this one (may be given again)")
    parser.add_argument("--folder", type=Path, help="where the cases are kept from run to run")
    given = parser.parse_args()
    files = sorted(Path(os.environ["WORKBENCH_CORPORA"], "polnear", "train", "text").glob("*.txt"))
    files = files[: given.articles + MORE + 1]
    console = Console(width=120)
    with ExitStack() as opened:
        folder = given.folder or Path(opened.enter_context(TemporaryDirectory(prefix="workbench-scale-")))
        sides = {"now": ROOT} | ({"before": given.before.resolve()} if given.before else {})
        cases = {
            side: GrowingCase(Checkout.at(code, opened.enter_context(measure.at_home())), folder / side, files)
            for side, code in sides.items()
        }
        found: dict[str, defaultdict[tuple[str, str], list[float]]] = {side: defaultdict(list) for side in cases}
        for stage in given.stage or STAGES:
            for _ in range(given.times):
                for side, case in cases.items():
                    figures = case.measured(stage)
                    console.print(line(side, figures), highlight=False)
                    for figure, value in figures.items():
                        found[side][figure].append(value)
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    words = f"{len(files) - MORE - 1:,} articles, {sum(len(f.read_text('utf-8').split()) for f in files):,} words"
    title = f"{words}; {given.times} turns; {os.cpu_count()} processors, load average {load}"
    console.print(table(found["now"], found.get("before", {}), title))


def line(side: str, figures: Figures) -> str:
    """What a stage of a checkout took, in one line."""
    [what] = {what for what, _ in figures}
    return f"{what}, {side}: " + ", ".join(f"{value:,.1f} {unit}" for (_, unit), value in figures.items())


def table(ours: Found, theirs: Found, title: str) -> Table:
    """The figures, the last of which say what analysing again takes of the first time."""
    made = Table("what", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in ("before", "now", "ratio", "to reach"):
        made.add_column(name, justify="right", no_wrap=True)
    for (what, unit), now in ours.items():
        before = theirs.get((what, unit), [])
        ratio = f"{statistics.median(a / b for a, b in zip(now, before, strict=True) if b):.2f}" if any(before) else ""
        most = TO_REACH.get(f"{what}, {unit}")
        reach = f"≤ {most:.2f}" if most else f"≤ {AT_MOST[unit]}" if unit in AT_MOST else ""
        made.add_row(f"{what}, {unit}", *map(_median, (before, now)), ratio, reach)
    for unit in ("s", "s CPU"):
        shares = [[*_again(each, unit)] for each in (theirs, ours)]
        if shares[1]:
            made.add_row(f"analyse all again, {unit}, of the first", *map(_median, shares), "", f"≤ {OF_THE_FIRST:.2f}")
    return made


def _again(figures: Found, unit: str) -> Iterator[float]:
    first, again = (figures.get((STAGES[stage], unit), []) for stage in ("add", "again"))
    return (a / f for a, f in zip(again, first, strict=False))


def _median(values: Sequence[float]) -> str:
    return f"{statistics.median(values):,.2f}" if values else ""


if __name__ == "__main__":
    main()
