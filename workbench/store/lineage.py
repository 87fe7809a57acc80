"""What articles credit, copy and rewrite, in and out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from workbench.model import Lineage, Span
from workbench.store.database import Database
from workbench.store.serialization import json_array, span_columns, storable, to_json
from workbench.store.transactions import reads, writes


@writes
def save_copies(db: Database, copies: Iterable[Lineage], of: Collection[str] | None = None) -> None:
    """Replace what articles copy, of all or where these are one side."""
    mine = " AND (article_id IN (SELECT value FROM json_each(?)) OR origin IN (SELECT value FROM json_each(?)))"
    values = [] if of is None else [json_array(of)] * 2
    db.execute(f"DELETE FROM lineage WHERE kind = 'copies'{'' if of is None else mine}", values)
    insert_lineage(db, copies)


@writes
def save_rewrites(db: Database, rewrites: Iterable[Lineage], of: Collection[str] | None = None) -> None:
    """Replace what articles rewrite, all or these; what is as it was is left alone."""
    rows = _read(db, "kind = 'rewrites'")
    wanted, stored = set(rewrites), {row for row in rows if of is None or row.article_id in of}
    db.conn.executemany(
        "DELETE FROM lineage WHERE article_id = ? AND kind = 'rewrites' AND origin = ?",
        [(row.article_id, row.origin) for row in stored - wanted],
    )
    insert_lineage(db, wanted - stored)


def save_credits(db: Database, article_id: str, lineage: Iterable[Lineage]) -> bool:
    """Replace what an article credits; whether that is another than before."""
    before, found = _read(db, "article_id = ? AND kind = 'credits'", [article_id]), list(lineage)
    db.execute("DELETE FROM lineage WHERE article_id = ? AND kind = 'credits'", [article_id])
    insert_lineage(db, found)
    return before != _read(db, "article_id = ? AND kind = 'credits'", [article_id])


def insert_lineage(db: Database, lineage: Iterable[Lineage]) -> None:
    """Add what articles have from others."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO lineage (article_id, kind, origin, share, start, end, passages)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(x.article_id, x.kind, storable(x.origin), x.share, *span_columns(x.span), _to_column(x)) for x in lineage],
    )


@reads
def load_lineage(db: Database) -> list[Lineage]:
    """Where articles come from: what they credit (credit lines without a span), copy and rewrite."""
    found = _read(db)
    lines = db.execute("SELECT id, agency FROM head WHERE agency <> '' ORDER BY +id").fetchall()
    found += [Lineage(id, "credits", name) for id, names in lines for name in names.split(", ")]
    helped = db.execute("SELECT id, contributors FROM article WHERE contributors <> '' ORDER BY +id").fetchall()
    return found + [Lineage(id, "credits", name, passages=()) for id, names in helped for name in names.split(", ")]


@reads
def articles_with_credit(db: Database) -> set[str]:
    """The articles that are credited as a whole to an outlet."""
    rows = db.execute(
        "SELECT article_id FROM lineage WHERE kind = 'credits' AND passages IS NULL"
        " UNION SELECT id FROM head WHERE agency <> ''"
    )
    return {id for (id,) in rows}


@reads
def copied_pairs(db: Database, least: float) -> set[tuple[str, str]]:
    """The articles that have so much of another, each with that."""
    sql = "SELECT article_id, origin FROM lineage WHERE kind = 'copies' AND share >= ?"
    return {(article, origin) for article, origin in db.execute(sql, [least])}


def _read(db: Database, where: str = "1", values: Sequence[str] = ()) -> list[Lineage]:
    rows = db.execute(
        f"SELECT article_id, kind, origin, share, start, end, passages FROM lineage WHERE {where}"
        " ORDER BY article_id, kind, origin",
        values,
    )
    return [
        Lineage(article_id, kind, origin, share, None if start is None else Span(start, end), _from_column(passages))
        for article_id, kind, origin, share, start, end, passages in rows.fetchall()
    ]


def _to_column(row: Lineage) -> str | None:
    return None if row.passages is None else to_json([[span.start, span.end] for span in row.passages])


def _from_column(passages: str | None) -> tuple[Span, ...] | None:
    return None if passages is None else tuple(Span(start, end) for start, end in json.loads(passages))
