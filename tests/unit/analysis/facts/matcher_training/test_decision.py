"""What the decision is fitted to."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.analysis.facts.matcher_training.decision import fit


def test_a_row_of_weight_three_counts_like_three_rows() -> None:
    rows = np.array([[0.1, 1.0], [0.4, 0.2], [0.6, 0.9], [0.9, 0.3], [0.5, 0.5], [0.7, 0.1]])
    same = np.array([False, False, True, True, True, False])
    thrice = np.r_[np.arange(6), 5, 5]
    weighed, repeated = fit(rows, same, np.array([1, 1, 1, 1, 1, 3.0])), fit(rows[thrice], same[thrice])
    assert weighed.odds(rows) == pytest.approx(repeated.odds(rows), abs=0.3)
    assert weighed.odds(rows)[5] < fit(rows, same).odds(rows)[5]
