"""What may be said of outlets that have no phrasing of a fact."""

from __future__ import annotations

from workbench.model import Fact, Phrasing, Span
from workbench.views import Head
from workbench.views.missing_outlets import absence, compared_outlets

OUTLETS = {"A1": "Wire", "A2": "Post", "A3": "Radio", "A4": "Sun", "A5": "Sun"}


def told(article: str, confidence: float = 0.5) -> Phrasing:
    return Phrasing(article, Span(0, 9), "The dam h", confidence=confidence)


def test_an_outlet_with_a_passage_near_the_fact_is_not_missing() -> None:
    fact = Fact("x", "event", (told("A1"),), perhaps=(told("A5", 0.3), told("A4", 0.2)))
    found = absence(fact, OUTLETS.__getitem__, ["Wire", "Post", "Radio", "Sun"])
    assert found.missing == ("Post", "Radio")
    assert [passage.article_id for passage in found.perhaps] == ["A5"]


def test_who_tells_it_has_it_not_perhaps() -> None:
    fact = Fact("x", "event", (told("A1"), told("A4")), perhaps=(told("A5"),))
    assert absence(fact, OUTLETS.__getitem__, ["Wire", "Sun"]) == absence(
        Fact("x", "event", fact.phrasings), OUTLETS.__getitem__, []
    )


def test_only_outlets_whose_current_articles_were_all_compared_are_searched() -> None:
    heads = [
        Head("A1", "a", "", "Wire", ""),
        Head("A2", "b", "", "Post", ""),
        Head("A3", "c", "", "Post", "", compared=False),
        Head("A4", "d", "", "Sun", "", superseded=True, compared=False),
        Head("A5", "e", "", "Sun", ""),
        Head("A6", "f", "", "Moon", "", superseded=True),
        Head("A7", "g", "", "", ""),
    ]
    assert compared_outlets(heads) == ["Sun", "Wire"]
