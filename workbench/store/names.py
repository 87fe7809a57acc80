"""Everything in a case that has a name and can be gone to."""

from __future__ import annotations

from sqlite_utils import Database

from workbench.shown import Facet
from workbench.store.transactions import reads

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


@reads
def names(db: Database) -> tuple[Facet, ...]:
    """All of them, kind by kind, the most frequent of a kind first. Of facts and articles the value is the id."""
    return tuple(
        Facet(field, value, count, label)
        for field, sql in _NAMES.items()
        for value, count, label in db.execute(f"{sql} ORDER BY 2 DESC, 1").fetchall()
    )
