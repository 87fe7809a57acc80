"""What the comparison of articles keeps between two runs: article signatures, clause vectors and match scores."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from workbench.store.database import Database
from workbench.store.serialization import json_array, storable, to_json
from workbench.store.transactions import reading, reads, writes

VECTORS_AT_ONCE = 4096

StoredSignature = tuple[str, bytes, str, bytes]
"""An article's id, and its signature as it is stored."""

ScoredPair = tuple[int, int, float]
"""The hashes of two clauses, and how surely they state the same."""


@reads
def articles_to_sign(db: Database) -> list[str]:
    """The analysed articles whose signature is missing or may be of an older analysis, by id; of several versions the
    newest only.
    """
    sql = (
        "SELECT id FROM article WHERE analysed_by IS NOT NULL AND (id NOT IN (SELECT article_id FROM digest)"
        " OR id IN (SELECT article_id FROM owed WHERE work = 'comparison'))"
        " AND id NOT IN (SELECT article_id FROM version WHERE NOT current) ORDER BY id"
    )
    return [row[0] for row in db.execute(sql)]


@reads
def articles_to_sign_again(db: Database) -> list[str]:
    """Those that have phrasings of facts: they were compared before, and are to be again."""
    compared = {row[0] for row in db.execute("SELECT DISTINCT article_id FROM phrasing")}
    return [id for id in articles_to_sign(db) if id in compared]


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
def delete_signatures(db: Database, of: Collection[str] | None = None) -> set[str]:
    """Let every article, or some, wait for their comparison again; those that had been compared."""
    values = [] if of is None else [json_array(of)]
    those = "" if of is None else " WHERE article_id IN (SELECT value FROM json_each(?))"
    return {id for (id,) in db.execute(f"DELETE FROM digest{those} RETURNING article_id", values).fetchall()}


@reads
def last_whole_comparison(db: Database) -> tuple[str, str, int]:
    """By which version all articles were compared with all for the last time, by which revision all facts were made,
    and how many clauses there were then.
    """
    row = db.execute("SELECT version, clauses FROM whole_comparison").fetchone()
    judged_by, _, made_by = row[0].rpartition(" ") if row else ("", "", "")
    return judged_by, made_by, row[1] if row else 0


@writes
def save_whole_comparison(db: Database, judged_by: str, made_by: str, clauses: int) -> None:
    """All facts were made anew; what is kept of the comparison of all articles with all is of these versions."""
    values = [storable(f"{judged_by} {made_by}"), clauses]
    db.execute("INSERT OR REPLACE INTO whole_comparison VALUES (1, ?, ?)", values)


def clause_vectors(db: Database) -> Iterator[tuple[Sequence[int], Sequence[bytes]]]:
    """The vectors that are stored, some at a time: clause hashes, and half-precision numbers for each."""
    with reading(db):
        found = db.execute("SELECT number, meaning FROM wording")
        while rows := found.fetchmany(VECTORS_AT_ONCE):
            numbers, vectors = zip(*rows, strict=True)
            yield numbers, vectors


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


@reads
def match_scores_of(db: Database, clause_hashes: Iterable[int]) -> list[ScoredPair]:
    """The scored pairs that have one of these clauses; those that have two of them, twice."""
    sql = "SELECT l.one, l.other, l.sure FROM json_each(?) j CROSS JOIN likeness l ON l.{} = j.value"
    asked = to_json(list(clause_hashes))
    return [pair for end in ("one", "other") for pair in db.execute(sql.format(end), [asked])]


@writes
def save_match_scores(
    db: Database, found: Iterable[ScoredPair], judged: Collection[tuple[int, int]] | None = None
) -> None:
    """Store scored pairs in the place of those that were `judged`, or of all."""
    if judged is None:
        db.execute("DELETE FROM likeness")
    db.conn.executemany("DELETE FROM likeness WHERE one = ? AND other = ?", judged or ())
    db.conn.executemany("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?)", list(found))
