"""What the comparison of articles keeps, in and out: digests, judged pairs of wordings, and the facts made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlite_utils import Database

from workbench.model import Clause, Fact, Span
from workbench.store.edit_overlay import lay_over
from workbench.store.mark_anchors import places_of_facts, remember_facts, settle
from workbench.store.results import clause_from, put_fact
from workbench.store.rows import facts_from
from workbench.store.sql_values import ids_of, pack, storable
from workbench.store.transactions import reads, writes

Packed = tuple[str, bytes, str, bytes]
"""An article's id and its digest as it is stored."""
Judged = tuple[int, int, float]
"""Two wordings, and how surely they are the same."""
Place = tuple[str, Span]
Perhaps = tuple[str, str, Span, str, float]
"""Fact, article, span, words and likeness of a passage that may state it."""
Passages = tuple[tuple[str, Span, float], ...]
"""The phrasings of a fact: article, span and how sure, by article and place."""


@reads
def undigested(db: Database) -> list[str]:
    """The analysed articles without a digest, by id; of several versions the newest only."""
    sql = (
        "SELECT id FROM article WHERE analysed_by IS NOT NULL AND id NOT IN (SELECT article_id FROM digest)"
        " AND id NOT IN (SELECT article_id FROM version WHERE NOT current) ORDER BY id"
    )
    return [row[0] for row in db.execute(sql)]


@reads
def uncompared(db: Database) -> list[str]:
    """Those of the undigested that facts are told of: they were compared before, and are to be again."""
    sql = "SELECT DISTINCT article_id FROM phrasing WHERE article_id NOT IN (SELECT article_id FROM digest)"
    waiting = {row[0] for row in db.execute(sql)}
    return [id for id in undigested(db) if id in waiting]


@reads
def untold(db: Database) -> list[str]:
    """The facts that nobody tells any more, since their articles went."""
    return [row[0] for row in db.execute("SELECT id FROM fact WHERE id NOT IN (SELECT fact_id FROM phrasing)")]


@reads
def digests(db: Database) -> list[Packed]:
    """Every digest, by article."""
    return db.execute("SELECT article_id, clauses, said, runs FROM digest ORDER BY article_id").fetchall()


@writes
def save_digests(db: Database, found: Iterable[Packed]) -> None:
    """Keep the digests of articles."""
    rows = [(id, clauses, storable(said), runs) for id, clauses, said, runs in found]
    db.conn.executemany("INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?)", rows)


@writes
def forget_digests(db: Database, of: Collection[str] | None = None) -> None:
    """Let every article, or some, wait for their comparison again."""
    values = [] if of is None else [ids_of(of)]
    db.execute(
        f"DELETE FROM digest{'' if of is None else ' WHERE article_id IN (SELECT value FROM json_each(?))'}", values
    )


@reads
def meanings(db: Database, wordings: Iterable[int]) -> dict[int, bytes]:
    """The vectors that are kept of these wordings, half-precision numbers."""
    wanted = [pack(list(wordings))]
    rows = db.execute("SELECT number, meaning FROM wording WHERE number IN (SELECT value FROM json_each(?))", wanted)
    return dict(rows.fetchall())


@writes
def save_meanings(db: Database, found: Mapping[int, bytes]) -> None:
    """Keep the vectors of wordings."""
    db.conn.executemany("INSERT OR REPLACE INTO wording VALUES (?, ?)", list(found.items()))


@writes
def keep_meanings(db: Database, wordings: Iterable[int]) -> None:
    """Keep the vectors of these wordings and no others."""
    db.execute("DELETE FROM wording WHERE number NOT IN (SELECT value FROM json_each(?))", [pack(list(wordings))])


@reads
def likeness(db: Database) -> list[Judged]:
    """Every judged pair."""
    return db.execute("SELECT one, other, sure FROM likeness").fetchall()


@writes
def save_likeness(db: Database, found: Iterable[Judged], everything: bool = False) -> None:
    """Keep judged pairs; with `everything`, these and no others."""
    if everything:
        db.execute("DELETE FROM likeness")
    db.conn.executemany("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?)", list(found))


@reads
def labels(db: Database) -> dict[str, str]:
    """Topic -> the issue that it was grouped under."""
    return dict(db.execute("SELECT topic, label FROM issue").fetchall())


@reads
def clauses_of(db: Database, article_id: str) -> list[Clause]:
    """The clauses of an article, in text order."""
    rows = db.execute(
        "SELECT article_id, start, end, features FROM clause WHERE article_id = ? ORDER BY start, end", [article_id]
    )
    return [clause_from(*row) for row in rows]


@reads
def clauses_at(db: Database, places: Iterable[Place]) -> dict[Place, Clause]:
    """The clauses at these places; what is not there is left out."""
    wanted = pack([[article, span.start, span.end] for article, span in places])
    rows = db.execute(
        "SELECT c.article_id, c.start, c.end, c.features FROM json_each(?) j JOIN clause c ON"
        " c.article_id = json_extract(j.value, '$[0]') AND c.start = json_extract(j.value, '$[1]')"
        " AND c.end = json_extract(j.value, '$[2]')",
        [wanted],
    )
    found = (clause_from(*row) for row in rows)
    return {(c.article_id, c.span): c for c in found}


@reads
def passages(db: Database) -> dict[str, Passages]:
    """The phrasings of every fact."""
    found: dict[str, list[tuple[str, Span, float]]] = defaultdict(list)
    rows = db.execute(
        "SELECT fact_id, article_id, start, end, confidence FROM phrasing ORDER BY article_id, start, end"
    )
    for fact, article, start, end, sure in rows:
        found[fact].append((article, Span(start, end), sure))
    return {fact: tuple(own) for fact, own in found.items()}


@reads
def phrasings_of(db: Database, fact_ids: Iterable[str]) -> dict[Place, str]:
    """The words of every phrasing of these facts, as far as they are there."""
    rows = db.execute(
        "SELECT article_id, start, end, text FROM phrasing WHERE fact_id IN (SELECT value FROM json_each(?))",
        [ids_of(fact_ids)],
    )
    return {(article, Span(start, end)): text for article, start, end, text in rows}


@writes
def save_perhaps(db: Database, found: Iterable[Perhaps], facts: Collection[str], among: Collection[str]) -> None:
    """Keep passages that may state facts, in the place of those of `facts` and of those that stand in the articles
    `among` or in older versions.
    """
    db.execute(
        "DELETE FROM perhaps WHERE fact_id IN (SELECT value FROM json_each(?)) OR article_id IN"
        " (SELECT value FROM json_each(?) UNION SELECT article_id FROM version WHERE NOT current)",
        [ids_of(facts), ids_of(among)],
    )
    rows = [(fact, article, span.start, span.end, storable(text), sure) for fact, article, span, text, sure in found]
    db.conn.executemany("INSERT OR REPLACE INTO perhaps VALUES (?, ?, ?, ?, ?, ?)", rows)


@writes
def save_facts(db: Database, facts: Sequence[Fact], among: Sequence[str] | None = None) -> None:
    """Replace facts (those with the ids of `among`, or all); those that are as they were are left alone."""
    wanted = {f.id: f for f in facts}
    stored = facts_from(db, None if among is None else [*among, *wanted], "fact")
    gone = [id for id in stored if id not in wanted]
    remember_facts(db, gone)
    db.execute("DELETE FROM fact WHERE id IN (SELECT value FROM json_each(?))", [ids_of(gone)])
    new = {id: fact for id, fact in wanted.items() if stored.get(id) != fact}
    for id, fact in new.items():
        put_fact(db, id, fact, stored.get(id))
    lay_over(db, new)
    settle(db, "F", places_of_facts(wanted.values()))
