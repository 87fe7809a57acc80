"""The entries of the side tree: what the rows that match have in common, counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from workbench.model import PANES, Pane
from workbench.nlp.language_identification import language_name
from workbench.store.query import parse
from workbench.store.query.compiler import ValueLookup, compile_query
from workbench.store.search import NO_CODES, all_ids
from workbench.store.transactions import reads
from workbench.views import Facet

AT_MOST = 50

_COUNTS: dict[str, str] = {
    "outlet": "SELECT outlet AS value FROM head WHERE {articles:id}",
    "country": "SELECT DISTINCT quote_id, country AS value FROM speakers WHERE {quotes:quote_id}"
    " UNION ALL SELECT id, holder FROM position WHERE {positions:id}",
    "speaker": "SELECT DISTINCT quote_id, CASE name WHEN '' THEN kind ELSE name END AS value FROM speakers"
    " WHERE (name <> '' OR kind IN ('anonymous', 'unknown')) AND {quotes:quote_id}",
    "tag": "SELECT name AS value FROM tag WHERE {articles:target} OR {quotes:target} OR {positions:target}"
    " OR {facts:target} OR {notes:target}"
    " OR {people:target}",
    "from": "SELECT DISTINCT quote_id, country_from AS value FROM speakers WHERE {quotes:quote_id}",
    "kind": "SELECT kind AS value FROM quote WHERE {quotes:id}",
    "stance": "SELECT stance AS value FROM positions WHERE {positions:id}",
    "issue": "SELECT issue AS value FROM positions WHERE {positions:id}",
    "attribution": "SELECT attribution AS value FROM position WHERE {positions:id}",
    "differs": "SELECT DISTINCT fact.id, json_extract(d.value, '$[0]') AS value"
    " FROM fact, json_each(fact.differences) d WHERE {facts:fact.id}",
    "status": "SELECT status AS value FROM positions WHERE {positions:id} AND status <> 'suggested'"
    " UNION ALL SELECT status FROM facts WHERE {facts:id} AND status <> 'suggested'",
    "unanalysed": "SELECT language AS value FROM unanalysed WHERE {articles:article_id}",
}
"""Field -> its value for every row that counts: of articles for outlets, of quotes for speakers, ..."""


class _Members:
    """Fills `{pane:column}` with the condition that the column is an id of a row of the pane that matches."""

    def __init__(self, pane: Pane, ids: str) -> None:
        self.pane = pane
        self.ids = ids

    def __format__(self, column: str) -> str:
        return f"{column} IN ({self.ids})" if self.ids else "1"


@reads
def facets(db: Database, query_text: str = "", *, country_codes: Mapping[str, str] = NO_CODES) -> tuple[Facet, ...]:
    """For each field the most frequent values among what matches, most frequent first."""
    query, lookup = parse(query_text), ValueLookup(db, country_codes)
    members: dict[str, _Members] = {}
    values: dict[str, Any] = {}
    for pane in PANES:
        what = compile_query(query, pane, lookup)
        ids = all_ids(pane, what).replace(":match", f":{pane}match") if what.match or what.condition else ""
        members[pane] = _Members(pane, ids)
        values |= what.values | {f"{pane}match": what.match}
    names = _country_names(db)
    labels: dict[str, Callable[[str], str]] = {"country": lambda code: names.get(code, ""), "unanalysed": language_name}
    return tuple(
        Facet(field, value, count, labels.get(field, _no_label)(value))
        for field, sql in _COUNTS.items()
        for value, count in _counted(db, sql.format_map(members), values)
    )


def _no_label(value: str) -> str:
    """Most values are shown as they are."""
    return ""


def _counted(db: Database, rows: str, values: Mapping[str, Any]) -> list[tuple[str, int]]:
    sql = (
        f"SELECT value, count(*) AS count FROM ({rows}) WHERE value <> ''"
        f" GROUP BY value ORDER BY count DESC, value LIMIT {AT_MOST}"
    )
    return [(value, count) for value, count in db.execute(sql, dict(values))]


def _country_names(db: Database) -> dict[str, str]:
    """A name for each code: as the texts have it most often."""
    rows = db.execute("SELECT holder, holder_name FROM position GROUP BY holder, holder_name ORDER BY count(*)")
    return dict(rows.fetchall())
