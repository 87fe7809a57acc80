"""What the other clauses of two articles say of a pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.pair_context import CONTEXT_NAMES, USUAL, context_features
from workbench.nlp.linear_chain import Floats


def features(likeness: Floats, row: int, column: int) -> dict[str, float]:
    [found] = context_features(likeness, np.array([row]), np.array([column]))
    return dict(zip(CONTEXT_NAMES, found.tolist(), strict=True))


ORDERED = np.array([[0.9, 0.1, 0.2], [0.1, 0.8, 0.3], [0.0, 0.4, 0.7]], dtype=np.float32)


def test_the_nearest_of_each_other_are_behind_none() -> None:
    found = features(ORDERED, 1, 1)
    assert found["rank_least"] == found["rank_most"] == found["behind_least"] == found["behind_most"] == 0


def test_one_that_is_nearer_to_others_is_behind_them() -> None:
    found = features(ORDERED, 1, 2)
    assert np.isclose([found["behind_least"], found["behind_most"]], [-0.4, -0.5]).all()
    assert np.isclose(found["rank_most"], np.log(2))


def test_what_stands_before_and_behind_both_counts() -> None:
    assert np.isclose(features(ORDERED, 1, 1)["next_best"], 0.9)


def test_what_is_not_there_speaks_neither_for_nor_against_a_pair() -> None:
    assert np.isclose(features(ORDERED, 0, 2)["next_best"], USUAL)
    assert np.isclose(features(np.array([[0.9]], dtype=np.float32), 0, 0)["beside_best"], USUAL)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_which_article_comes_first_does_not_matter(down: int, right: int, data: st.DataObject) -> None:
    likeness = np.random.default_rng(data.draw(st.integers(0, 99))).random((down, right), dtype=np.float32)
    row, column = data.draw(st.integers(0, down - 1)), data.draw(st.integers(0, right - 1))
    assert features(likeness, row, column) == features(np.ascontiguousarray(likeness.T), column, row)
