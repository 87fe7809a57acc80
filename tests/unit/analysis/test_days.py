"""Dates resolved against the day of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.days import resolved
from workbench.analysis.quantities import quantities

THURSDAY = "2025-08-21"


def value(text: str, on: str = THURSDAY) -> str:
    [date] = [q for q in quantities(text) if q.kind == "date"]
    return resolved(date.value, on, text[: date.span.start])


@pytest.mark.parametrize("text", ["on Tuesday", "on Aug. 19", "on 19 August 2025", "on 2025-08-19", "last Tuesday"])
def test_a_day_said_in_several_ways_is_one(text: str) -> None:
    assert value(f"They met {text}.") == "2025-08-19"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Tuesday.", "2025-08-26"),
        ("They met on Thursday.", "2025-08-21"),
        ("They met yesterday.", "2025-08-20"),
        ("They meet this week.", "2025-W34"),
        ("They meet next week.", "2025-W35"),
        ("They met last month.", "2025-07"),
        ("It began in January.", "2025-01"),
        ("It ends in May 2027.", "2027-05"),
        ("They met last year.", "2024"),
        ("They met at 3 p.m. in Rome.", "15:00"),
        ("They met within the next 10 days.", "within the next 10 days"),
    ],
)
def test_what_the_articles_day_makes_certain(text: str, expected: str) -> None:
    assert value(text) == expected


def test_the_nearest_year_over_new_year() -> None:
    assert value("They met on December 30.", "2026-01-02") == "2025-12-30"


@given(st.text(max_size=40), st.text(max_size=12))
def test_what_makes_no_sense_stays_as_it_is(text: str, on: str) -> None:
    assert isinstance(resolved(text, on), str)
    assert resolved("monday", "no date") == "monday"
