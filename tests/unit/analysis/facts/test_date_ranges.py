"""Dates of two passages: whether they may be the same."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.date_ranges import date_range, is_comparable_date, is_same_date
from workbench.analysis.text.date_tense import FUTURE, OPEN, PAST

DAY = "2025-08-20"
"""A Wednesday."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("01-17", DAY, PAST), ("01", DAY, PAST)),
        (("monday", DAY, PAST), ("this week", DAY, PAST)),
        (("last year", DAY, PAST), ("2024", DAY, PAST)),
        (("this weekend", "2025-08-19", PAST), ("last weekend", "2025-08-19", PAST)),
        (("09 2013", DAY, PAST), ("09", "2014-12-07", PAST)),
        (("monday", DAY, OPEN), ("monday", DAY, FUTURE)),
    ],
)
def test_dates_that_may_be_one(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert is_same_date(date_range(*one), date_range(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("monday", DAY, PAST), ("monday", DAY, FUTURE)),
        (("last week", "", OPEN), ("next month", "", OPEN)),
        (("monday", "", OPEN), ("tuesday", "", OPEN)),
        (("15:00", "", OPEN), ("16:00", "", OPEN)),
    ],
)
def test_dates_that_are_not(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    a, b = date_range(*one), date_range(*other)
    assert is_comparable_date(a, b)
    assert not is_same_date(a, b)


@pytest.mark.parametrize(("one", "other"), [("monday", "08-19"), ("monday", "last week"), ("15:00", "monday")])
def test_without_the_day_of_the_article_dates_of_two_sorts_do_not_compare(one: str, other: str) -> None:
    assert not is_comparable_date(date_range(one, "", OPEN), date_range(other, "", OPEN))


@pytest.mark.parametrize("value", ["02-30 2018", "99-99", "", "early 2007"])
def test_what_is_no_date_compares_with_nothing(value: str) -> None:
    assert not is_comparable_date(date_range(value, DAY, OPEN), date_range("monday", DAY, OPEN))
