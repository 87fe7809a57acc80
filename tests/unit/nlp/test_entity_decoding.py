from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.nlp.entity_decoding import best_labels, decode_entities

KINDS = 2
SHARP = 9.0


def weigh(labels: tuple[int, ...], *scores: np.ndarray) -> float:
    outside, begin, inside = scores
    before, total = 0, 0.0
    for at, label in enumerate(labels):
        kind = (label - 1) // 2
        if label and label % 2 == 0 and (not before or (before - 1) // 2 != kind):
            return -np.inf
        total += outside[at] if not label else begin[at, kind] if label % 2 else inside[at, kind]
        before = label
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 2**31 - 1))
def test_best_is_the_best_of_all(count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=count), rng.normal(size=(count, KINDS)), rng.normal(size=(count, KINDS))
    every = itertools.product(range(1 + 2 * KINDS), repeat=count)
    assert tuple(best_labels(*scores)) == max(every, key=lambda labels: weigh(labels, *scores))


def scored(labels: list[int]) -> np.ndarray:
    out = np.zeros((len(labels), 1 + 2 * KINDS), dtype=np.float32)
    out[range(len(labels)), labels] = SHARP
    return out


def test_a_word_is_wholly_one_thing() -> None:
    assert decode_entities(scored([1, 0, 2]), np.array([4, 4, 4])) == [(0, 3, 0)]
    assert decode_entities(scored([1, 2, 0, 3]), np.array([4, 5, 6, 7])) == [(0, 2, 0), (3, 4, 1)]


def test_an_entity_goes_on_in_its_own_kind_only() -> None:
    scores = scored([1, 4])
    scores[0] *= 2
    scores[1, 0] = 1.0
    assert decode_entities(scores, np.array([0, 1])) == [(0, 1, 0)]


def test_no_piece_no_entity() -> None:
    assert decode_entities(np.zeros((0, 5), dtype=np.float32), np.zeros(0, dtype=np.int64)) == []
