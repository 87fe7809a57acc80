"""Searching the panes: what is found, in which order, how it is counted, and that no query fails."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.store.query.test_language import TEXTS as QUERIES
from workbench.model import PANES, Article, Pane
from workbench.store import notes, search, vocabulary
from workbench.store.database import Database
from workbench.store.facets import facets
from workbench.store.query import CHOICES, FIELDS
from workbench.store.query.fields import ORDERS

from .conftest import CODES

POST, WIRE, RADIO = "Harbour Post", "Coastal Wire", "North Radio"


def outlets(db: Database, pane: Pane, query: str, order: str = "") -> list[str]:
    """The outlets of the rows that match, in order."""
    found = search.search(db, pane, query, order=order, country_codes=CODES)
    assert found.total == len(found.rows) == search.counts(db, query, country_codes=CODES)[pane]
    return [row.head.outlet for row in found.rows if row.head]


@pytest.mark.parametrize(
    ("query", "order", "ranked"),
    [("toll", "", True), ("toll", "date", False), ("", "", False), (f'outlet:"{WIRE}"', "", False)],
)
def test_only_words_rank_what_they_find(
    db: Database, story: list[Article], query: str, order: str, ranked: bool
) -> None:
    assert search.search(db, "articles", query, order=order).ranked == ranked


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {POST, WIRE, RADIO}),
        ("toll", {POST, WIRE}),
        ("TOLL Rejected", {WIRE}),
        ("ana", {POST}),
        ("toll -norland", set()),
        ("crowns NOT rejected", {POST}),
        ("-toll", {RADIO}),
        ("ferries OR crowns", {POST, WIRE, RADIO}),
        ("(ferries OR crowns) norland", {POST, WIRE}),
        ('"any toll"', {POST}),
        ('"toll any"', set()),
        ("minist*", {POST, WIRE, RADIO}),
        ("foreign-ministry", {RADIO}),
        ("U.S.", {WIRE}),
        ("AT&T", {WIRE}),
        ("it's", {RADIO}),
        ("50%", {WIRE}),
        ("NEAR(norland toll, 3)", {POST, WIRE}),
        ("norland NEAR/1 crowns", set()),
        ("writer", {POST, WIRE, RADIO}),
        ("in:title norland", {WIRE}),
        ("in:title rejected", set()),
        ("outlet:post", {POST}),
        ('outlet:"north radio"', {RADIO}),
        ("outlet:harb", {POST}),
        ("outlet:nowhere", set()),
        ("-outlet:post", {WIRE, RADIO}),
        ("toll outlet:post OR outlet:radio", {POST, RADIO}),
        ("speaker:rell", {POST}),
        ('speaker:"ana rell"', {POST}),
        ("speaker:anonymous", {RADIO}),
        ("country:NOR", {POST, WIRE}),
        ("country:norland", {POST, WIRE}),
        ("country:sudria", {POST, RADIO}),
        ("kind:indirect", {RADIO}),
        ("kind:state", {POST, WIRE}),
        ("stance:supports", {RADIO}),
        ('issue:"toll on the causeway"', {POST, WIRE}),
        ("attribution:reported", {POST, WIRE, RADIO}),
        ("date:2025-08-21", {WIRE}),
        ("date:2025-08-21..", {WIRE, RADIO}),
        ("date:..2025-08-20", {POST}),
        ("date:2024", set()),
        ("language:en", {POST, WIRE, RADIO}),
        ("source:stories/coastal", {WIRE}),
        ("has:fact", {POST, WIRE}),
        ("-has:fact has:quotes has:positions", {RADIO}),
        ("is:starred", set()),
    ],
)
def test_which_articles_a_query_finds(db: Database, story: list[Article], query: str, expected: set[str]) -> None:
    assert set(outlets(db, "articles", query)) == expected


@pytest.mark.parametrize(
    ("pane", "query", "expected"),
    [
        ("quotes", "toll", [WIRE]),
        ("quotes", "brenn", [WIRE]),
        ("quotes", "added", [POST]),
        ("quotes", "speaker:rell late", [POST]),
        ("quotes", "country:norland", [WIRE]),
        ("quotes", "kind:mixed", [POST]),
        ("quotes", "stance:ruled_out", []),
        ("quotes", "in:title ferries", [RADIO]),
        ("quotes", "in:title ferries OR outlet:wire", [RADIO, WIRE]),
        ("quotes", "has:quote", [RADIO, WIRE, POST, POST]),
        ("positions", "toll", [POST, WIRE]),
        ("positions", "country:norland stance:opposes", [POST]),
        ("positions", "issue:causeway date:2025-08-21", [WIRE]),
        ("positions", "speaker:nobody", []),
        ("positions", "kind:direct", []),
    ],
)
def test_which_rows_a_query_finds(
    db: Database, story: list[Article], pane: Pane, query: str, expected: list[str]
) -> None:
    assert sorted(outlets(db, pane, query)) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 1),
        ("crowns", 1),
        ("toll", 0),
        ("outlet:wire", 1),
        ("outlet:radio", 0),
        ("kind:state", 1),
        ("speaker:brenn", 0),
        ("stance:opposes", 0),
        ("date:2025-08-22", 0),
        ("fact:{id} id:{id}", 1),
    ],
)
def test_which_facts_a_query_finds(db: Database, story: list[Article], query: str, total: int) -> None:
    id = search.search(db, "facts").rows[0].id
    assert search.search(db, "facts", query.format(id=id)).total == total


def test_order(db: Database, story: list[Article]) -> None:
    assert outlets(db, "articles", "") == [RADIO, WIRE, POST]
    assert outlets(db, "articles", "toll") == [WIRE, POST]
    assert outlets(db, "articles", "", "outlet") == [WIRE, POST, RADIO]
    assert outlets(db, "articles", "crowns", "source") == [WIRE, POST]
    assert outlets(db, "quotes", "") == [RADIO, WIRE, POST, POST]
    starts = [r.value.spans[0].start for r in search.search(db, "quotes", "outlet:post").rows]
    assert starts == sorted(starts)
    vocabulary = [r.value.speakers[0].label for r in search.search(db, "quotes", order="speaker").rows]
    assert vocabulary == ["a source", "Odd Brenn", "Ána Rell", "Ána Rell"]


@pytest.mark.parametrize(("pane", "orders"), [(pane, [o for o in ORDERS if pane in ORDERS[o]]) for pane in PANES])
def test_every_order_turns_round_and_leaves_nothing_out(
    db: Database, story: list[Article], pane: Pane, orders: list[str]
) -> None:
    every = {row.id for row in search.search(db, pane, limit=-1).rows}
    for order in ("date", *orders):
        there, back = (search.search(db, pane, order=each, limit=-1).rows for each in (order, f"-{order}"))
        assert {row.id for row in there} == {row.id for row in back} == every


def test_the_other_way_round(db: Database, story: list[Article]) -> None:
    assert outlets(db, "articles", "", "-date") == [POST, WIRE, RADIO]
    assert outlets(db, "articles", "toll", "-outlet") == [POST, WIRE]
    certain = [r.value.confidence for r in search.search(db, "quotes", order="-confidence").rows]
    assert certain == sorted(certain)
    told = [len({p.article_id for p in r.value.phrasings}) for r in search.search(db, "facts", order="told").rows]
    assert told == sorted(told, reverse=True)


def test_what_is_empty_comes_last_both_ways(db: Database, story: list[Article]) -> None:
    for order in ("country", "-country"):
        rows = search.search(db, "quotes", order=order).rows
        countries = ["".join(s.country for s in row.value.speakers) for row in rows]
        assert "" in countries
        assert not countries[-1]


def test_pages_are_parts_of_the_whole(db: Database, story: list[Article]) -> None:
    whole = [r.id for r in search.search(db, "quotes", limit=-1).rows]
    parts = [search.search(db, "quotes", limit=3, offset=o) for o in (0, 3, 6)]
    assert [r.id for p in parts for r in p.rows] == whole
    assert {p.total for p in parts} == {4}


def test_a_snippet_shows_why(db: Database, story: list[Article]) -> None:
    row = search.search(db, "articles", '"any toll" outlet:post').rows[0]
    assert f"opposes {search.MARK_START}any toll{search.MARK_END}." in row.snippet
    assert row.value.text == ""
    assert search.search(db, "articles", "outlet:post").rows[0].snippet == ""


@pytest.mark.parametrize(
    ("pane", "query", "meant"),
    [
        ("articles", "causway", "causeway"),
        ("articles", "Nrland rejectd", "norland rejected"),
        ("articles", "toll -xyzzyx speaker:brnn", 'toll -xyzzyx speaker:"Odd Brenn"'),
        ("quotes", 'outlet:"Coastl Wire"', 'outlet:"Coastal Wire"'),
        ("positions", "country:norlnd", 'country:"Norland"'),
        ("facts", "causway", ""),
        ("articles", "qqqqqqq", ""),
        ("articles", "toll", ""),
    ],
)
def test_did_you_mean_is_a_query_that_finds_something(
    db: Database, story: list[Article], pane: Pane, query: str, meant: str
) -> None:
    found = search.search(db, pane, query, country_codes=CODES)
    assert found.suggestion == meant
    if meant:
        assert found.total == 0
        assert search.search(db, pane, meant, country_codes=CODES).total > 0


def test_facets_count_what_a_press_on_them_shows(db: Database, story: list[Article]) -> None:
    notes.tag(db, [search.search(db, "quotes", "toll").rows[0].id], "key")
    panes: dict[str, tuple[Pane, ...]] = {
        "outlet": ("articles",), "speaker": ("quotes",), "kind": ("quotes",), "stance": ("positions",),
        "issue": ("positions",), "attribution": ("positions",), "status": ("positions", "facts"),
        "country": ("quotes", "positions"), "tag": ("quotes",), "differs": ("facts",),
    }  # fmt: skip
    for query in ("", "norland", "outlet:post", "date:2025-08-21.. OR toll"):
        found = facets(db, query, country_codes=CODES)
        assert found
        for facet in found:
            narrowed = f'({query}) {facet.field}:"{facet.value}"' if query else f'{facet.field}:"{facet.value}"'
            counts = search.counts(db, narrowed, country_codes=CODES)
            assert sum(counts[p] for p in panes[facet.field]) == facet.count, (query, facet)
    labels = {f.value: f.label for f in facets(db, country_codes=CODES) if f.field == "country"}
    assert labels == {"NOR": "Norland", "SUD": "Sudria"}


@given(query=QUERIES)
@example('"' * 99)
@example("a " * 400)
@example("-(" * 60 + "a")
@example("\x00 \ud800 toll")
@example('tag:"\' OR 1=1 --" note:"a"* note:%')
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_fails_in_any_pane(db: Database, story: list[Article], query: str) -> None:
    counts = search.counts(db, query, country_codes=CODES)
    for pane in PANES:
        found = search.search(db, pane, query, country_codes=CODES, limit=2)
        assert found.total == counts[pane]
        assert len(found.rows) == min(2, found.total)
    facets(db, query, country_codes=CODES)
    search.suggest(db, query, country_codes=CODES)


@given(words=st.lists(st.sampled_from(["toll", "norland", "crowns", "late", "any"]), min_size=1, max_size=3))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_and_not_words_part_the_case(db: Database, story: list[Article], words: list[str]) -> None:
    query = " ".join(words)
    for pane in ("articles", "quotes", "positions", "facts"):
        all_of_it = search.search(db, pane).total  # type: ignore[arg-type]
        parts = [search.search(db, pane, q).total for q in (query, f"-({query})")]  # type: ignore[arg-type]
        assert sum(parts) == all_of_it


def test_the_vocabulary_has_every_field_and_its_values_once_the_most_frequent_first(
    db: Database, story: list[Article]
) -> None:
    known = vocabulary.vocabulary(db)
    assert known.fields == FIELDS
    pairs = [(facet.field, facet.value) for facet in known.values]
    assert len(pairs) == len(set(pairs))
    assert {facet.value for facet in known.values if facet.field == "is"} == set(CHOICES["is"])
    counts = [facet.count for facet in known.values if facet.field == "outlet"]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == db.execute("SELECT count(*) FROM head WHERE outlet <> ''").fetchone()[0] > 0
