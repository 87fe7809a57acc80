"""Lineage: copies, and how many sources are left."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.provenance.lineage import copies, counting, independent, once
from workbench.model import Lineage, Span

WIRE = (
    "The harbour of Valparaiso was closed on Sunday after a crane fell onto a container ship, the port authority said. "
    "Nobody was hurt, but two of the four berths cannot be used before the end of the month, and ships go north."
)
REWRITE = "Trouble in Chile. " + WIRE + " Insurers expect large claims, a broker in London told us by telephone."
OTHER = "A new species of frog has been found in the cloud forest, and biologists say that it glows under the moon."


def test_the_later_article_has_the_passage_from_the_earlier() -> None:
    texts = {"A1": REWRITE, "A2": WIRE, "A3": OTHER}
    [row] = copies(texts, {"A1": "2024-03-02", "A2": "2024-03-01", "A3": "2024-03-01"})
    assert (row.article_id, row.kind, row.origin) == ("A1", "copies", "A2")
    assert 0.6 < row.share < 0.9
    assert row.span
    assert row.span.of(REWRITE) == WIRE.removesuffix(".")


def test_of_one_day_the_longer_has_it_from_the_shorter() -> None:
    [row] = copies({"A1": REWRITE, "A2": WIRE})
    assert (row.article_id, row.origin) == ("A1", "A2")


def test_a_shared_phrase_is_no_copy() -> None:
    phrase = "the port authority said that nobody was hurt in the accident on Sunday"
    other = "Trains were late in the whole of the south and"
    assert copies({"A1": f"{OTHER} In Chile {phrase}.", "A2": f"{other} {phrase}."}) == ()


def test_copies_and_common_origins_count_once() -> None:
    credited = [Lineage(article, "credits", "Reuters") for article in ("A3", "A4")]
    rows = [Lineage("A2", "copies", "A1", 0.8), *credited]
    assert independent(["A1", "A2", "A3", "A4", "A5"], rows) == 3


def test_a_small_copy_leaves_a_source_its_own() -> None:
    assert independent(["A1", "A2"], [Lineage("A2", "copies", "A1", 0.16)]) == 2


def test_the_origin_is_one_with_those_that_credit_it() -> None:
    rows = [Lineage("A2", "credits", "Reuters")]
    assert independent(["A1", "A2"], rows, {"A1": "Reuters", "A2": "The Herald"}) == 1
    assert independent(["A1", "A2"], rows) == 2


def test_no_articles_no_sources() -> None:
    assert independent([], []) == 0


@settings(max_examples=40)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(a: str, b: str) -> None:
    for row in copies({"A1": a, "A2": b}):
        assert 0 < row.share <= 1


def test_the_same_agency_under_two_names_is_one_source() -> None:
    rows = [Lineage("A1", "credits", "AP"), Lineage("A2", "credits", "Associated Press")]
    assert independent(["A1", "A2", "A3"], rows, {"A1": "", "A2": "", "A3": "The Associated Press"}) == 1


def test_what_others_credit_joins_nobody() -> None:
    rows = [Lineage("A3", "credits", "Reuters"), Lineage("A1", "credits", "AFP")]
    assert independent(["A1", "A2"], rows, {"A1": "The Herald", "A2": "Reuters"}) == 2


def test_an_outlet_is_credited_once_under_whatever_name_where_it_has_a_place() -> None:
    placed = Lineage("A1", "credits", "Associated Press", span=Span(0, 16))
    assert once([Lineage("A1", "credits", "AP"), placed, Lineage("A2", "credits", "AP")]) == (
        placed, Lineage("A2", "credits", "AP"),
    )  # fmt: skip


def test_an_outlet_is_one_source_however_many_articles_it_has() -> None:
    assert independent(["A1", "A2"], [], {"A1": "The Post", "A2": "Post"}) == 1


def test_articles_that_do_not_report_it_join_nobody() -> None:
    rows = [Lineage("A1", "credits", "AFP"), Lineage("A2", "credits", "Reuters"),
            Lineage("A3", "credits", "AFP"), Lineage("A3", "credits", "Reuters")]  # fmt: skip
    count = counting(rows, lambda _: "")
    assert count(["A1", "A2"]) == 2
    assert count(["A1", "A2", "A3"]) == 1
