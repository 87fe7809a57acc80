"""`python -m tests.benchmarks.side_by_side OTHER [--times N] [--json]`: is this checkout as fast as another one?

OTHER is the folder of another checkout (`git worktree add`). Both run with this environment's interpreter and packages,
each on its own code and on cases of its own making, turn about: ours, theirs, ours, theirs. A figure is the median of
the turns. A ratio is taken in each turn, since what else the machine does slows both halves of a turn, and its median
and its spread are told. "no" is said where ours is more than 5 % slower.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.speed.__main__ import texts_in
from tests.benchmarks.speed.measure import THREAD_SETTINGS
from tests.benchmarks.tui import measure
from tests.benchmarks.tui.__main__ import FEW, ours_on
from tests.benchmarks.tui.frames import percentile
from tests.benchmarks.tui.measure import Program
from workbench.config.data_folders import data_folder

ROOT = Path(__file__).parents[2]
WORKBENCH = (sys.executable, "-m", "workbench")
MANY = 2_000
"""Articles of the case that the keys are pressed on: enough for every move to paint something."""
HELPS, STARTS = 10, 3
"""How many turns what takes little time has for one of the others."""
ALLOWED = 1.05
WORDS_A_SECOND = "words/s"
MAKE_CASE = "import sys; from tests.benchmarks.tui import cases; print(cases.case_of(int(sys.argv[1])))"
Figures = dict[tuple[str, str], float]
"""What is measured and its unit (s or words/s) -> the value."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with the product's code, and what makes the interpreter run that code."""

    folder: Path
    environment: Mapping[str, str]

    @classmethod
    def at(cls, folder: Path, home: Mapping[str, str]) -> Checkout:
        """The checkout in a folder, compiled; raises SystemExit where another one's code would run."""
        code = {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", **dict.fromkeys(THREAD_SETTINGS, "1")}
        checkout = cls(folder, {**home, **code})
        found = checkout.python("-c", "import workbench; print(workbench.__file__)")
        if not Path(found).is_relative_to(folder):
            raise SystemExit(f"{folder} holds no workbench: {found} would be measured.")
        checkout.python("-m", "compileall", "-q", str(folder / "workbench"))
        return checkout

    def python(self, *arguments: str, given: str = "") -> str:
        """What the interpreter prints when it runs on this checkout's code."""
        command, environment = [sys.executable, *arguments], {**os.environ, **self.environment}
        done = subprocess.run(command, env=environment, input=given, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout.strip()

    def case_of(self, count: int) -> Path:
        """A case of so many articles, made by this checkout."""
        return Path(self.python("-c", MAKE_CASE, str(count)))

    def desk(self, count: int, first_row: str) -> Program:
        """The desk on that case; it is there when the first row is."""
        return Program((*WORKBENCH, str(self.case_of(count))), first_row)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of both checkouts, turn by turn."""

    what: str
    unit: str
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours as a share of theirs in each turn."""
        return tuple(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))

    @property
    def ratio(self) -> float:
        """The median of the turns' ratios."""
        return statistics.median(self.ratios)

    @property
    def within(self) -> bool:
        """Whether ours is at most 5 % slower."""
        return (1 / self.ratio if self.unit == WORDS_A_SECOND else self.ratio) <= ALLOWED

    def record(self) -> dict[str, object]:
        """The row for JSON."""
        return {"what": self.what, "unit": self.unit, "ours": self.ours, "theirs": self.theirs,
                "ratio": self.ratio, "within": self.within}  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.side_by_side")
    parser.add_argument("other", type=Path, help="the folder of the other checkout")
    parser.add_argument("--times", type=int, default=5, help="turns of each checkout, more where they are short")
    parser.add_argument("--json", action="store_true", help="print every turn's figures as JSON")
    given = parser.parse_args()
    with ExitStack() as homes:
        folders = (ROOT, given.other.resolve())
        ours, theirs = (Checkout.at(folder, homes.enter_context(measure.at_home())) for folder in folders)
        rows = list(measured(ours, theirs, given.times))
    load = os.getloadavg()
    if given.json:
        print(json.dumps({"load": load, "rows": [row.record() for row in rows]}, indent=2))
        return
    words = "load average " + " ".join(f"{value:.2f}" for value in load)
    title = f"This checkout beside {given.other}, {given.times} turns; {os.cpu_count()} processors, {words}"
    Console().print(table(rows, title))


def measured(ours: Checkout, theirs: Checkout, times: int) -> Iterator[Row]:
    """Every row."""
    first_row = {count: ours_on(ours.case_of(count)).ready for count in (FEW, MANY)}
    texts = texts_in(*article_sources(os.environ.get("WORKBENCH_CORPORA", "")))
    yield from turn_about(ours, theirs, HELPS * times, help_figures)
    yield from turn_about(ours, theirs, STARTS * times, lambda checkout: start_figures(checkout, first_row[FEW]))
    yield from turn_about(ours, theirs, times, lambda checkout: key_figures(checkout, first_row[MANY]))
    yield from turn_about(ours, theirs, times, lambda checkout: analysis_figures(checkout, texts))


def turn_about(ours: Checkout, theirs: Checkout, times: int, figures: Callable[[Checkout], Figures]) -> Iterator[Row]:
    """Take the figures of both, one after the other, so many times."""
    found: defaultdict[tuple[str, str], tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for turn in range(times):
        print(f"turn {turn + 1} of {times} ...", end="\r", file=sys.stderr)
        for side, checkout in enumerate((ours, theirs)):
            for figure, value in tried_twice(figures, checkout).items():
                found[figure][side].append(value)
    for (what, unit), values in found.items():
        yield Row(what, unit, *map(tuple, values))


def tried_twice(figures: Callable[[Checkout], Figures], checkout: Checkout) -> Figures:
    """The figures; taken again where a busy machine left the desk so little time that it seemed at rest too early."""
    try:
        return figures(checkout)
    except TimeoutError as error:
        print(f"Measured again in {checkout.folder}: {error}", file=sys.stderr)
        return figures(checkout)


def help_figures(checkout: Checkout) -> Figures:
    """Of `--help`."""
    return {("--help, CPU", "s"): measure.help_of(Program(WORKBENCH), checkout.environment, 1)[1]}


def start_figures(checkout: Checkout, first_row: str) -> Figures:
    """Of the start of the desk on a case, until that text is painted."""
    program = checkout.desk(FEW, first_row)
    with measure.at_home() as home:
        started = measure.start(program, {**checkout.environment, **home})
    what = f"start, {FEW} articles, until the first row"
    return {(what, "s"): started.wall, (f"{what}, CPU", "s"): started.cpu}


def key_figures(checkout: Checkout, first_row: str) -> Figures:
    """Of a fixed walk of keys on the desk, which has no memory of the walk before."""
    program = checkout.desk(MANY, first_row)
    with measure.at_home() as home:
        keys, _ = measure.pressed(program, {**checkout.environment, **home}, measure.on_the_desk)
    paints = keys.all_paints()
    what = f"{len(paints)} keys, {MANY:,} articles"
    return {
        (f"{what}, key to paint, p50", "s"): percentile(paints, 0.5),
        (f"{what}, key to paint, p95", "s"): percentile(paints, 0.95),
        (f"{what}, CPU", "s"): keys.cpu,
    }


def article_sources(corpora: str) -> Iterator[Path]:
    """Where the articles are that both analyse: `seeds/`, and the stories of the dev split where there are any."""
    yield data_folder("seeds")
    if corpora:
        yield from sorted(Path(corpora, "stories", "dev").glob("*/*.txt"))


def analysis_figures(checkout: Checkout, texts: Sequence[str]) -> Figures:
    """Of the analysis in a fresh process: of articles by themselves, and of a case of them."""
    script = str(Path(__file__).with_name("speed") / "measure.py")
    found = json.loads(checkout.python(script, given=json.dumps(texts)))
    words = sum(len(text.split()) for text in texts)
    what = f"{len(texts)} articles, {words:,} words, CPU"
    return {
        (f"analysis, {what}", WORDS_A_SECOND): words / found["reading"],
        (f"analysis of a case, {what}", WORDS_A_SECOND): words / found["case"],
        ("analysis, until two sentences are read, CPU", "s"): found["load"],
    }


def table(rows: Sequence[Row], title: str) -> Table:
    """The rows, and in words whether ours is at most 5 % slower."""
    made = Table("what", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in ("ours", "theirs", "ratio", "spread", "within 5 %"):
        made.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        figures = (_shown(statistics.median(values), row.unit) for values in (row.ours, row.theirs))
        spread = f"{min(row.ratios):.2f} to {max(row.ratios):.2f}"
        made.add_row(row.what, *figures, f"{row.ratio:.3f}", spread, "yes" if row.within else "no")
    return made


def _shown(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if unit == WORDS_A_SECOND else f"{1000 * value:,.1f} ms"


if __name__ == "__main__":
    main()
