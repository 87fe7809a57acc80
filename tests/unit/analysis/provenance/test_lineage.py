"""How many sources are left."""

from __future__ import annotations

from workbench.analysis.provenance.lineage import count_sources, merge_credits, source_counter
from workbench.model import Lineage, Span


def test_copies_and_common_origins_count_once() -> None:
    credited = [Lineage(article, "credits", "Reuters") for article in ("A3", "A4")]
    rows = [Lineage("A2", "copies", "A1", 0.8), *credited]
    assert count_sources(["A1", "A2", "A3", "A4", "A5"], rows) == 3


def test_a_small_copy_leaves_a_source_its_own() -> None:
    assert count_sources(["A1", "A2"], [Lineage("A2", "copies", "A1", 0.16)]) == 2


def test_the_origin_is_one_with_those_that_credit_it() -> None:
    rows = [Lineage("A2", "credits", "Reuters")]
    assert count_sources(["A1", "A2"], rows, {"A1": "Reuters", "A2": "The Herald"}) == 1
    assert count_sources(["A1", "A2"], rows) == 2


def test_no_articles_no_sources() -> None:
    assert count_sources([], []) == 0


def test_the_same_agency_under_two_names_is_one_source() -> None:
    rows = [Lineage("A1", "credits", "AP"), Lineage("A2", "credits", "Associated Press")]
    assert count_sources(["A1", "A2", "A3"], rows, {"A1": "", "A2": "", "A3": "The Associated Press"}) == 1


def test_what_others_credit_joins_nobody() -> None:
    rows = [Lineage("A3", "credits", "Reuters"), Lineage("A1", "credits", "AFP")]
    assert count_sources(["A1", "A2"], rows, {"A1": "The Herald", "A2": "Reuters"}) == 2


def test_an_outlet_is_credited_once_under_whatever_name_where_it_has_a_place() -> None:
    placed = Lineage("A1", "credits", "Associated Press", span=Span(0, 16))
    assert merge_credits([Lineage("A1", "credits", "AP"), placed, Lineage("A2", "credits", "AP")]) == (
        placed, Lineage("A2", "credits", "AP"),
    )  # fmt: skip


def test_an_outlet_is_one_source_however_many_articles_it_has() -> None:
    assert count_sources(["A1", "A2"], [], {"A1": "The Post", "A2": "Post"}) == 1


def test_articles_that_do_not_report_it_join_nobody() -> None:
    rows = [Lineage("A1", "credits", "AFP"), Lineage("A2", "credits", "Reuters"),
            Lineage("A3", "credits", "AFP"), Lineage("A3", "credits", "Reuters")]  # fmt: skip
    count = source_counter(rows, lambda _: "")
    assert count(["A1", "A2"]) == 2
    assert count(["A1", "A2", "A3"]) == 1
