"""What the model of positions is given and gives back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from workbench.nlp import position_scorer
from workbench.nlp.position_scorer import MARKS, HolderQuery, PositionScorer, log_odds, query_inputs, window_inputs
from workbench.nlp.syntax_features import NO_SYNTAX
from workbench.nlp.windows import CLS, SEP, Window


def window(count: int) -> Window:
    return Window(list(range(1000, 1000 + count)), [1] * count, [(i, i + 1) for i in range(count)], NO_SYNTAX)


def marks(count: int) -> np.ndarray:
    return np.ones((count, MARKS), dtype=np.int64)


def query(number: int, first: int, past: int, mentions: tuple[int, ...] = ()) -> HolderQuery:
    paths = np.arange(past - first, dtype=np.int64) % 5
    features = len(position_scorer_features())
    return HolderQuery(number, first, past, mentions, (), (), paths, np.zeros(features, dtype=np.float32))


def position_scorer_features() -> Sequence[str]:
    from workbench.analysis.positions.candidate_features import names

    return names()


def test_windows_stand_between_special_pieces_and_shorter_ones_are_filled_up() -> None:
    given = window_inputs([window(3), window(5)], [marks(3), marks(5)])
    assert given["ids"].tolist() == [[CLS, 1000, 1001, 1002, SEP, 0, 0], [CLS, 1000, 1001, 1002, 1003, 1004, SEP]]
    assert given["mask"].sum(1).tolist() == [5, 7]
    assert given["marks"][..., 0].tolist() == [[0, 1, 1, 1, 0, 0, 0], [0, 1, 1, 1, 1, 1, 0]]


def test_pieces_are_counted_through_all_windows() -> None:
    given = query_inputs([query(0, 1, 3, (1, 2)), query(1, 0, 4)], [0, 1], 7)
    assert given["mentions"].shape == (2, 14)
    assert np.flatnonzero(given["mentions"][0]).tolist() == [2, 3]
    assert given["mentions"].sum(1).tolist() == [1.0, 0.0]
    assert given["pieces"].tolist() == [[2, 3, 0, 0], [8, 9, 10, 11]]
    assert given["inside"].sum(1).tolist() == [2.0, 4.0]


def test_scores_come_in_the_order_of_the_queries_whatever_the_batches() -> None:
    windows = [window(n) for n in (30, 4, 12)]
    marked = [np.zeros((n, MARKS), dtype=np.int64) for n in (30, 4, 12)]
    asked = [query(0, 2, 20, (3,)), query(1, 0, 4), query(2, 5, 9, (6,)), query(0, 20, 28, (21,))]
    scorer = position_scorer.load()
    together = scorer.score(windows, marked, asked)
    for one, expected in zip(asked, together, strict=True):
        (alone,) = scorer.score(windows, marked, [one])
        assert alone.takes_stand == pytest.approx(expected.takes_stand, abs=0.05)
        assert alone.about.shape == (one.past - one.first,)
        assert float(alone.stances.sum()) == pytest.approx(1, abs=0.002)


def test_confidence_grows_with_how_likely_it_is() -> None:
    scorer = position_scorer.load()
    rows = [np.zeros(len(scorer.sure), dtype=np.float32) for _ in range(3)]
    for row, chance in zip(rows, (0.1, 0.5, 0.9), strict=True):
        row[:3] = 1, log_odds(chance), log_odds(chance)
    confidences = [scorer.confidence(row) for row in rows]
    assert 0 < confidences[0] < confidences[1] < confidences[2] < 1


def test_nothing_asked_is_nothing_answered() -> None:
    scorer: PositionScorer = position_scorer.load()
    assert scorer.score([], [], []) == []
