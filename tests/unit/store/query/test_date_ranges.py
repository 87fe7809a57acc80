"""Dates and ranges of dates, as people write them in a query."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.store.query.date_ranges import date_range


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2025-08-20", ("2025-08-20", "2025-08-20")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-08-20..2025-08-22", ("2025-08-20", "2025-08-22")),
        ("2025-09..2025-08", ("2025-08-01", "2025-09-30")),
        ("..2025", ("0001-01-01", "2025-12-31")),
        ("2025..", ("2025-01-01", "9999-12-31")),
        ("..", None),
        ("2025-02-29", None),
        ("2025-8-1", ("2025-08-01", "2025-08-01")),
        ("2016-9", ("2016-09-01", "2016-09-30")),
        ("2016-13", None),
        ("0000", None),
        ("soon", None),
    ],
)
def test_dates_and_ranges(value: str, days: tuple[str, str] | None) -> None:
    assert date_range(value) == days


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("today", ("2024-03-30", "2024-03-30")),
        ("Yesterday", ("2024-03-29", "2024-03-29")),
        ("1d", ("2024-03-30", "2024-03-30")),
        ("7d", ("2024-03-24", "2024-03-30")),
        ("2w", ("2024-03-17", "2024-03-30")),
        ("1m", ("2024-03-01", "2024-03-30")),  # of February there is no 30th: from the day after its last
        ("1y", ("2023-03-31", "2024-03-30")),
        ("7d..yesterday", ("2024-03-24", "2024-03-29")),
        ("2024-03..today", ("2024-03-01", "2024-03-30")),
        ("9999y", None),
        ("7", None),
        ("d", None),
    ],
)
def test_days_before_today(value: str, days: tuple[str, str] | None) -> None:
    assert date_range(value, date(2024, 3, 30)) == days
