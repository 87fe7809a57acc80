"""Everything in a case that has a name and can be gone to."""

from __future__ import annotations

from workbench.store.database import Database
from workbench.store.facets import facets
from workbench.store.query import CHOICES, FIELDS
from workbench.store.transactions import reads
from workbench.views import Facet, Vocabulary

_NAMES: dict[str, str] = {
    "outlet": "SELECT outlet, count(*), '' FROM head WHERE outlet <> '' GROUP BY outlet",
    "country": "SELECT holder, count(*), max(holder_name) FROM position GROUP BY holder",
    "speaker": "SELECT name, count(*), '' FROM speakers WHERE name <> '' GROUP BY name",
    "issue": "SELECT issue, count(*), '' FROM positions WHERE issue <> '' GROUP BY issue",
    "tag": "SELECT name, count(*), '' FROM tag GROUP BY name",
    "fact": "SELECT id, (SELECT count(DISTINCT article_id) FROM phrasing WHERE fact_id = facts.id), gist FROM facts",
    "article": "SELECT id, 0, CASE title WHEN '' THEN source ELSE title END FROM head",
}
"""Field -> value, how often, and what it is called where that is something else."""
NAMED = ("outlet", "country", "speaker", "issue", "tag")
"""Of these, the fields of the query language."""


@reads
def named_values(db: Database) -> tuple[Facet, ...]:
    """All of them, kind by kind, the most frequent of a kind first. Of facts and articles the value is the id."""
    return tuple(facet for field in _NAMES for facet in _named(db, field))


@reads
def vocabulary(db: Database) -> Vocabulary:
    """What a query may hold: every field, and the values that it has in the case."""
    found = [Facet(field, value, 0) for field, values in CHOICES.items() for value in values]
    found += facets(db)
    found += [facet for field in NAMED for facet in _named(db, field)]
    people = db.execute("SELECT name, quotes FROM person ORDER BY 2 DESC, 1").fetchall()
    found += [Facet("person", name, quotes) for name, quotes in people]
    first = {(facet.field, facet.value): facet for facet in reversed(found)}
    return Vocabulary(FIELDS, tuple(sorted(first.values(), key=lambda facet: -facet.count)))


def _named(db: Database, field: str) -> list[Facet]:
    rows = db.execute(f"{_NAMES[field]} ORDER BY 2 DESC, 1").fetchall()
    return [Facet(field, value, count, label) for value, count, label in rows]
