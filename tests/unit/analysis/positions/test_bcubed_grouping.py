"""Rows joined into the groups whose B-cubed F1 is likely to be highest."""

from __future__ import annotations

import numpy as np

from workbench.analysis.positions.bcubed_grouping import group_rows


def chances(groups: list[int], inside: float, across: float) -> np.ndarray:
    same = np.equal.outer(groups, groups)
    return np.where(same, inside, across).astype(np.float32)


def test_rows_that_likely_belong_together_are_joined() -> None:
    assert group_rows(chances([0, 0, 1, 1], 0.9, 0.1), 1.0).tolist() == [0, 0, 1, 1]


def test_many_weak_ties_join_what_one_would_not() -> None:
    assert group_rows(chances([0, 0], 0.4, 0), 1.0).tolist() == [0, 1]
    assert np.bincount(group_rows(chances([0] * 12, 0.4, 0), 1.0)).max() > 8


def test_a_row_leaves_a_group_that_would_be_less_pure_than_complete_with_it() -> None:
    likely = chances([0] * 6 + [1], 0.9, 0.25)
    assert group_rows(likely, 1.0).tolist() == [0] * 6 + [1]


def test_sharper_chances_join_less() -> None:
    likely = chances([0] * 6, 0.45, 0)
    assert len({*group_rows(likely, 4.0).tolist()}) > len({*group_rows(likely, 1.0).tolist()})


def test_what_is_fixed_stays_apart_and_draws() -> None:
    likely = chances([0, 0, 0, 0], 0.95, 0)
    found = group_rows(likely, 1.0, [0, 1, -1, 1]).tolist()
    assert found[:2] == [0, 1]
    assert found[2] in (0, 1)
    assert found[3] == 1


def test_no_rows_and_one() -> None:
    assert group_rows(np.zeros((0, 0), dtype=np.float32), 1.5).tolist() == []
    assert group_rows(np.ones((1, 1), dtype=np.float32), 1.5).tolist() == [0]
