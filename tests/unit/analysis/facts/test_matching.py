"""Whether two clauses state the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from workbench.analysis.facts.match_features import ClauseProfile, clause_profile
from workbench.analysis.facts.matching import (
    MAX_PAIRS,
    SAME_STATEMENT_SCORE,
    feature_score,
    match_scores,
    possible_match_scores,
    rescore,
    uncertain_pairs,
)
from workbench.analysis.facts.position_statements import ClauseStatements
from workbench.model import Clause, Span
from workbench.nlp.linear_chain import Floats

ROW = np.array([1.0, 0.0], dtype=np.float32)


def profile(text: str) -> ClauseProfile:
    terms = tuple(text.casefold().split())
    return clause_profile(Clause("A1", Span(0, len(text)), text, terms, action=terms[0]), {})


PROFILES = {
    1: profile("crane fell onto container ship"),
    2: profile("crane fell onto container ship"),
    3: profile("frogs glow under moon"),
}


def embed(clauses: Sequence[int]) -> Floats:
    return np.stack([ROW] * len(clauses))


def stated(side: int) -> ClauseStatements:
    return ClauseStatements(frozenset({("PER", side, "toll")}), ROW)


def test_equal_clauses_score_higher_than_others() -> None:
    assert feature_score(PROFILES[1], PROFILES[2]) > 0.9 > 0.1 > feature_score(PROFILES[1], PROFILES[3])


@pytest.mark.parametrize("score", [0.1, 0.5, 0.9])
def test_meaning_and_context_speak_for_a_match(score: float) -> None:
    assert rescore(score, 0.2) < rescore(score, 0.9) < rescore(score, 0.9, 1.0)


def test_pairs_of_one_position_are_the_same_whatever_their_words() -> None:
    scores = match_scores([], PROFILES, {}, frozenset({(1, 3)}), {}, embed)
    assert scores[1, 3] >= SAME_STATEMENT_SCORE


def test_positions_on_opposite_sides_speak_against_a_match() -> None:
    alone = possible_match_scores([(1, 2)], PROFILES, {}, embed)
    opposed = possible_match_scores([(1, 2)], PROFILES, {1: stated(1), 2: stated(-1)}, embed)
    agreed = possible_match_scores([(1, 2)], PROFILES, {1: stated(1), 2: stated(1)}, embed)
    assert opposed[1, 2] < alone[1, 2] <= agreed[1, 2]


def test_no_clause_gets_a_second_look_too_often() -> None:
    scores = {(0, other): 0.5 for other in range(1, 100)} | {(200, 201): 0.001}
    found = uncertain_pairs(scores)
    assert (200, 201) not in found
    assert MAX_PAIRS <= len(found) <= len(scores)
