"""Search in every pane: pages, counts, facets, and what was meant when nothing was found.

The ids of a page are found first and everything that is shown of them (values, heads, marks, snippets) is read for
those few alone, so a page costs the same in a small case and a large one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.errors import NotFound
from workbench.model import PANES, Article, Pane
from workbench.store.database import Database
from workbench.store.matches import ALL, RANKED, Listings, Matches
from workbench.store.query import Query, parse
from workbench.store.query.compiler import CompiledQuery, ValueLookup, compile_query
from workbench.store.query.fields import INDEXES, TABLES
from workbench.store.rows import read_rows
from workbench.store.serialization import json_array, to_json
from workbench.store.transactions import reads, revision_number
from workbench.views import Results, Row

MARK_START, MARK_END = "\ue000", "\ue001"
SNIPPET_WORDS = 16
NO_CODES: Mapping[str, str] = {}


@reads
def search(
    db: Database,
    pane: Pane,
    query_text: str = "",
    *,
    limit: int = 200,
    offset: int = 0,
    order: str = "",
    rank_all: bool = False,
    country_codes: Mapping[str, str] = NO_CODES,
    listings: Listings | None = None,
) -> Results[Any]:
    """A page of a pane's list; `limit` -1 for all of it. `country_codes` are names of countries -> codes.

    `order` is empty (relevance, or the date where nothing is searched for), "date" or a name in `ORDERS`, with a minus
    before it for the other way round; any other is by date. Where many rows match, those that were added last are
    ranked, and the others come behind them, unless `rank_all`. `listings` keeps the order for the next page.
    """
    query = parse(query_text)
    lookup = ValueLookup(db, country_codes)
    matches = Matches(db, pane, compile_query(query, pane, lookup), order, rank_all or limit == ALL)
    total = matches.count()
    if not total:
        return Results((), 0, query.hints, _suggestion(db, pane, query, lookup))
    bound = matches.first_unranked(total)
    if offset <= 0 and limit <= RANKED:
        places = matches.first(limit, bound)
    else:
        key = (revision_number(db), pane, query_text, order, bound is None)
        listed = (listings or Listings()).get(key, lambda: matches.all(bound))
        places = listed[max(0, offset) :][: None if limit == ALL else limit]
    rows = _rows(db, pane, matches.what, _ids(db, pane, places))
    forms = lookup.forms(INDEXES["articles"]).matching_forms(query.tree)
    among = 0 if bound is None else RANKED
    return Results(rows, total, query.hints, forms=forms, ranked=matches.ranked, ranked_among=among)


def _suggestion(db: Database, pane: Pane, query: Query, lookup: ValueLookup) -> str:
    """What may have been meant, where that finds anything."""
    from workbench.store.query.suggestions import suggest_query

    meant = suggest_query(db, query, lookup) if query.tree else ""
    return meant if meant and Matches(db, pane, compile_query(parse(meant), pane, lookup)).count() else ""


def _rows(db: Database, pane: Pane, what: CompiledQuery, ids: Mapping[int, str]) -> tuple[Row[Any], ...]:
    """The rows of these ids, each by its rowid, in that order."""
    snippets, found = _snippets(db, pane, what, list(ids)), read_rows(db, pane, list(ids.values()))
    return tuple(replace(found[id], snippet=snippets.get(place, "")) for place, id in ids.items() if id in found)


@reads
def matching_rows(
    db: Database, pane: Pane, ids: Sequence[str], query_text: str, *, country_codes: Mapping[str, str] = NO_CODES
) -> tuple[Row[Any], ...]:
    """Some of the rows that match, in the order of the ids."""
    what = compile_query(parse(query_text), pane, ValueLookup(db, country_codes))
    sql = f"SELECT id, rowid FROM {TABLES[pane]} WHERE id IN (SELECT value FROM json_each(?))"
    places = dict(db.execute(sql, [json_array(ids)]).fetchall())
    return _rows(db, pane, what, {places[id]: id for id in ids if id in places})


@reads
def counts(db: Database, query_text: str = "", *, country_codes: Mapping[str, str] = NO_CODES) -> dict[Pane, int]:
    """How many rows each pane has for a query."""
    query, lookup = parse(query_text), ValueLookup(db, country_codes)
    return {pane: Matches(db, pane, compile_query(query, pane, lookup)).count() for pane in PANES}


@reads
def get(db: Database, pane: Pane, id: str) -> Row[Any]:
    """One row of a pane, whole: an article with its text."""
    row = read_rows(db, pane, [id]).get(id)
    if row is None:
        what = "person" if pane == "people" else pane.removesuffix("s")
        raise NotFound(f"There is no {what} {id}.", "Ids are shown by `--json` listings.")
    if isinstance(row.value, Article):
        text, contributors = db.execute("SELECT text, contributors FROM article WHERE id = ?", [id]).fetchone()
        return replace(row, value=replace(row.value, text=text, contributors=contributors))
    return row


@reads
def suggest(db: Database, text: str, *, country_codes: Mapping[str, str] = NO_CODES) -> str:
    """Did you mean: the query with what the case does not have replaced by what is most like it, or empty."""
    from workbench.store.query.suggestions import suggest_query

    return suggest_query(db, parse(text), ValueLookup(db, country_codes))


def _ids(db: Database, pane: Pane, places: Sequence[int]) -> dict[int, str]:
    """Rowid -> id, in that order."""
    sql = f"SELECT rowid, id FROM {TABLES[pane]} WHERE rowid IN (SELECT value FROM json_each(?))"
    found = dict(db.execute(sql, [to_json(list(places))]).fetchall())
    return {place: found[place] for place in places if place in found}


def _snippets(db: Database, pane: Pane, what: CompiledQuery, places: Sequence[int]) -> dict[int, str]:
    """For each rowid a passage with the words of the query marked."""
    if not what.match or not places:
        return {}
    index = INDEXES[pane]
    # The plus keeps FTS5 from looking every row up by itself: for a prefix each look gathers all its words anew.
    sql = (
        f"SELECT rowid, snippet({index}, -1, :start, :end, '…', {SNIPPET_WORDS}) FROM {index}"
        f" WHERE {index} MATCH :match"
        " AND rowid BETWEEN :low AND :high AND +rowid IN (SELECT value FROM json_each(:places))"
    )
    values = {"places": to_json(list(places)), "low": min(places), "high": max(places)}
    marks = {"start": MARK_START, "end": MARK_END, "match": what.match}
    return dict(db.execute(sql, values | marks).fetchall())
