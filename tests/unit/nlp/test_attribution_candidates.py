"""Of candidates for attributions the likely ones, no word in two of them."""

from __future__ import annotations

import numpy as np

from workbench.nlp.attribution_candidates import FEATURES, Candidate, choose, probability

WEIGHTS = np.array([1.0] + [0.0] * (len(FEATURES) - 1), dtype=np.float32)


def candidate(cue: int, contents: list[tuple[int, int]], odds: float) -> Candidate:
    features = (odds, *(0.0 for _ in FEATURES[1:]))
    return Candidate(((cue, cue + 1), 0.9), tuple((span, 0.9) for span in contents), (), features)


def test_a_probability_is_the_logistic_function() -> None:
    assert probability(WEIGHTS, candidate(0, [], 0.0).features) == 0.5
    assert probability(WEIGHTS, candidate(0, [], 3.0).features) > 0.9


def test_unlikely_candidates_are_left_out_and_the_others_in_text_order() -> None:
    found = [candidate(9, [(10, 12)], 1.0), candidate(0, [(1, 3)], 2.0), candidate(5, [(6, 8)], -3.0)]
    assert [c.cue[0][0] for c in choose(found, WEIGHTS, 0.5)] == [0, 9]


def test_the_likelier_candidate_keeps_the_words_that_both_claim() -> None:
    likely, other = candidate(0, [(1, 5)], 2.0), candidate(9, [(1, 6)], 1.0)
    assert [c.cue[0][0] for c in choose([other, likely], WEIGHTS, 0.5)] == [0]


def test_of_a_content_that_is_partly_taken_the_rest_stays() -> None:
    likely, other = candidate(0, [(1, 3)], 2.0), candidate(9, [(2, 8)], 1.0)
    assert [c.contents[0][0] for c in choose([likely, other], WEIGHTS, 0.5)] == [(1, 3), (3, 8)]
