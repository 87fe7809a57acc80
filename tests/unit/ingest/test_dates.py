"""Dates as articles print them."""

from __future__ import annotations

import pytest

from workbench.ingest.dates import date_in_url, date_line, find_date, find_dates


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-03-04T10:00:00Z", "2025-03-04"),
        ("2025/3/4", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:00:00 +0000", "2025-03-04"),
        ("4th of March 2025", "2025-03-04"),
        ("Sept. 9, 2025", "2025-09-09"),
        ("2025-02-30", ""),
        ("04/03/2025", ""),
        ("March 4", ""),
        ("soon", ""),
    ],
)
def test_find_date(value: str, iso: str) -> None:
    assert find_date(value) == iso


def test_a_line_is_a_date_only_if_it_is_nothing_else() -> None:
    assert date_line("Published on Tuesday, March 4, 2025 at 10:30 am GMT") == "2025-03-04"
    assert date_line("The vote of March 4, 2025") == ""


def test_date_in_url() -> None:
    assert date_in_url("https://elm.example/2025/03/04/lamp") == "2025-03-04"
    assert date_in_url("https://elm.example/2025/lamp-03-04") == ""


@pytest.mark.parametrize(
    ("value", "iso"),
    [("20/08/2025", "2025-08-20"), ("08/20/2025", "2025-08-20"), ("20.08.2025", "2025-08-20"),
     ("8-8-2025", "2025-08-08"), ("09/08/2025", ""), ("32/08/2025", ""), ("20/20/2025", "")],
)  # fmt: skip
def test_numbers_are_a_date_where_they_can_be_read_one_way_only(value: str, iso: str) -> None:
    assert find_date(value) == iso


def test_all_dates_of_a_text() -> None:
    assert find_dates("From 4 March 2025 to 2025-03-09, not 04/05/2025.") == ["2025-03-04", "2025-03-09"]
