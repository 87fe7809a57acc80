"""Which stands clauses state, and which clauses are compared because of them."""

from __future__ import annotations

from itertools import combinations

from workbench.analysis.statements import NEAREST, pairs, statements
from workbench.model import Clause, Position, Span


def clause(article: str, start: int, end: int) -> Clause:
    return Clause(article, Span(start, end), "words", ("words",), (), ())


def position(start: int, end: int, stance: str, issue: str = "toll") -> Position:
    span = Span(start, end)
    return Position("A", "PER", "Peru", stance, span, span, "words", issue, issue)


def test_a_position_belongs_to_the_clause_that_has_most_of_it() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60), clause("B", 0, 90)]
    said = statements(parts, [position(15, 50, "ruled_out"), position(0, 9, "supports")])
    assert said == {("A", Span(20, 60)): {("PER", -1, "toll")}, ("A", Span(0, 20)): {("PER", 1, "toll")}}


def test_taking_part_states_no_stand_and_a_place_without_clause_none() -> None:
    assert statements([clause("A", 0, 20)], [position(0, 20, "engaged"), position(40, 60, "supports")]) == {}


def test_only_what_has_a_statement_in_common_is_compared_and_not_too_often() -> None:
    toll, dam = frozenset({("PER", 1, "toll")}), frozenset({("PER", 1, "dam")})
    assert list(pairs([toll, dam, toll])) == [(2, 0)]
    assert sorted(pairs([toll] * 4)) == sorted((b, a) for a, b in combinations(range(4), 2))
    assert len(list(pairs([toll] * 1000))) <= 1000 * NEAREST
