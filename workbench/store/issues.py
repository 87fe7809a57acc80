"""Topics grouped into issues: the labels, those that the analyst pinned, and the vectors that topics are grouped by."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from workbench.store.serialization import storable
from workbench.store.transactions import reads, writes


@writes
def save_issues(db: Database, labels: Mapping[str, str]) -> None:
    """Replace the grouping of topics (topic -> label)."""
    wanted = {storable(topic): storable(label) for topic, label in labels.items()}
    stored = dict(db.execute("SELECT topic, label FROM issue").fetchall())
    db.conn.executemany("DELETE FROM issue WHERE topic = ?", [(t,) for t in stored if t not in wanted])
    db.conn.executemany(
        "INSERT INTO issue VALUES (?, ?) ON CONFLICT (topic) DO UPDATE SET label = excluded.label",
        [(t, label) for t, label in wanted.items() if stored.get(t) != label],
    )


@reads
def issue_labels(db: Database) -> dict[str, str]:
    """Topic -> the issue that it was grouped under."""
    return dict(db.execute("SELECT topic, label FROM issue").fetchall())


@reads
def pinned_labels(db: Database) -> dict[str, str]:
    """Topic -> the label the analyst put it, or a position about it, under; of several positions the one put last."""
    own = db.execute(
        "SELECT p.topic, json_extract(e.value, '$') FROM edit e JOIN position p ON p.id = e.target"
        " WHERE e.field = 'issue' ORDER BY p.id"
    )
    named = db.execute("SELECT field, json_extract(value, '$') FROM edit WHERE target = 'topic'")
    return dict(own.fetchall()) | dict(named.fetchall())


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
