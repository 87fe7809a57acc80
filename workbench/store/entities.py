"""Entities and the names that articles give them, in and out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from workbench.model import Analysis, Entity, KnownFrom, Speaker
from workbench.store.serialization import json_array, origin_columns, storable
from workbench.store.transactions import reads

_SURER = (
    "excluded.{0} <> '' AND ({0} = '' OR ({0}_from IN ('known', 'presumed') AND excluded.{0}_from IN ('text', 'case')))"
)
"""What an article says of somebody goes over what was only looked up or presumed."""


def save_entities(db: Database, analysis: Analysis) -> None:
    """Add the article's entities and named speakers; a role or country that an article gave already is kept."""
    found = {e.id: e for e in analysis.entities}
    for quote in analysis.quotes:
        for entity in map(entity_of, quote.speakers):
            if entity.name:
                found.setdefault(entity.id, entity)
    db.conn.executemany(
        "INSERT INTO entity (id, name, kind, role, country, name_from, role_from, country_from, proof)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        f" role = iif({_SURER.format('role')}, excluded.role, role),"
        f" role_from = iif({_SURER.format('role')}, excluded.role_from, role_from),"
        f" country = iif({_SURER.format('country')}, excluded.country, country),"
        f" country_from = iif({_SURER.format('country')}, excluded.country_from, country_from),"
        " proof = iif(excluded.proof = '', proof, excluded.proof),"
        " name_from = iif(excluded.name_from = 'text', 'text', name_from)",
        [(e.id, storable(e.name), e.kind, *_facts(e)) for e in found.values()],
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


def _facts(entity: Entity) -> tuple[str, ...]:
    """What is known of an entity, and where from, as columns."""
    return (storable(entity.role), entity.country, *origin_columns(entity.known_from))


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
