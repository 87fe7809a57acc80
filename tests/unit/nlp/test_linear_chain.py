from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.nlp import linear_chain

SHAPE = st.tuples(st.integers(1, 3), st.integers(1, 5), st.integers(0, 2**31 - 1))


def drawn(shape: tuple[int, int, int]) -> tuple[linear_chain.Floats, linear_chain.Floats, linear_chain.Ints]:
    """Scores, steps and lengths by a seed; O -> I is never taken."""
    count, longest, seed = shape
    rng = np.random.default_rng(seed)
    steps = rng.normal(size=(3, 3)).astype(np.float32)
    steps[linear_chain.OUTSIDE, linear_chain.INSIDE] = linear_chain.NEVER
    return rng.normal(size=(count, longest, 3)).astype(np.float32) * 2, steps, rng.integers(1, longest + 1, count)


def weigh(scores: linear_chain.Floats, steps: linear_chain.Floats, labels: tuple[int, ...]) -> float:
    start = linear_chain.NEVER if labels[0] == linear_chain.INSIDE else 0.0
    moved = sum(steps[a, b] for a, b in itertools.pairwise(labels))
    return float(start + moved + sum(scores[at, label] for at, label in enumerate(labels)))


@settings(max_examples=40, deadline=None)
@given(SHAPE)
def test_best_is_the_best_of_all(shape: tuple[int, int, int]) -> None:
    scores, steps, lengths = drawn(shape)
    found = linear_chain.best_labels(scores, steps, lengths)
    for n, length in enumerate(lengths):
        every = itertools.product(range(3), repeat=int(length))
        right = max(every, key=lambda labels: weigh(scores[n], steps, labels))
        assert tuple(found[n, :length]) == right
        assert not found[n, length:].any()


@settings(max_examples=40, deadline=None)
@given(SHAPE)
def test_marginals_are_the_sums_over_all(shape: tuple[int, int, int]) -> None:
    scores, steps, lengths = drawn(shape)
    found = linear_chain.marginals(scores, steps, lengths)
    for n, length in enumerate(lengths):
        right = np.zeros((length, 3))
        for labels in itertools.product(range(3), repeat=int(length)):
            right[range(length), labels] += np.exp(weigh(scores[n], steps, labels))
        assert np.allclose(found[n, :length], right / right.sum(1, keepdims=True), atol=1e-4)


def test_spans_are_a_begin_and_what_follows_inside() -> None:
    assert linear_chain.label_spans(np.array([1, 2, 0, 1, 1, 2])) == [(0, 2), (3, 4), (4, 6)]
    assert linear_chain.label_spans(np.array([0, 0])) == []


def test_nothing_gives_nothing() -> None:
    none, steps = np.zeros((0, 4, 3), dtype=np.float32), np.zeros((3, 3), dtype=np.float32)
    assert linear_chain.best_labels(none, steps, np.zeros(0, dtype=np.int64)).shape == (0, 4)
    assert linear_chain.marginals(none, steps, np.zeros(0, dtype=np.int64)).shape == (0, 4, 3)
