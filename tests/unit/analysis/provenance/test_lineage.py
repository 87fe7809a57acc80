"""How many sources are left."""

from __future__ import annotations

from workbench.analysis.provenance.lineage import (
    count_sources,
    credited_origins,
    merge_credits,
    source_counter,
    source_numberer,
    source_numbers,
    spans_by_article,
)
from workbench.model import Lineage, Passage, Span

FIRST = Span(10, 40)
SECOND = (Span(50, 90),)
"""A passage that is credited."""


def places(*articles: str, span: Span = FIRST) -> list[Passage]:
    return [(article, span) for article in articles]


def test_copies_and_common_origins_count_once() -> None:
    credited = [Lineage(article, "credits", "Reuters") for article in ("A3", "A4")]
    rows = [Lineage("A2", "copies", "A1", 0.8), *credited]
    assert count_sources(places("A1", "A2", "A3", "A4", "A5"), rows) == 3


def test_a_small_copy_leaves_a_source_its_own() -> None:
    assert count_sources(places("A1", "A2"), [Lineage("A2", "copies", "A1", 0.16)]) == 2


def test_the_origin_is_one_with_those_that_credit_it() -> None:
    rows = [Lineage("A2", "credits", "Reuters")]
    assert count_sources(places("A1", "A2"), rows, {"A1": "Reuters", "A2": "The Herald"}) == 1
    assert count_sources(places("A1", "A2"), rows) == 2


def test_no_articles_no_sources() -> None:
    assert count_sources(places(), []) == 0


def test_the_same_agency_under_two_names_is_one_source() -> None:
    rows = [Lineage("A1", "credits", "AP"), Lineage("A2", "credits", "Associated Press")]
    assert count_sources(places("A1", "A2", "A3"), rows, {"A1": "", "A2": "", "A3": "The Associated Press"}) == 1


def test_what_others_credit_joins_nobody() -> None:
    rows = [Lineage("A3", "credits", "Reuters"), Lineage("A1", "credits", "AFP")]
    assert count_sources(places("A1", "A2"), rows, {"A1": "The Herald", "A2": "Reuters"}) == 2


def test_an_outlet_is_credited_once_under_whatever_name_where_it_has_a_place() -> None:
    placed = Lineage("A1", "credits", "Associated Press", span=Span(0, 16))
    assert merge_credits([Lineage("A1", "credits", "AP"), placed, Lineage("A2", "credits", "AP")]) == (
        placed, Lineage("A2", "credits", "AP"),
    )  # fmt: skip


def test_an_outlet_is_one_source_however_many_articles_it_has() -> None:
    assert count_sources(places("A1", "A2"), [], {"A1": "The Post", "A2": "Post"}) == 1


def test_articles_that_do_not_report_it_join_nobody() -> None:
    rows = [Lineage("A1", "credits", "AFP"), Lineage("A2", "credits", "Reuters"),
            Lineage("A3", "credits", "AFP"), Lineage("A3", "credits", "Reuters")]  # fmt: skip
    count = source_counter(rows, lambda _: "")
    assert count(places("A1", "A2")) == 2
    assert count(places("A1", "A2", "A3")) == 1


def test_a_credit_for_one_passage_makes_that_passage_dependent_and_no_other() -> None:
    rows = [Lineage("A2", "credits", "Reuters", passages=SECOND)]
    outlets = {"A1": "Reuters", "A2": "The Herald"}
    assert count_sources(places("A1", "A2"), rows, outlets) == 2
    assert count_sources(places("A1", "A2", span=Span(60, 70)), rows, outlets) == 1
    assert source_numbers({"A1": (), "A2": ()}, rows, outlets) == {"A1": 0, "A2": 1}


def test_who_tells_a_thing_twice_and_once_from_another_has_it_from_that() -> None:
    rows = [Lineage("A2", "credits", "Reuters", passages=SECOND)]
    told = [*places("A1", "A2"), ("A2", Span(60, 70))]
    assert count_sources(told, rows, {"A1": "Reuters", "A2": "The Herald"}) == 1


def test_two_that_have_a_passage_from_one_outlet_are_one_source() -> None:
    rows = [Lineage(article, "credits", "AFP", passages=SECOND) for article in ("A1", "A2")]
    assert count_sources(places("A1", "A2", span=Span(55, 80)), rows) == 1
    assert count_sources([("A1", Span(55, 80)), ("A2", Span(0, 9))], rows) == 2


def test_an_agency_that_only_helped_makes_nothing_dependent() -> None:
    rows = [Lineage("A2", "credits", "AP", passages=())]
    assert count_sources(places("A1", "A2"), rows, {"A1": "AP", "A2": "The Herald"}) == 2


def test_credits_of_one_outlet_under_two_names_are_for_the_passages_of_both() -> None:
    first = Lineage("A1", "credits", "AP", 0.1, Span(0, 2), (Span(0, 9),))
    second = Lineage("A1", "credits", "Associated Press", 0.2, Span(60, 76), SECOND)
    [both] = merge_credits([first, second])
    assert both.passages == (Span(0, 9), Span(50, 90))
    [whole] = merge_credits([first, Lineage("A1", "credits", "AP")])
    assert (whole.passages, whole.span) == (None, Span(0, 2))


def test_a_passage_has_the_origins_that_its_article_credits_for_it() -> None:
    rows = [Lineage("A1", "credits", "Reuters", passages=SECOND), Lineage("A1", "credits", "The Herald"),
            Lineage("A2", "credits", "AFP")]  # fmt: skip
    assert credited_origins(rows, ("A1", Span(60, 70)), "Herald") == ("Reuters",)
    assert credited_origins(rows, ("A1", Span(0, 9)), "Herald") == ()
    assert credited_origins(rows, ("A1", Span(0, 9)), "Post") == ("The Herald",)


def test_articles_that_take_nothing_are_told_apart_by_their_outlets() -> None:
    outlets = {"A1": "The Post", "A2": "Wire", "A3": "Post", "A4": "", "A5": "AP", "A6": "Associated Press", "A7": ""}
    told = [(id, Span(0, 9)) for id in reversed(outlets)]
    found = source_numberer((), lambda id: outlets[id])(told)
    assert found == source_numbers(spans_by_article(told), (), outlets)
    assert found["A1"] == found["A3"] != found["A2"]
    assert found["A4"] != found["A7"]
