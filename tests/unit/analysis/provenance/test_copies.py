"""Passages that articles share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.provenance.copies import MAX_ORIGINS, find_copies
from workbench.analysis.provenance.lineage import count_sources
from workbench.model import Span

WIRE = (
    "The harbour of Valparaiso was closed on Sunday after a crane fell onto a container ship, the port authority said. "
    "Nobody was hurt, but two of the four berths cannot be used before the end of the month, and ships go north."
)
REWRITE = "Trouble in Chile. " + WIRE + " Insurers expect large claims, a broker in London told us by telephone."
OTHER = "A new species of frog has been found in the cloud forest, and biologists say that it glows under the moon."


def test_the_later_article_has_the_passage_from_the_earlier() -> None:
    texts = {"A1": REWRITE, "A2": WIRE, "A3": OTHER}
    [row] = find_copies(texts, {"A1": "2024-03-02", "A2": "2024-03-01", "A3": "2024-03-01"})
    assert (row.article_id, row.kind, row.origin) == ("A1", "copies", "A2")
    assert 0.6 < row.share < 0.9
    assert row.span
    assert row.span.of(REWRITE) == WIRE.removesuffix(".")


def test_of_one_day_the_longer_has_it_from_the_shorter() -> None:
    [row] = find_copies({"A1": REWRITE, "A2": WIRE})
    assert (row.article_id, row.origin) == ("A1", "A2")


def test_a_shared_phrase_is_no_copy() -> None:
    phrase = "the port authority said that nobody was hurt in the accident on Sunday"
    other = "Trains were late in the whole of the south and"
    assert find_copies({"A1": f"{OTHER} In Chile {phrase}.", "A2": f"{other} {phrase}."}) == ()


@pytest.mark.parametrize(
    "text", ["Two trains collided near Lyon on Monday, killing twelve.", "It rained in Lyon.", "Rain"]
)
def test_articles_of_one_text_are_copies_however_short(text: str) -> None:
    rows = find_copies({"A1": text, "A2": text.upper(), "A3": f"{text} More."})
    assert [(row.article_id, row.origin, row.share) for row in rows] == [("A2", "A1", 1.0)]
    assert rows[0].span == Span(0, len(text.rstrip(".")))


def test_five_hundred_articles_of_one_text_are_one_source() -> None:
    texts = {f"A{n:03}": "Two trains collided near Lyon on Monday, killing twelve." for n in range(500)}
    rows = find_copies(texts)
    assert len(rows) <= MAX_ORIGINS * len(texts)
    assert count_sources([(article, Span(0, 9)) for article in texts], rows, {id: f"Paper {id}" for id in texts}) == 1


@settings(max_examples=40)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(a: str, b: str) -> None:
    for row in find_copies({"A1": a, "A2": b}):
        assert 0 < row.share <= 1
