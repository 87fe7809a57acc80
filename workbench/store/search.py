"""Search in every pane: pages, counts, facets, and what was meant when nothing was found.

The ids of a page are found first and everything that is shown of them (values, heads, marks, snippets) is read for
those few alone, so a page costs the same in a small case and a large one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from workbench.errors import NotFound
from workbench.model import PANES, Article, Pane
from workbench.store.query import parse
from workbench.store.query.compiler import CompiledQuery, ValueLookup, compile_query
from workbench.store.query.fields import HEAD_JOINS, INDEXES, TABLES, WEIGHTS, order_by
from workbench.store.query.suggestions import suggest_query
from workbench.store.rows import read_rows
from workbench.store.serialization import json_array, to_json
from workbench.store.transactions import reads
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
    country_codes: Mapping[str, str] = NO_CODES,
) -> Results[Any]:
    """A page of a pane's list; `limit` -1 for all of it. `country_codes` are names of countries -> codes.

    `order` is empty (relevance, or the date where nothing is searched for), "date" or a name in `ORDERS`, with a minus
    before it for the other way round; any other is by date.
    """
    query = parse(query_text)
    lookup = ValueLookup(db, country_codes)
    what = compile_query(query, pane, lookup)
    total = _count(db, pane, what)
    if not total:
        meant = suggest_query(db, query, lookup) if query.tree else ""
        good = meant and _count(db, pane, compile_query(parse(meant), pane, lookup))
        return Results((), 0, query.hints, meant if good else "")
    ids = _page(db, pane, what, order, (limit, offset))
    snippets = _snippets(db, pane, what, ids)
    found = read_rows(db, pane, ids)
    rows = (replace(found[id], snippet=snippets.get(id, "")) for id in ids if id in found)
    forms = lookup.forms(INDEXES["articles"]).matching_forms(query.tree)
    return Results(tuple(rows), total, query.hints, forms=forms, ranked=_is_ranked(what, order))


@reads
def counts(db: Database, query_text: str = "", *, country_codes: Mapping[str, str] = NO_CODES) -> dict[Pane, int]:
    """How many rows each pane has for a query."""
    query, lookup = parse(query_text), ValueLookup(db, country_codes)
    return {pane: _count(db, pane, compile_query(query, pane, lookup)) for pane in PANES}


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
    return suggest_query(db, parse(text), ValueLookup(db, country_codes))


def _where(*conditions: str) -> str:
    found = [c for c in conditions if c]
    return f" WHERE {' AND '.join(found)}" if found else ""


def _matching(pane: Pane, what: CompiledQuery) -> str:
    """The words as a condition on `t`."""
    index = INDEXES[pane]
    return f"t.rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH :match)" if what.match else ""


def all_ids(pane: Pane, what: CompiledQuery) -> str:
    """A SELECT of all ids that match; `:match` must be bound to the words."""
    return f"SELECT t.id FROM {TABLES[pane]} t{_where(_matching(pane, what), what.condition)}"


def _bound(what: CompiledQuery, **more: Any) -> dict[str, Any]:
    words = {name: value for name, value in (("match", what.match), ("exact", what.exact)) if value}
    return {**what.values, **words, **more}


def _count(db: Database, pane: Pane, what: CompiledQuery) -> int:
    index = INDEXES[pane]
    if what.match and not what.condition:
        sql = f"SELECT count(*) FROM {index} WHERE {index} MATCH :match"
    else:
        sql = f"SELECT count(*) FROM {TABLES[pane]} t{_where(_matching(pane, what), what.condition)}"
    return int(db.execute(sql, _bound(what)).fetchone()[0])


def _page(db: Database, pane: Pane, what: CompiledQuery, order: str, part: tuple[int, int]) -> list[str]:
    sql = _ranked(pane, what) if _is_ranked(what, order) else _listed(pane, what, order)
    limit, offset = part
    rows = db.execute(f"{sql} LIMIT :limit OFFSET :offset", _bound(what, limit=limit, offset=max(0, offset)))
    return [row[0] for row in rows]


def _is_ranked(what: CompiledQuery, order: str) -> bool:
    return bool(what.match) and not order


def _ranked(pane: Pane, what: CompiledQuery) -> str:
    index, weights = INDEXES[pane], ", ".join(map(str, WEIGHTS[pane]))
    first = f"t.rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH :exact) DESC, " if what.exact else ""
    return (
        f"SELECT t.id FROM {index} CROSS JOIN {TABLES[pane]} t ON t.rowid = {index}.rowid"
        f"{_where(f'{index} MATCH :match', what.condition)} ORDER BY {first}bm25({index}, {weights}), t.rowid"
    )


def _listed(pane: Pane, what: CompiledQuery, order: str) -> str:
    where = _where(_matching(pane, what), what.condition)
    walk = "" if where else "CROSS "  # all of it: article by article, in the order of the index
    tables = f"head h {walk}{HEAD_JOINS[pane]}" if pane in HEAD_JOINS else f"{TABLES[pane]} t"
    return f"SELECT t.id FROM {tables}{where} ORDER BY {order_by(pane, order)}"


def _snippets(db: Database, pane: Pane, what: CompiledQuery, ids: Sequence[str]) -> dict[str, str]:
    """For each id a passage with the words of the query marked."""
    if not what.match:
        return {}
    index, table = INDEXES[pane], TABLES[pane]
    found = db.execute(f"SELECT rowid, id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", [json_array(ids)])
    places = dict(found.fetchall())
    # The plus keeps FTS5 from looking every row up by itself: for a prefix each look gathers all its words anew.
    sql = (
        f"SELECT rowid, snippet({index}, -1, :start, :end, '…', {SNIPPET_WORDS}) FROM {index}"
        f" WHERE {index} MATCH :match AND +rowid IN (SELECT value FROM json_each(:places))"
    )
    values = {"places": to_json(list(places)), "start": MARK_START, "end": MARK_END, "match": what.match}
    return {places[place]: snippet for place, snippet in db.execute(sql, values)}
