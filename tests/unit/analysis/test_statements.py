"""Which stands clauses state, and which clauses state the same."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from workbench.analysis.statements import NEAREST, Stand, clauses_of, pairs
from workbench.model import Clause, Position, Span

ONE, OTHER = np.eye(2, dtype=np.float32)


def clause(article: str, start: int, end: int) -> Clause:
    return Clause(article, Span(start, end), "words", ("words",), (), ())


def position(start: int, end: int, stance: str, issue: str = "toll") -> Position:
    span = Span(start, end)
    return Position("A", "PER", "Peru", stance, span, span, "words", issue, issue)


def stand(issue: str, holder: str = "PER", meaning: np.ndarray = ONE) -> Stand:
    return Stand(frozenset({(holder, 1, issue)}), meaning)


def test_a_position_belongs_to_the_clause_it_begins_in() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60), clause("B", 0, 90)]
    against, backing = position(20, 50, "ruled_out"), position(0, 30, "supports")
    found = clauses_of(parts, [against, backing])
    assert found == {("A", Span(20, 60)): [against], ("A", Span(0, 20)): [backing]}


def test_taking_part_states_no_stand_and_a_place_without_clause_none() -> None:
    assert clauses_of([clause("A", 0, 20)], [position(0, 20, "engaged"), position(40, 60, "supports")]) == {}


def test_one_issue_or_one_meaning_of_one_holder_is_the_same() -> None:
    far = stand("dam", meaning=OTHER)
    assert list(pairs([stand("toll"), far, stand("toll", meaning=OTHER)])) == [(2, 1), (2, 0)]
    assert list(pairs([stand("toll"), None, far])) == []
    assert list(pairs([stand("toll"), stand("ferry")])) == [(1, 0)]
    assert list(pairs([stand("toll"), stand("toll", holder="CHL")])) == []


def test_nothing_is_compared_too_often() -> None:
    assert sorted(pairs([stand("toll")] * 4)) == sorted((b, a) for a, b in combinations(range(4), 2))
    assert len(list(pairs([stand("toll")] * 500))) <= 500 * NEAREST
