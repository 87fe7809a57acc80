"""Which stands clauses state, and which clauses state the same."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from workbench.analysis.facts.article_signatures import digest, packed, unpacked
from workbench.analysis.facts.position_statements import NEAREST, Stand, clauses_of, said, same_stands, stands
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


def same(*stands: Stand | None, fresh: set[int] | None = None) -> set[tuple[int, int]]:
    return set(same_stands({n: stand for n, stand in enumerate(stands) if stand}, fresh))


def test_one_issue_or_one_meaning_of_one_holder_is_the_same() -> None:
    far = stand("dam", meaning=OTHER)
    assert same(stand("toll"), far, stand("toll", meaning=OTHER)) == {(0, 2), (1, 2)}
    assert same(stand("toll"), None, far) == set()
    assert same(stand("toll"), stand("ferry")) == {(0, 1)}
    assert same(stand("toll"), stand("toll", holder="CHL")) == set()


def test_only_pairs_with_what_is_fresh() -> None:
    assert same(stand("toll"), stand("toll"), stand("toll"), fresh={1}) == {(0, 1), (1, 2)}


def test_nothing_is_compared_too_often() -> None:
    assert same(*[stand("toll")] * 4) == set(combinations(range(4), 2))
    assert len(same(*[stand("toll")] * 500)) <= 500 * NEAREST


def test_stands_of_digests_are_those_of_their_clauses() -> None:
    parts = [clause("A", 0, 20), clause("A", 20, 60)]
    stated = said(parts, [position(20, 50, "ruled_out"), position(20, 50, "supports", "ferry")])
    assert stated == [(1, "PER", -1, "toll"), (1, "PER", 1, "ferry")]
    made = unpacked("A", *packed(digest("A", parts, stated)))
    [found] = stands([made], {"ferry": "boats"}, lambda wordings: np.stack([OTHER] * len(wordings))).values()
    assert found.statements == {("PER", -1, "toll"), ("PER", 1, "boats")}
    assert found.meaning.tolist() == OTHER.tolist()
