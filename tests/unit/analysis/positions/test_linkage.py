"""Rows joined by average linkage."""

from __future__ import annotations

import numpy as np

from workbench.analysis.positions.linkage import join_groups

PAIRS = np.array(
    [[1, 0.9, 0.1, 0.1], [0.9, 1, 0.3, 0.1], [0.1, 0.3, 1, 0.8], [0.1, 0.1, 0.8, 1]],
    dtype=np.float32,
)


def test_the_most_alike_are_joined_down_to_the_cut() -> None:
    assert join_groups(PAIRS, 0.5).tolist() == [0, 0, 1, 1]
    assert join_groups(PAIRS, 0.85).tolist() == [0, 0, 1, 2]
    assert join_groups(PAIRS, 0.1).tolist() == [0, 0, 0, 0]


def test_what_is_fixed_stays_apart_and_draws() -> None:
    assert join_groups(PAIRS, 0.5, [0, 1, -1, 1]).tolist() == [0, 1, 1, 1]
    assert join_groups(PAIRS, 0.05, [0, -1, 1, -1]).tolist() == [0, 0, 1, 1]


def test_no_rows_and_one() -> None:
    assert join_groups(np.zeros((0, 0), dtype=np.float32), 0.5).tolist() == []
    assert join_groups(np.ones((1, 1), dtype=np.float32), 0.5).tolist() == [0]
