"""Where the rows of a pane stand in the articles, without reading the rows: what an export puts them in order by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from workbench.model import Pane
from workbench.store.database import Database
from workbench.store.matches import Matches
from workbench.store.query import parse
from workbench.store.query.compiler import ValueLookup, compile_query
from workbench.store.query.fields import TABLES
from workbench.store.rows import NOTES_WITH_ARTICLES
from workbench.store.serialization import json_array
from workbench.store.transactions import reads

NO_VALUES: Mapping[str, Any] = {}
_PLACES: dict[Pane, str] = {
    "articles": "SELECT t.id, t.id, 0, '' FROM head t",
    "quotes": "SELECT t.id, t.article_id, t.start, '' FROM quote t",
    "positions": "SELECT t.id, t.article_id, t.clause_start, '' FROM position t",
    "facts": "SELECT t.id, p.article_id, p.start, '' FROM fact t LEFT JOIN phrasing p ON p.fact_id = t.id",
    "notes": f"SELECT t.id, t.article_id, coalesce(t.start, 0), t.written_at FROM ({NOTES_WITH_ARTICLES}) t",
    "people": "SELECT t.id, '', 0, '' FROM person t",
}


class RowPlace(NamedTuple):
    """A row by its id, and where it stands; of a fact there is one for each phrasing."""

    id: str
    article_id: str | None
    start: int
    written_at: str


@reads
def places_of_matches(db: Database, pane: Pane, query_text: str, *, country_codes: Mapping[str, str]) -> list[RowPlace]:
    """The places of all rows that match, in any order; `country_codes` are names of countries -> codes."""
    matches = Matches(db, pane, compile_query(parse(query_text), pane, ValueLookup(db, country_codes)))
    if not matches.are_some:
        return _read(db, pane)
    among = f" WHERE t.id IN (SELECT id FROM {TABLES[pane]} WHERE rowid IN ({matches.places}))"
    return _read(db, pane, among, matches.values)


@reads
def places_of(db: Database, pane: Pane, ids: Sequence[str]) -> list[RowPlace]:
    """The places of the rows with these ids, as far as there are any."""
    return _read(db, pane, " WHERE t.id IN (SELECT value FROM json_each(:ids))", {"ids": json_array(ids)})


def _read(db: Database, pane: Pane, among: str = "", values: Mapping[str, Any] = NO_VALUES) -> list[RowPlace]:
    return [RowPlace._make(row) for row in db.execute(_PLACES[pane] + among, values)]
