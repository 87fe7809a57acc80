"""Facts with their phrasings, as the comparison of articles makes them, in and out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from workbench.model import Fact, Passage, Span
from workbench.store.database import Database
from workbench.store.edit_overlay import apply_edits
from workbench.store.mark_anchors import fact_anchors, reattach_marks, save_fact_anchors
from workbench.store.rows import read_facts
from workbench.store.serialization import json_array, span_columns, storable, to_json
from workbench.store.transactions import reads, writes

PossiblePhrasing = tuple[str, str, Span, str, float]
"""Fact, article, span, words and likeness of a passage that may state it."""

FactPassages = tuple[tuple[str, Span, float], ...]
"""The phrasings of a fact: article, span and how sure, by article and place."""


@writes
def save_facts(db: Database, facts: Sequence[Fact], among: Sequence[str] | None = None) -> None:
    """Replace facts (those with the ids of `among`, or all); those that are as they were are left alone."""
    wanted = {f.id: f for f in facts}
    stored = read_facts(db, None if among is None else [*among, *wanted], "fact")
    gone = [id for id in stored if id not in wanted]
    save_fact_anchors(db, gone)
    db.execute("DELETE FROM fact WHERE id IN (SELECT value FROM json_each(?))", [json_array(gone)])
    new = {id: fact for id, fact in wanted.items() if stored.get(id) != fact}
    for id, fact in new.items():
        write_fact(db, id, fact, stored.get(id))
    apply_edits(db, new)
    reattach_marks(db, "F", fact_anchors(wanted.values()))


def write_fact(db: Database, id: str, fact: Fact, old: Fact | None = None) -> None:
    """Put a fact in, in the place of what it was."""
    wording = "\n".join(dict.fromkeys(storable(p.text) for p in fact.phrasings))
    differences = [
        [d.kind, [[r.article_id, r.text, *span_columns(r.span)] for r in d.readings]] for d in fact.differences
    ]
    db.execute(
        "INSERT INTO fact (id, gist, kind, wording, differences) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " gist = excluded.gist, kind = excluded.kind, wording = excluded.wording, differences = excluded.differences",
        [id, storable(fact.gist), fact.kind, wording, storable(to_json(differences))],
    )
    before, after = (_phrasing_rows(each) if each else {} for each in (old, fact))
    db.conn.executemany(
        "DELETE FROM phrasing WHERE fact_id = ? AND article_id = ? AND start = ? AND end = ?",
        [(id, *key) for key in before.keys() - after.keys()],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO phrasing (fact_id, article_id, start, end, place, text, relation, confidence, tenses)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(id, *key, *row) for key, row in after.items() if before.get(key) != row],
    )


def _phrasing_rows(fact: Fact) -> dict[tuple[str, int, int], tuple[Any, ...]]:
    return {
        (p.article_id, p.span.start, p.span.end): (place, storable(p.text), p.relation, p.confidence, p.tenses)
        for place, p in enumerate(fact.phrasings)
    }


@reads
def load_facts(db: Database) -> list[Fact]:
    """Every fact as the machine found it."""
    rows = db.execute("SELECT id FROM fact ORDER BY rowid").fetchall()
    found = read_facts(db, table="fact")
    return [found[id] for (id,) in rows]


@reads
def load_facts_with_ids(db: Database, ids: Collection[str]) -> dict[str, Fact]:
    """Those of these facts that are there, as the machine found them."""
    return read_facts(db, list(ids), "fact")


@reads
def fact_passages(db: Database, ids: Collection[str] | None = None) -> dict[str, FactPassages]:
    """The phrasings of every fact, or of these."""
    found: dict[str, list[tuple[str, Span, float]]] = defaultdict(list)
    some = "" if ids is None else " WHERE fact_id IN (SELECT value FROM json_each(?))"
    rows = db.execute(
        f"SELECT fact_id, article_id, start, end, confidence FROM phrasing{some} ORDER BY article_id, start, end",
        [] if ids is None else [json_array(ids)],
    )
    for fact, article, start, end, sure in rows:
        found[fact].append((article, Span(start, end), sure))
    return {fact: tuple(own) for fact, own in found.items()}


@reads
def facts_at(db: Database, places: Iterable[Passage]) -> set[str]:
    """The facts that have a phrasing at one of these places."""
    sql = (
        "SELECT DISTINCT p.fact_id FROM json_each(?) j CROSS JOIN phrasing p ON"
        " p.article_id = json_extract(j.value, '$[0]') AND p.start = json_extract(j.value, '$[1]')"
        " AND p.end = json_extract(j.value, '$[2]')"
    )
    wanted = to_json([[article, span.start, span.end] for article, span in places])
    return {id for (id,) in db.execute(sql, [wanted])}


@reads
def facts_in(db: Database, articles: Iterable[str]) -> set[str]:
    """The facts that have a phrasing in one of these articles."""
    sql = "SELECT DISTINCT fact_id FROM phrasing WHERE article_id IN (SELECT value FROM json_each(?))"
    return {id for (id,) in db.execute(sql, [json_array(articles)])}


@reads
def articles_with_phrasings(db: Database) -> set[str]:
    """The articles that tell a fact."""
    return {id for (id,) in db.execute("SELECT DISTINCT article_id FROM phrasing")}


@reads
def phrasing_texts(db: Database, fact_ids: Iterable[str]) -> dict[Passage, str]:
    """The words of every phrasing of these facts, as far as they are there."""
    rows = db.execute(
        "SELECT article_id, start, end, text FROM phrasing WHERE fact_id IN (SELECT value FROM json_each(?))",
        [json_array(fact_ids)],
    )
    return {(article, Span(start, end)): text for article, start, end, text in rows}


@reads
def facts_without_phrasings(db: Database) -> list[str]:
    """The facts that nobody tells any more, since their articles went."""
    return [row[0] for row in db.execute("SELECT id FROM fact WHERE id NOT IN (SELECT fact_id FROM phrasing)")]


@writes
def save_possible_phrasings(
    db: Database, found: Iterable[PossiblePhrasing], facts: Collection[str], among: Collection[str]
) -> None:
    """Keep passages that may state facts, in the place of those of `facts` and of those that stand in the articles
    `among` or in older versions.
    """
    db.execute(
        "DELETE FROM perhaps WHERE fact_id IN (SELECT value FROM json_each(?)) OR article_id IN"
        " (SELECT value FROM json_each(?) UNION SELECT article_id FROM version WHERE NOT current)",
        [json_array(facts), json_array(among)],
    )
    rows = [(fact, article, span.start, span.end, storable(text), sure) for fact, article, span, text, sure in found]
    db.conn.executemany("INSERT OR REPLACE INTO perhaps VALUES (?, ?, ?, ?, ?, ?)", rows)
