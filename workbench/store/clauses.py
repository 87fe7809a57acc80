"""Clauses of articles, which facts are matched by, in and out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from workbench.model import Clause, Passage, Span
from workbench.store.database import Database
from workbench.store.serialization import storable, to_json
from workbench.store.transactions import reads

_CLAUSE_FEATURES = ("text", "terms", "names", "numbers", "action", "negated", "kind", "tenses", "stands_alone")


def save_clauses(db: Database, clauses: Iterable[Clause]) -> None:
    """Add the clauses of an article."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO clause (article_id, start, end, features) VALUES (?, ?, ?, ?)",
        [
            (c.article_id, c.span.start, c.span.end, storable(to_json([getattr(c, f) for f in _CLAUSE_FEATURES])))
            for c in clauses
        ],
    )


@reads
def load_clauses(db: Database) -> list[Clause]:
    """Every clause of the case, by article and place."""
    rows = db.execute("SELECT article_id, start, end, features FROM clause ORDER BY article_id, start, end")
    return [clause_from_row(*row) for row in rows]


def clause_from_row(article_id: str, start: int, end: int, features: str) -> Clause:
    """A Clause of its row."""
    text, terms, names, numbers, *others = json.loads(features)
    found = dict(zip(_CLAUSE_FEATURES[4:], others, strict=False))  # an older case may have fewer
    return Clause(article_id, Span(start, end), text, tuple(terms), tuple(names), tuple(numbers), **found)


@reads
def load_clauses_of(db: Database, article_id: str) -> list[Clause]:
    """The clauses of an article, in text order."""
    rows = db.execute(
        "SELECT article_id, start, end, features FROM clause WHERE article_id = ? ORDER BY start, end", [article_id]
    )
    return [clause_from_row(*row) for row in rows]


@reads
def load_clauses_at(db: Database, places: Iterable[Passage]) -> dict[Passage, Clause]:
    """The clauses at these places; what is not there is left out."""
    found = (clause_from_row(*row) for row in _rows_at(db, places, "c.features"))
    return {(c.article_id, c.span): c for c in found}


@reads
def clause_texts_at(db: Database, places: Iterable[Passage]) -> dict[Passage, str]:
    """Their texts alone, which takes a fraction of the time."""
    rows = _rows_at(db, places, "json_extract(c.features, '$[0]')")
    return {(article, Span(start, end)): text for article, start, end, text in rows}


def _rows_at(db: Database, places: Iterable[Passage], value: str) -> Iterable[Any]:
    wanted = to_json([[article, span.start, span.end] for article, span in places])
    return db.execute(
        f"SELECT c.article_id, c.start, c.end, {value} FROM json_each(?) j JOIN clause c ON"
        " c.article_id = json_extract(j.value, '$[0]') AND c.start = json_extract(j.value, '$[1]')"
        " AND c.end = json_extract(j.value, '$[2]')",
        [wanted],
    ).fetchall()
