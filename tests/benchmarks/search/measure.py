"""Runs in a process of its own on one checkout's code: reads a case's path and questions, writes processor times.

`{"case": path, "who": name, "questions": {kind: [question]}}` -> `{what: [seconds of each question]}`.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROWS = 50
COUNTED = ("rare", "middle", "common")
"""Kinds of which all panes are counted and facets are made."""
Times = Iterator[tuple[str, list[float]]]
Questions = Mapping[str, Sequence[str]]


def timed(ask: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """Processor seconds of each question; the first is asked once before, so that nothing is loaded meanwhile."""
    found = []
    for question in [questions[0], *questions] if questions else []:
        begun = time.process_time()
        ask(question)
        found.append(time.process_time() - begun)
    return found[1:]


def workbench(case: Path, questions: Questions) -> Times:
    """The first rows, the counts of all panes, and the facets."""
    from workbench.work import Case

    with Case.open(case) as desk:
        for kind, asked in questions.items():
            yield kind, timed(lambda question: desk.search("articles", question, limit=ROWS), asked)
        if "ranked_among" in dir(desk.search("articles", limit=1)):
            whole: Any = desk.search
            asked = questions["common"]
            yield "common, all ranked", timed(lambda one: whole("articles", one, limit=ROWS, rank_all=True), asked)
        for kind in COUNTED:
            yield f"counts, {kind}", timed(desk.counts, questions[kind])
            yield f"facets, {kind}", timed(desk.facets, questions[kind])


def fts5(case: Path, questions: Questions) -> Times:
    """Full-text search alone: the ids of the first rows by `rank`."""
    connection = sqlite3.connect(f"{case.absolute().as_uri()}?mode=ro", uri=True)
    sql = f"SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT {ROWS}"
    for kind, asked in questions.items():
        if not any(":" in question for question in asked):
            yield kind, timed(lambda question: connection.execute(sql, (question,)).fetchall(), asked)


def tantivy(case: Path, questions: Questions, what: str) -> Times:
    """tantivy: what a list shows, or ids alone."""
    from tests.benchmarks.search.tantivy_index import Tantivy

    ask = getattr(Tantivy(case), what)
    for kind, asked in questions.items():
        yield kind, timed(ask, asked)


def main() -> None:
    """Read the question, write the times."""
    given = json.load(sys.stdin)
    case, questions = Path(given["case"]), given["questions"]
    times = {
        "workbench": lambda: workbench(case, questions),
        "fts5": lambda: fts5(case, questions),
        "tantivy": lambda: tantivy(case, questions, "rows"),
        "tantivy ids": lambda: tantivy(case, questions, "ids"),
    }[given["who"]]
    json.dump(dict(times()), sys.stdout)


if __name__ == "__main__":
    main()
