"""Where clauses stand, and which clause stands at a place."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.article_signatures import article_signature, clause_hash
from workbench.analysis.facts.clause_places import ClauseHashes, ClausePlaces
from workbench.model import Clause, Span

ONE = article_signature("B", [Clause("B", Span(0, 5), "tolls", ("toll",))])
OTHER = article_signature(
    "A",
    [
        Clause("A", Span(9, 14), "Tolls", ("toll",)),
        Clause("A", Span(2, 7), "tolls", ("toll",)),
        Clause("A", Span(20, 25), "bans", ("ban",)),
    ],
)
TOLLS, BANS = clause_hash("tolls"), clause_hash("bans")


def test_places_stand_by_article_and_span_whatever_the_order() -> None:
    found = ClausePlaces([ONE, OTHER])
    assert {**found} == {TOLLS: [("A", Span(9, 14)), ("A", Span(2, 7)), ("B", Span(0, 5))], BANS: [("A", Span(20, 25))]}
    assert {**ClausePlaces([OTHER, ONE])} == {**found}
    assert len(found) == 2


def test_a_clause_that_stands_nowhere_has_no_place() -> None:
    found = ClausePlaces([ONE, OTHER])
    for nowhere in (0, min(TOLLS, BANS) + 1, 2**63 - 1):
        assert nowhere not in found
        with pytest.raises(KeyError):
            found[nowhere]
    assert list(ClausePlaces([])) == []


def test_the_clause_at_a_place_is_known_by_its_hash() -> None:
    found = ClauseHashes([ONE, OTHER])
    assert found["B", Span(0, 5)] == TOLLS
    assert found.get(("A", Span(20, 25))) == BANS
    assert found.get(("A", Span(20, 26))) is None
    assert found.get(("C", Span(0, 5))) is None
    assert {*found} == {("B", Span(0, 5)), ("A", Span(9, 14)), ("A", Span(2, 7)), ("A", Span(20, 25))}
    assert len(found) == 4
    assert found.articles == {"A", "B"}
