from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workbench.nlp.viterbi import decode, log_softmax

NEUTRAL = np.zeros((3, 3), dtype=np.float32)


@given(arrays(np.float32, st.tuples(st.integers(0, 30), st.just(3)), elements=st.floats(-20, 20, width=32)))
def test_inside_never_follows_outside(scores: np.ndarray) -> None:
    labels = decode(scores, NEUTRAL)
    assert len(labels) == len(scores)
    assert all(not (a == 0 and b == 2) for a, b in zip([0, *labels], labels, strict=False))


def test_clear_scores_win() -> None:
    scores = np.array([[9, 0, 0], [0, 9, 0], [0, 0, 9], [9, 0, 0]], dtype=np.float32)
    assert decode(scores, NEUTRAL) == [0, 1, 2, 0]


def test_transitions_decide_between_near_scores() -> None:
    scores = np.array([[0, 5, 0], [0.1, 0, 0]], dtype=np.float32)
    likely_inside = np.array([[0, 0, 0], [-3, 0, 3], [0, 0, 0]], dtype=np.float32)
    assert decode(scores, NEUTRAL) == [1, 0]
    assert decode(scores, likely_inside) == [1, 2]


def test_probabilities_add_up() -> None:
    scores = np.array([[100.0, 0.0, -100.0]], dtype=np.float32)
    assert np.isclose(np.exp(log_softmax(scores)).sum(), 1)
