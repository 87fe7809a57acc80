"""Entities and the names that articles give them, in and out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from workbench.model import Analysis, Entity, KnownFrom, Speaker, said_by_text
from workbench.store.database import Database
from workbench.store.serialization import json_array, origin_columns, storable
from workbench.store.transactions import reads

_ORIGIN = """coalesce((SELECT column2 FROM (VALUES (1, 'text'), (2, 'case'), (3, 'known'), (4, 'presumed'))
    WHERE EXISTS (SELECT 1 FROM alias WHERE entity_id = e.id AND {0}_from = column2) ORDER BY column1 LIMIT 1), '')"""
_VALUE = "coalesce((SELECT {0} FROM alias WHERE entity_id = o.id AND {0}_from = o.{0}_from LIMIT 1), '')"
_PROOF = """coalesce((SELECT proof FROM alias WHERE entity_id = o.id AND {0}_from = 'known' AND o.{0}_from = 'known'
    AND proof <> '' LIMIT 1), '')"""
_SETTLE = f"""WITH origin AS (
    SELECT e.id, {_ORIGIN.format("role")} AS role_from, {_ORIGIN.format("country")} AS country_from,
      coalesce((SELECT max(name_from) FROM alias WHERE entity_id = e.id), '') AS name_from
    FROM entity e WHERE e.id IN (SELECT value FROM json_each(?))),
  told AS (
    SELECT o.*, {_VALUE.format("role")} AS role, {_VALUE.format("country")} AS country,
      coalesce(nullif({_PROOF.format("role")}, ''), {_PROOF.format("country")}) AS proof
    FROM origin o)
  UPDATE entity SET role = t.role, role_from = t.role_from, country = t.country, country_from = t.country_from,
    name_from = t.name_from, proof = t.proof
  FROM told t WHERE entity.id = t.id AND
    (entity.role, entity.role_from, entity.country, entity.country_from, entity.name_from, entity.proof)
    IS NOT (t.role, t.role_from, t.country, t.country_from, t.name_from, t.proof)"""
"""What articles say of somebody goes before what is known from the case, a table, or presumed. The name is the text's
where any article has it in full: "text" is the last of its origins by the alphabet."""


def save_entities(db: Database, analysis: Analysis) -> None:
    """Add the article's entities and named speakers; role and country are what all articles make them."""
    found = _named(analysis)
    db.conn.executemany(
        "INSERT OR IGNORE INTO entity (id, name, kind) VALUES (?, ?, ?)",
        [(e.id, storable(e.name), e.kind) for e in found.values()],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO alias (entity_id, article_id, name, role, country, name_from, role_from, country_from,"
        " proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (e.id, analysis.article_id, storable(name), *_facts(e))
            for e in found.values()
            for name in (e.name, *e.aliases)
        ],
    )
    settle_entities(db, found)


def _named(analysis: Analysis) -> dict[str, Entity]:
    """The entities of an article by id, its named speakers too."""
    found = {e.id: e for e in analysis.entities}
    for quote in analysis.quotes:
        for entity in map(entity_of, quote.speakers):
            if entity.name:
                found.setdefault(entity.id, entity)
    return found


def settle_entities(db: Database, entity_ids: Iterable[str]) -> None:
    """Give entities the role and the country that the articles which name them have by now."""
    db.execute(_SETTLE, [json_array(entity_ids)])


def _facts(entity: Entity) -> tuple[str, ...]:
    """What is known of an entity, and where from, as columns."""
    name, role, country, proof = origin_columns(_known_from(entity))
    return (storable(entity.role), entity.country, name, role, country, proof)


def _known_from(entity: Entity) -> KnownFrom:
    """Where an entity is known from: the text, where nothing else is said."""
    known, text = entity.known_from, said_by_text(entity.role, entity.country)
    return replace(known, role=known.role or text.role, country=known.country or text.country)


def persons_of(analysis: Analysis) -> list[Entity]:
    """The persons of an article as `persons_by_article` has them once the analysis is stored."""
    persons = sorted((e for e in _named(analysis).values() if e.kind == "person"), key=lambda e: e.name)
    return [replace(person, known_from=_known_from(person)) for person in persons]


def entity_of(speaker: Speaker) -> Entity:
    """The entity that a speaker is."""
    return Entity(speaker.name, speaker.kind, speaker.role, speaker.country, known_from=speaker.known_from)


def delete_orphan_entities(db: Database, entity_ids: Iterable[str]) -> None:
    """Drop those of some entities that no article names any more."""
    db.execute(
        "DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM alias WHERE entity_id = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM speaker WHERE entity_id = entity.id)",
        [json_array(entity_ids)],
    )


@reads
def load_entities(db: Database) -> list[Entity]:
    """Every entity with the names the articles give it, by name."""
    rows = db.execute(
        "SELECT e.name, e.kind, e.role, e.country, e.role_from, e.country_from, e.proof, e.name_from,"
        " (SELECT json_group_array(name) FROM"
        " (SELECT DISTINCT name FROM alias WHERE entity_id = e.id AND name <> e.name ORDER BY name))"
        " FROM entity e ORDER BY e.name, e.kind"
    )
    return [
        Entity(name, kind, role, country, tuple(json.loads(aliases)), KnownFrom(*known_from))
        for name, kind, role, country, *known_from, aliases in rows
    ]


@reads
def persons_by_article(db: Database) -> dict[str, list[Entity]]:
    """Article id -> its persons, with role and country as that article's analysis gave them."""
    rows = db.execute(
        "SELECT a.article_id, e.name, max(a.role), max(a.country), max(a.role_from), max(a.country_from), max(a.proof),"
        " max(a.name_from),"
        " group_concat(a.name, char(31))"
        " FROM alias a JOIN entity e ON e.id = a.entity_id WHERE e.kind = 'person'"
        " GROUP BY a.article_id, e.id ORDER BY a.article_id, e.name"
    )
    out: dict[str, list[Entity]] = defaultdict(list)
    for article_id, name, role, country, *known_from, aliases in rows:
        others = tuple(sorted(set(aliases.split("\x1f")) - {name}))
        out[article_id].append(Entity(name, "person", role, country, others, KnownFrom(*known_from)))
    return dict(out)
