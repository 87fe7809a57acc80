"""Dates resolved against the day of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.text.dates import resolve_date
from workbench.analysis.text.quantities import find_quantities

THURSDAY = "2025-08-21"


def value(text: str, on: str = THURSDAY, tense: str = "-") -> str:
    [date] = [q for q in find_quantities(text) if q.kind == "date"]
    [found] = resolve_date(date.value, on, tense)
    return found


@pytest.mark.parametrize("text", ["on Tuesday", "on Aug. 19", "on 19 August 2025", "on 2025-08-19", "last Tuesday"])
def test_a_day_said_in_several_ways_is_one(text: str) -> None:
    assert value(f"They met {text}.") == "2025-08-19"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Tuesday.", "2025-08-26"),
        ("They will meet on Thursday.", "2025-08-21"),
        ("They will meet this Monday.", "2025-08-25"),
        ("They will meet next Thursday.", "2025-08-28"),
        ("They will meet on 3 January.", "2026-01-03"),
    ],
)
def test_what_is_to_come(text: str, expected: str) -> None:
    assert value(text, tense="+") == expected


def test_last_is_never_today_and_what_is_open_may_be_either() -> None:
    assert value("They met last Thursday.") == "2025-08-14"
    assert resolve_date("tuesday", THURSDAY) == ("2025-08-19", "2025-08-26")
    assert resolve_date("thursday", THURSDAY) == (THURSDAY,)


def test_the_nearest_year_over_new_year() -> None:
    assert value("They met on December 30.", "2026-01-02") == "2025-12-30"


@given(st.text(max_size=40), st.text(max_size=12))
def test_what_makes_no_sense_stays_as_it_is(text: str, on: str) -> None:
    assert all(isinstance(found, str) for found in resolve_date(text, on))
    assert resolve_date("monday", "no date") == ("monday",)
