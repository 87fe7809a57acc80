"""Whether two clauses state the same thing."""

from __future__ import annotations

import numpy as np

from workbench.analysis.facts.article_signatures import article_signature
from workbench.analysis.facts.clause_table import ClauseTable
from workbench.analysis.facts.match_features import ClauseProfile, clause_profile
from workbench.analysis.facts.matching import match_scores, wording_scores
from workbench.analysis.facts.position_statements import Sides
from workbench.model import Clause, Span


def clause(article: str, text: str) -> Clause:
    words = tuple(text.split())
    return Clause(article, Span(0, len(text)), text, words, action=words[0])


def profile(text: str) -> ClauseProfile:
    return clause_profile(clause("A1", text), {})


CRANE, FROGS = profile("crane fell onto container ship"), profile("frogs glow under moon")


def test_equal_clauses_score_higher_than_others() -> None:
    same, other = wording_scores([(CRANE, CRANE), (CRANE, FROGS)], np.array([1.0, 0.0]))
    assert same > 0.8 > 0.1 > other


def test_nearness_in_meaning_speaks_for_a_match() -> None:
    far, near = wording_scores([(CRANE, FROGS)] * 2, np.array([0.1, 0.9]))
    assert far < near


def score(cosine: float, sides: tuple[Sides, Sides] = (frozenset(), frozenset())) -> float:
    clauses = [clause("A1", "crane fell onto container ship"), clause("A2", "crane came down upon vessel")]
    signatures = [article_signature(c.article_id, [c]) for c in clauses]
    rows = np.array([[1.0, 0.0], [cosine, (1 - cosine**2) ** 0.5]], dtype=np.float32)
    table = ClauseTable(signatures, lambda asked: rows)
    hashes = table.hashes.tolist()
    profiles = {h: clause_profile(c, {}) for h, c in zip(hashes, clauses, strict=True)}
    [sure] = match_scores(table.nearest(), table, profiles, dict(zip(hashes, sides, strict=True))).values()
    return sure


def test_a_pair_is_judged_by_what_its_articles_say() -> None:
    assert 0 < score(0.3) < score(0.9) < 1


def test_positions_on_opposite_sides_speak_against_a_match() -> None:
    toll, no_toll = frozenset({("PER", 1)}), frozenset({("PER", -1)})
    assert score(0.6, (toll, no_toll)) < score(0.6, (toll, toll))


def test_without_pairs_there_is_nothing_to_judge() -> None:
    assert match_scores([], ClauseTable([], lambda asked: np.zeros((0, 2), dtype=np.float32)), {}, {}) == {}
