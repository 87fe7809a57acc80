"""What the other clauses of two articles say of a pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.pair_context import CONTEXT_NAMES, USUAL, PairPlaces, context_features
from workbench.nlp.linear_chain import Floats


def features(likeness: Floats, row: int, column: int) -> dict[str, float]:
    places = PairPlaces(
        likeness[:, None], np.array([likeness.shape[1]]), np.array([row]), np.array([0]), np.array([column])
    )
    [found] = context_features(places)
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


def test_pairs_with_several_articles_are_as_each_by_itself() -> None:
    dice = np.random.default_rng(3)
    tables = [dice.random((4, width), dtype=np.float32) for width in (5, 2)]
    likeness = np.full((4, 2, 5), -np.inf, dtype=np.float32)
    for number, one in enumerate(tables):
        likeness[:, number, : one.shape[1]] = one
    at = np.array([(row, n, column) for n, one in enumerate(tables) for row, column in np.ndindex(*one.shape)])
    found = context_features(PairPlaces(likeness, np.array([5, 2]), *at.T))
    alone = [features(tables[n], row, column) for row, n, column in at.tolist()]
    assert [dict(zip(CONTEXT_NAMES, row, strict=True)) for row in found.tolist()] == alone


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_which_article_comes_first_does_not_matter(down: int, right: int, data: st.DataObject) -> None:
    likeness = np.random.default_rng(data.draw(st.integers(0, 99))).random((down, right), dtype=np.float32)
    row, column = data.draw(st.integers(0, down - 1)), data.draw(st.integers(0, right - 1))
    assert features(likeness, row, column) == features(np.ascontiguousarray(likeness.T), column, row)
