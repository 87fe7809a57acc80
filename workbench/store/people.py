"""The persons of each article, as its own words have them: what names are unified from."""

from __future__ import annotations

from collections import defaultdict

from sqlite_utils import Database

from workbench.model import Entity
from workbench.store.sql_values import storable
from workbench.store.transactions import reads


@reads
def by_article(db: Database) -> dict[str, list[Entity]]:
    """Article id -> its persons, with role and country as that article's analysis gave them."""
    rows = db.execute(
        "SELECT a.article_id, e.name, max(a.role), max(a.country), group_concat(a.name, char(31))"
        " FROM alias a JOIN entity e ON e.id = a.entity_id WHERE e.kind = 'person'"
        " GROUP BY a.article_id, e.id ORDER BY a.article_id, e.name"
    )
    out: dict[str, list[Entity]] = defaultdict(list)
    for article_id, name, role, country, aliases in rows:
        others = tuple(sorted(set(aliases.split("\x1f")) - {name}))
        out[article_id].append(Entity(name, "person", role, country, others))
    return dict(out)


@reads
def quotes_of(db: Database, speaker: str) -> list[str]:
    """The ids of all quotes whose speaker, as shown, has that very name."""
    sql = "SELECT DISTINCT quote_id FROM speakers WHERE name = ? AND name <> '' ORDER BY quote_id"
    return [row[0] for row in db.execute(sql, [storable(speaker)])]
