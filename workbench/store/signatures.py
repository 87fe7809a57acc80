"""What the comparison of articles keeps between two runs: article signatures, clause vectors and match scores."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from workbench.store.database import Database
from workbench.store.serialization import json_array, storable, to_json
from workbench.store.transactions import reads, writes

StoredSignature = tuple[str, bytes, str, bytes]
"""An article's id, and its signature as it is stored."""

ScoredPair = tuple[int, int, float]
"""The hashes of two clauses, and how surely they state the same."""


@reads
def articles_without_signature(db: Database) -> list[str]:
    """The analysed articles without a signature, by id; of several versions the newest only."""
    sql = (
        "SELECT id FROM article WHERE analysed_by IS NOT NULL AND id NOT IN (SELECT article_id FROM digest)"
        " AND id NOT IN (SELECT article_id FROM version WHERE NOT current) ORDER BY id"
    )
    return [row[0] for row in db.execute(sql)]


@reads
def articles_to_compare_again(db: Database) -> list[str]:
    """Those without a signature that have phrasings of facts: they were compared before, and are to be again."""
    sql = "SELECT DISTINCT article_id FROM phrasing WHERE article_id NOT IN (SELECT article_id FROM digest)"
    waiting = {row[0] for row in db.execute(sql)}
    return [id for id in articles_without_signature(db) if id in waiting]


@reads
def load_signatures(db: Database) -> list[StoredSignature]:
    """Every signature, by article."""
    return db.execute("SELECT article_id, clauses, said, runs FROM digest ORDER BY article_id").fetchall()


@writes
def save_signatures(db: Database, found: Iterable[StoredSignature]) -> None:
    """Store the signatures of articles."""
    rows = [(id, clauses, storable(said), runs) for id, clauses, said, runs in found]
    db.conn.executemany("INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?)", rows)


@writes
def delete_signatures(db: Database, of: Collection[str] | None = None) -> None:
    """Let every article, or some, wait for their comparison again."""
    values = [] if of is None else [json_array(of)]
    db.execute(
        f"DELETE FROM digest{'' if of is None else ' WHERE article_id IN (SELECT value FROM json_each(?))'}", values
    )


@reads
def clause_vectors(db: Database) -> dict[int, bytes]:
    """The vectors that are stored, by clause hash: half-precision numbers."""
    return dict(db.execute("SELECT number, meaning FROM wording").fetchall())


@writes
def save_clause_vectors(db: Database, found: Mapping[int, bytes]) -> None:
    """Store the vectors of clauses."""
    db.conn.executemany("INSERT OR REPLACE INTO wording VALUES (?, ?)", list(found.items()))


@writes
def keep_clause_vectors(db: Database, clause_hashes: Iterable[int]) -> None:
    """Keep the vectors of these clauses and no others."""
    db.execute(
        "DELETE FROM wording WHERE number NOT IN (SELECT value FROM json_each(?))", [to_json(list(clause_hashes))]
    )


@reads
def load_match_scores(db: Database) -> list[ScoredPair]:
    """Every pair of clauses that was scored."""
    return db.execute("SELECT one, other, sure FROM likeness").fetchall()


@writes
def save_match_scores(db: Database, found: Iterable[ScoredPair], everything: bool = False) -> None:
    """Store scored pairs; with `everything`, these and no others."""
    if everything:
        db.execute("DELETE FROM likeness")
    db.conn.executemany("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?)", list(found))
