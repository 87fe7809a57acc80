"""`python -m tests.benchmarks.tui.first_paint OTHER [--times N]`: how soon is the desk there, and the matrix of many?

OTHER is the folder of an older checkout (`git worktree add`). Both run with this interpreter and its packages, turn
about, beside the barest app that Textual makes: one line of text. Everything is measured from outside, as by
`tests.benchmarks.tui`; a figure is the median of the turns. Each checkout has a case of its own making, kept in the
user's cache folder, since an older one cannot open what a newer one has opened.

- start: from the fork until the frame that has the first row of the first list.
- pane: from the key until the frame that has the pane's first row; of positions, the matrix.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.tui import cases, measure
from tests.benchmarks.tui.measure import Program
from tests.benchmarks.tui.terminal import Terminal
from workbench.model import PANES, Pane
from workbench.work import Case

FEW = 5
HERE = "this checkout"
BARE = "bare Textual"
BARE_TEXT = "Here it is."
_BARE_APP = f"""from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static({BARE_TEXT!r})
Bare().run()"""
_MAKE_CASE = "import sys; from tests.benchmarks.tui import cases; print(cases.case_of(int(sys.argv[1])))"
Figures = defaultdict[tuple[str, str], list[float]]
"""What is measured, and of which program -> seconds, turn by turn."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tui.first_paint")
    parser.add_argument("other", type=Path, help="the folder of the other checkout")
    parser.add_argument("--times", type=int, default=5, help="turns of each")
    given = parser.parse_args()
    checkouts = {HERE: Path(__file__).parents[3], str(given.other): given.other.resolve()}
    figures: Figures = defaultdict(list)
    with measure.at_home() as home:
        environments = {name: code_of(folder) for name, folder in checkouts.items()}
        few, many = ({name: case_of(name, environments[name], count) for name in checkouts}
                     for count in (FEW, cases.MANY))  # fmt: skip
        texts = dict(first_rows(many[HERE]))
        for turn in range(given.times + 1):
            print(f"turn {turn} of {given.times} ...", end="\r", file=sys.stderr)
            for what, whose, seconds in measured(few, many, environments, home, texts):
                if turn:  # the first brings the files into memory
                    figures[what, whose].append(seconds)
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    Console().print(table(figures, str(given.other), f"{given.times} turns, medians; load average {load}"))


def code_of(folder: Path) -> dict[str, str]:
    """What makes the interpreter run the code of a checkout."""
    return {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}


def case_of(name: str, code: Mapping[str, str], count: int) -> Path:
    """A case of so many articles, made by a checkout."""
    own = {} if name == HERE else {"XDG_CACHE_HOME": str(cases.folder() / "older")}
    command = [sys.executable, "-c", _MAKE_CASE, str(count)]
    done = subprocess.run(command, env={**os.environ, **code, **own}, stdout=subprocess.PIPE, text=True, check=True)
    path = Path(done.stdout.strip())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM owed")  # the desk would begin to compare its articles
    return path


def first_rows(path: Path) -> Iterator[tuple[Pane, str]]:
    """The text that says that a pane is there, of the panes that have rows."""
    with Case.open(path) as case:
        for pane in PANES:
            rows = case.search(pane, limit=1).rows
            if pane == "positions":
                yield pane, "ISSUE"
            elif rows:
                value = rows[0].value
                shown = {"articles": "title", "quotes": "text", "facts": "gist", "people": "name"}.get(pane, "body")
                yield pane, str(getattr(value, shown))[:12]


def measured(
    few: Mapping[str, Path], many: Mapping[str, Path], environments: Mapping[str, Mapping[str, str]],
    home: Mapping[str, str], texts: Mapping[Pane, str],
) -> Iterator[tuple[str, str, float]]:  # fmt: skip
    """One turn of all: what, of which program, seconds."""
    bare = measure.start(Program((sys.executable, "-c", _BARE_APP), BARE_TEXT), home)
    yield f"start, {FEW} articles", BARE, bare.wall
    yield f"start, {FEW} articles, processor time", BARE, bare.cpu
    for name, code in environments.items():
        with Case.open(few[HERE]) as case:
            title = case.search("articles", limit=1).rows[0].value.title[:16]
        with measure.at_home() as fresh:
            started = measure.start(Program(desk(few[name]), title), {**fresh, **code})
        yield f"start, {FEW} articles", name, started.wall
        yield f"start, {FEW} articles, processor time", name, started.cpu
        with measure.at_home() as fresh, Terminal(desk(many[name]), {**fresh, **code}) as terminal:
            yield f"start, {cases.MANY:,} articles", name, terminal.wait(texts["articles"]) - terminal.began
            terminal.settle()
            for pane, text in [*texts.items()][1:]:
                seen, at = len(terminal.frames), terminal.press(str(PANES.index(pane) + 1))
                yield f"{pane}, {cases.MANY:,} articles", name, terminal.wait(text, seen) - at
                terminal.settle()


def desk(case: Path) -> tuple[str, ...]:
    """How the desk is called on a case."""
    return (sys.executable, "-m", "workbench", str(case))


def table(figures: Figures, other: str, title: str) -> Table:
    """What is measured, of each, and as a share of the bare app's and of the other checkout's."""
    made = Table("what", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in (HERE, other, BARE, "to bare", f"{other} to bare", f"to {other}"):
        made.add_column(name, justify="right")
    for what in dict.fromkeys(what for what, _ in figures):
        ours, theirs, bare = (
            statistics.median(found) if (found := figures.get((what, name))) else None for name in (HERE, other, BARE)
        )
        seconds = ("–" if value is None else f"{value:.3f} s" for value in (ours, theirs, bare))
        pairs = ((ours, bare), (theirs, bare), (ours, theirs))
        made.add_row(what, *seconds, *(f"{one / two:.2f}" if one and two else "–" for one, two in pairs))
    return made


if __name__ == "__main__":
    main()
