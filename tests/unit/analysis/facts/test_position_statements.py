"""Which positions clauses state, and which clauses state the same."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from workbench.analysis.facts.article_signatures import article_signature, pack, unpack
from workbench.analysis.facts.position_statements import (
    MAX_NEIGHBOURS,
    ClauseStatements,
    positions_by_clause,
    same_statement_pairs,
    stated_positions,
    statements_by_clause,
)
from workbench.model import Clause, Position, Span

ONE, OTHER = np.eye(2, dtype=np.float32)


def clause(article: str, start: int, end: int) -> Clause:
    return Clause(article, Span(start, end), "words", ("words",), (), ())


def position(start: int, end: int, stance: str, issue: str = "toll", confidence: float = 0.9) -> Position:
    span = Span(start, end)
    return Position("A", "PER", "Peru", stance, span, span, "words", issue, issue, confidence=confidence)


def statement(issue: str, holder: str = "PER", meaning: np.ndarray = ONE) -> ClauseStatements:
    return ClauseStatements(frozenset({(holder, 1, issue)}), meaning)


def test_a_position_belongs_to_the_clause_it_begins_in() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60), clause("B", 0, 90)]
    against, backing = position(20, 50, "ruled_out"), position(0, 30, "supports")
    found = positions_by_clause(parts, [against, backing])
    assert found == {("A", Span(20, 60)): [against], ("A", Span(0, 20)): [backing]}


def test_taking_part_states_no_stand_and_a_place_without_clause_none() -> None:
    assert positions_by_clause([clause("A", 0, 20)], [position(0, 20, "engaged"), position(40, 60, "supports")]) == {}


def same(*stated: ClauseStatements | None, fresh: set[int] | None = None) -> set[tuple[int, int]]:
    return set(same_statement_pairs({n: statement for n, statement in enumerate(stated) if statement}, fresh))


def test_one_issue_or_one_meaning_of_one_holder_is_the_same() -> None:
    far = statement("dam", meaning=OTHER)
    assert same(statement("toll"), far, statement("toll", meaning=OTHER)) == {(0, 2), (1, 2)}
    assert same(statement("toll"), None, far) == set()
    assert same(statement("toll"), statement("ferry")) == {(0, 1)}
    assert same(statement("toll"), statement("toll", holder="CHL")) == set()


def test_only_pairs_with_what_is_fresh() -> None:
    assert same(statement("toll"), statement("toll"), statement("toll"), fresh={1}) == {(0, 1), (1, 2)}


def test_nothing_is_compared_too_often() -> None:
    assert same(*[statement("toll")] * 4) == set(combinations(range(4), 2))
    assert len(same(*[statement("toll")] * 500)) <= 500 * MAX_NEIGHBOURS


def test_statements_of_signatures_are_those_of_their_clauses() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60)]
    stated = stated_positions(parts, [position(20, 50, "ruled_out"), position(20, 50, "supports", "ferry")])
    assert stated == [(1, "PER", -1, "toll"), (1, "PER", 1, "ferry")]
    made = unpack("A", *pack(article_signature("A", parts, stated)))
    [found] = statements_by_clause(
        [made], {"ferry": "boats"}, lambda clause_hashes: np.stack([OTHER] * len(clause_hashes))
    ).values()
    assert found.statements == {("PER", -1, "toll"), ("PER", 1, "boats")}
    assert found.embedding.tolist() == OTHER.tolist()


def test_a_position_that_is_not_sure_tells_of_no_fact() -> None:
    assert positions_by_clause([clause("A", 0, 20)], [position(0, 20, "opposes", confidence=0.5)]) == {}
