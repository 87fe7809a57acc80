from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.quality import reliability


def test_a_bin_says_how_sure_and_how_right_its_rows_are() -> None:
    judged = [(0.62, True), (0.68, False), (0.9, True), (0.7, True)]
    found = reliability.bins(judged)
    assert [(b.low, b.count) for b in found] == [(0.6, 2), (0.7, 1), (0.9, 1)]
    assert found[0].confidence == pytest.approx(0.65)
    assert found[0].right == 0.5
    assert reliability.error(found) == pytest.approx((2 * 0.15 + 0.3 + 0.1) / 4)


def test_a_claim_that_comes_true_as_often_as_it_says_has_no_error() -> None:
    judged = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)]
    assert reliability.error(reliability.bins(judged)) == 0


def test_without_rows_the_table_has_only_its_sum() -> None:
    table = reliability.table([])
    assert [list(column.cells)[-1] for column in table.columns] == ["all", "0", "0.000", "0.000", "ECE 0.000"]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40), st.integers(1, 20))
def test_every_row_is_in_a_bin_and_the_error_is_a_share(judged: list[reliability.Judged], number: int) -> None:
    found = reliability.bins(judged, number)
    assert sum(b.count for b in found) == len(judged)
    assert 0 <= reliability.error(found) <= 1
    assert all(b.low - 1e-6 <= b.confidence <= b.high + 1e-6 for b in found)
