"""Which positions clauses state."""

from __future__ import annotations

from workbench.analysis.facts.article_signatures import article_signature, pack, unpack
from workbench.analysis.facts.position_statements import positions_by_clause, sides_by_clause, stated_positions
from workbench.model import Clause, Position, Span


def clause(article: str, start: int, end: int) -> Clause:
    return Clause(article, Span(start, end), "words", ("words",), (), ())


def position(start: int, end: int, stance: str, issue: str = "toll", confidence: float = 0.9) -> Position:
    span = Span(start, end)
    return Position("A", "PER", "Peru", stance, span, span, "words", issue, issue, confidence=confidence)


def test_a_position_belongs_to_the_clause_it_begins_in() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60), clause("B", 0, 90)]
    against, backing = position(20, 50, "ruled_out"), position(0, 30, "supports")
    found = positions_by_clause(parts, [against, backing])
    assert found == {("A", Span(20, 60)): [against], ("A", Span(0, 20)): [backing]}


def test_taking_part_states_no_stand_and_a_place_without_clause_none() -> None:
    assert positions_by_clause([clause("A", 0, 20)], [position(0, 20, "engaged"), position(40, 60, "supports")]) == {}


def test_sides_of_signatures_are_those_of_their_clauses() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60)]
    stated = stated_positions(parts, [position(20, 50, "ruled_out"), position(20, 50, "supports", "ferry")])
    assert stated == [(1, "PER", -1, "toll"), (1, "PER", 1, "ferry")]
    made = unpack("A", *pack(article_signature("A", parts, stated)))
    assert list(sides_by_clause([made]).values()) == [{("PER", -1), ("PER", 1)}]


def test_a_position_that_is_not_sure_tells_of_no_fact() -> None:
    assert positions_by_clause([clause("A", 0, 20)], [position(0, 20, "opposes", confidence=0.5)]) == {}
