"""Positions, as the machine found them, in and out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.model import Position
from workbench.store.database import Database
from workbench.store.edit_overlay import apply_edits
from workbench.store.rows import position_from_row
from workbench.store.serialization import json_array, storable
from workbench.store.transactions import reads

_POSITION_COLUMNS = (
    "id", "article_id", "holder", "holder_name", "topic", "stance", "speaker", "level", "attribution", "attributed_by",
    "condition", "hedge", "evidence_start", "evidence_end", "clause_start", "clause_end", "confidence", "text",
    "strength", "event", "target",
)  # fmt: skip


def save_positions(db: Database, positions: Iterable[Position]) -> None:
    """Add positions, the analyst's edits laid over them."""
    marks = ", ".join("?" * len(_POSITION_COLUMNS))
    found = {p.id: p for p in positions}
    db.conn.executemany(
        f"INSERT INTO position ({', '.join(_POSITION_COLUMNS)}) VALUES ({marks})", map(_position_row, found.values())
    )
    apply_edits(db, found)


def _position_row(position: Position) -> tuple[Any, ...]:
    spans = {
        "evidence_start": position.evidence.start,
        "evidence_end": position.evidence.end,
        "clause_start": position.clause.start,
        "clause_end": position.clause.end,
    }
    values = (spans[c] if c in spans else getattr(position, c) for c in _POSITION_COLUMNS)
    return tuple(storable(v) if isinstance(v, str) else v for v in values)


@reads
def load_positions(db: Database) -> list[Position]:
    """Every position as the machine found it; `issue` is the label it was grouped under, or empty."""
    rows = db.query(
        "SELECT p.*, coalesce(i.label, '') AS issue FROM position p LEFT JOIN issue i ON i.position_id = p.id"
        " ORDER BY p.article_id, p.clause_start, p.id"
    )
    return [position_from_row(row) for row in rows]


@reads
def load_ungrouped_positions(db: Database) -> list[Position]:
    """The positions that are not grouped into issues yet."""
    rows = db.query(
        "SELECT *, '' AS issue FROM position WHERE id NOT IN (SELECT position_id FROM issue) ORDER BY article_id, id"
    )
    return [position_from_row(row) for row in rows]


@reads
def load_positions_of_issues(db: Database, most: int) -> list[Position]:
    """So many positions of each issue, spread over all that it has."""
    rows = db.query(
        "SELECT p.*, i.label AS issue FROM position p JOIN (SELECT position_id, label,"
        " row_number() OVER (PARTITION BY label ORDER BY position_id) - 1 AS place,"
        " (count(*) OVER (PARTITION BY label) + ? - 1) / ? AS step FROM issue) i ON i.position_id = p.id"
        " WHERE i.place % i.step = 0 ORDER BY p.id",
        [most, most],
    )
    return [position_from_row(row) for row in rows]


@reads
def load_positions_of(db: Database, article_ids: Iterable[str]) -> list[Position]:
    """The positions of these articles, as the machine found them."""
    rows = db.query(
        "SELECT *, '' AS issue FROM position WHERE article_id IN (SELECT value FROM json_each(?))"
        " ORDER BY article_id, clause_start, id",
        [json_array(article_ids)],
    )
    return [position_from_row(row) for row in rows]
