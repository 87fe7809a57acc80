"""Positions grouped into issues: the labels, those that the analyst pinned, and the vectors they are grouped by."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from workbench.store.serialization import storable
from workbench.store.transactions import reads, writes


@writes
def save_issues(db: Database, labels: Mapping[str, str]) -> None:
    """Replace the grouping of positions (id -> label)."""
    wanted = {id: storable(label) for id, label in labels.items()}
    stored = dict(db.execute("SELECT position_id, label FROM issue").fetchall())
    db.conn.executemany("DELETE FROM issue WHERE position_id = ?", [(id,) for id in stored if id not in wanted])
    db.conn.executemany(
        "INSERT INTO issue VALUES (?, ?) ON CONFLICT (position_id) DO UPDATE SET label = excluded.label",
        [(id, label) for id, label in wanted.items() if stored.get(id) != label],
    )


@reads
def issue_labels(db: Database) -> dict[str, str]:
    """Topic -> the issue that most positions about it were grouped under."""
    rows = db.execute(
        "SELECT p.topic, i.label FROM issue i JOIN position p ON p.id = i.position_id"
        " GROUP BY p.topic, i.label ORDER BY count(*), i.label DESC"
    )
    return dict(rows.fetchall())


@reads
def pinned_positions(db: Database) -> dict[str, str]:
    """Id of a position -> the label the analyst put it under."""
    return dict(
        db.execute(
            "SELECT p.id, json_extract(e.value, '$') FROM edit e JOIN position p ON p.id = e.target"
            " WHERE e.field = 'issue'"
        ).fetchall()
    )


@reads
def pinned_topics(db: Database) -> dict[str, str]:
    """Topic -> the label the analyst put it under, with every position about it."""
    return dict(db.execute("SELECT field, json_extract(value, '$') FROM edit WHERE target = 'topic'").fetchall())


@reads
def topic_vectors(db: Database) -> dict[str, bytes]:
    """Text -> its vector, half-precision numbers."""
    return dict(db.execute("SELECT text, vector FROM meaning").fetchall())


@writes
def save_topic_vectors(db: Database, vectors: Mapping[str, bytes]) -> None:
    """Keep these vectors and no others."""
    wanted = {storable(text): vector for text, vector in vectors.items()}
    stored = {row[0] for row in db.execute("SELECT text FROM meaning")}
    db.conn.executemany("DELETE FROM meaning WHERE text = ?", [(t,) for t in stored - wanted.keys()])
    db.conn.executemany("INSERT INTO meaning VALUES (?, ?)", [(t, wanted[t]) for t in wanted.keys() - stored])
