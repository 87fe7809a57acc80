"""Positions grouped into issues: the labels, those that the analyst pinned, and the vectors they are grouped by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from workbench.store.database import Database
from workbench.store.serialization import json_array, storable
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


@writes
def add_issues(db: Database, labels: Mapping[str, str]) -> None:
    """Put positions (id -> label) into issues; those that are gone leave theirs."""
    db.execute("DELETE FROM issue WHERE position_id NOT IN (SELECT id FROM position)")
    rows = [(id, storable(label)) for id, label in labels.items()]
    db.conn.executemany("INSERT OR REPLACE INTO issue VALUES (?, ?)", rows)


def ungroup_positions(db: Database, ids: Iterable[str]) -> None:
    """Let positions wait for being grouped again."""
    db.conn.executemany("DELETE FROM issue WHERE position_id = ?", [(id,) for id in ids])


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
def topic_vectors(db: Database, texts: Iterable[str] | None = None) -> dict[str, bytes]:
    """Text -> its vector, half-precision numbers; of all texts or of these."""
    values = [] if texts is None else [json_array(texts)]
    wanted = "" if texts is None else " WHERE text IN (SELECT value FROM json_each(?))"
    return dict(db.execute(f"SELECT text, vector FROM meaning{wanted}", values).fetchall())


@writes
def save_topic_vectors(db: Database, vectors: Mapping[str, bytes], among: Collection[str] | None = None) -> None:
    """Keep these vectors and no others; with `among` (those that are known), add the others."""
    wanted = {storable(text): vector for text, vector in vectors.items()}
    stored = {row[0] for row in db.execute("SELECT text FROM meaning")} if among is None else {*among}
    gone = stored - wanted.keys() if among is None else ()
    db.conn.executemany("DELETE FROM meaning WHERE text = ?", [(t,) for t in gone])
    new = [(text, wanted[text]) for text in wanted.keys() - stored]
    db.conn.executemany("INSERT OR REPLACE INTO meaning VALUES (?, ?)", new)
