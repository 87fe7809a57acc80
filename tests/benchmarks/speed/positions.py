"""`python -m tests.benchmarks.speed.positions`: is a case of 10,000 positions fluid?

Each figure stands beside a peer's in the same run: plain SQL that counts the same pairs, rapidfuzz's matrix of the same
topics, and Textual's own DataTable with as many rows and columns. The positions are made of the topics of the
demonstration articles, varied by number and place, since no corpus has as many.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table
from textual.app import App, ComposeResult
from textual.widgets import DataTable

from workbench.config import Settings
from workbench.model import STANCES, Analysis, Article, Document, Position, Span
from workbench.store import articles, results
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.matrix import MatrixView
from workbench.views import Matrix
from workbench.work import Case, article_comparison

POSITIONS = 10_000
PER_ARTICLE = 20
HOLDERS = "USA RUS UKR FRA DEU GBR ITA POL CHN IND JPN KOR TUR IRN ISR SAU BRA ZAF NGA EGY EU NATO UN AU".split()
WHAT = "tariffs troops sanctions visas weapons loans grain pipelines elections prisoners summits ceasefires".split()
ABOUT = "cars border exports students navy farmers winter ports monitors children leaders talks".split()
DOING = "lifting ending sending banning sharing buying delaying".split()
KEYS = 100


def main() -> None:
    """Make the case, measure, print the table."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    table = Table("what", "ours", "peer", "peer is", "ratio")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "many.db")
        with Case.open(path) as case:
            topics = fill(case)
            grouping, first = spent(lambda: article_comparison.compare(case.db)), spent(lambda: case.matrix())
            table.add_row(*line(f"group {len(set(topics)):,} topics", grouping, "rapidfuzz cdist", fuzzed(topics)))
            again = spent(lambda: article_comparison.compare(case.db))
            table.add_row(*line("group them again", again, "rapidfuzz cdist", fuzzed(topics)))
            table.add_row(*line("matrix", first, "SQL, GROUP BY", counted(path)))
            matrix = case.matrix()
            judged = spent(lambda: case.judge([matrix.cells[next(iter(matrix.cells))].rows[0].id], "confirmed"))
            table.add_row(*line("accept one", judged, "SQL, GROUP BY", counted(path)))
            ours, peer = asyncio.run(pressed(case)), asyncio.run(pressed_in_a_data_table(matrix))
            table.add_row(*line("open the pane", ours[0], "DataTable", peer[0]))
            table.add_row(*line("a key in the matrix", ours[1], "DataTable", peer[1]))
    size = f"{len(matrix.issues):,} issues, {len(matrix.holders)} holders"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Console().print(f"{POSITIONS:,} positions, {size}; peak {peak:,.0f} MB", table)


def fill(case: Case) -> list[str]:
    """Put the positions in; their topics."""
    dice = random.Random(4)
    pairs = [" ".join(t) for t in itertools.product(DOING, WHAT, ("for", "on", "of"), ABOUT)]
    topics = []
    for number in range(POSITIONS // PER_ARTICLE):
        text = f"Article {number}.\n" + "x" * 50 * PER_ARTICLE
        document = Document(f"{number}.txt", text.encode(), "text/plain")
        day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(document.id, document.source, text, f"Article {number}", f"Outlet {number % 40}", "", day)
        articles.add(case.db, document, article)
        found = []
        for place in range(PER_ARTICLE):
            span = Span(20 + 50 * place, 60 + 50 * place)
            holder, stance, topic = dice.choice(HOLDERS), dice.choice(list(STANCES)), dice.choice(pairs)
            found.append(Position(article.id, holder, holder, stance, span, span, span.of(text), topic, confidence=0.8))
            topics.append(topic)
        results.save_analysis(case.db, Analysis(article.id, positions=tuple(found)), "benchmark")
    return topics


def spent(call: Callable[[], object]) -> float:
    """Seconds a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def counted(path: Path) -> float:
    """The pairs of issue and holder counted by SQLite alone."""
    with sqlite3.connect(path) as db:
        sql = "SELECT issue, holder, count(*), group_concat(DISTINCT stance) FROM positions GROUP BY issue, holder"
        return spent(lambda: db.execute(sql).fetchall())


def fuzzed(topics: Sequence[str]) -> float:
    """The likeness of every pair of topics, letters only."""
    distinct = sorted(set(topics))
    return spent(lambda: process.cdist(distinct, distinct, scorer=fuzz.ratio, workers=1))


async def pressed(case: Case) -> tuple[float, float]:
    """Seconds until the pane shows the matrix, and from a key to its next state, on average."""
    app = WorkbenchApp(case, Settings())
    async with app.run_test(size=(140, 44)) as pilot:
        await pilot.pause(0.5)
        began = time.perf_counter()
        app.simulate_key("3")
        while not app.screen.query_one(MatrixView).matrix.issues:
            await asyncio.sleep(0.005)
        opened = time.perf_counter() - began
        began = time.perf_counter()
        for number in range(KEYS):
            await pilot.press("j" if number % 2 else "l")
        return opened, (time.perf_counter() - began) / KEYS


async def pressed_in_a_data_table(matrix: Matrix) -> tuple[float, float]:
    """The same with Textual's table of the same size, its matrix given."""
    opened = 0.0

    class Peer(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable()

        def on_mount(self) -> None:
            nonlocal opened
            began = time.perf_counter()
            table = self.query_one(DataTable)
            table.add_columns("issue", *matrix.holders)
            for issue in matrix.issues:
                cells = (matrix.cells.get((issue, holder)) for holder in matrix.holders)
                table.add_row(issue, *(f"{c.stance} {c.outlets}" if c else "." for c in cells))
            opened = time.perf_counter() - began

    app = Peer()
    async with app.run_test(size=(140, 44)) as pilot:
        await pilot.pause(0.5)
        began = time.perf_counter()
        for number in range(KEYS):
            await pilot.press("down" if number % 2 else "right")
        return opened, (time.perf_counter() - began) / KEYS


def line(what: str, ours: float, peer: str, theirs: float) -> tuple[str, ...]:
    """One row of the table."""
    return what, shown(ours), shown(theirs), peer, f"{ours / theirs:.2f}"


def shown(seconds: float) -> str:
    """`1.20 s`, or `35 ms`."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


if __name__ == "__main__":
    main()
