"""Numbers and dates of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.text.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sold for $90 billion", ["90000000000 usd"]),
        ("a fine of 3.5bn euros", ["3500000000 eur"]),
        ("€3.5bn", ["3500000000 eur"]),
        ("twenty-three people", ["23"]),
        ("tens of thousands of birds", ["~10000"]),
        ("two hundred thousand tonnes", ["200000"]),
        ("1,200 homes", ["1200"]),
        ("five per cent and 5%", ["5 %", "5 %"]),
        ("for 80 years", ["80 year"]),
        ("three and a half years", ["3.5 year"]),
        ("on August 21, 2024", ["08-21 2024"]),
        ("on 3 May", ["05-03"]),
        ("2024-08-21", ["08-21 2024"]),
        ("between Tuesday and Thursday", ["tuesday", "thursday"]),
        ("the 1994 treaty", ["1994"]),
        ("on 21.08.2024", ["08-21 2024"]),
        ("one source may march", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [q.value for q in find_quantities(text)] == values


@pytest.mark.parametrize(
    "text",
    ["50,000", "50 000", "50\u00a0000", "50\u202f000", "50\u2009000", "50'000", "50’000", "50.000", "50000", "50k"],
)
def test_thousands_as_countries_part_them(text: str) -> None:
    [found] = find_quantities(f"The port took {text} crates.")
    assert found.value == "50000"


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("1.5 litres", "1.5", ""),
        ("12,5 percent", "12.5 %", ""),
        ("2,75 million euros", "2750000 eur", ""),
        ("1.234.567", "1234567", ""),
        ("1,234.5", "1234.5", ""),
        ("1.234,5", "1234.5", ""),
        ("12 345,67", "12345.67", ""),
        ("0,125", "0.125", ""),
        ("12,500", "12500", ""),
        ("1.250", "1250", "1.25"),
        ("3.142", "3.142", "3142"),
        ("3,125 percent", "3.125 %", "3125 %"),
        ("1,00,000", "100000", ""),
        ("5 lakh", "500000", ""),
    ],
)
def test_decimals_as_countries_write_them(text: str, value: str, other: str) -> None:
    assert [(q.value, q.other) for q in find_quantities(text)] == [(value, other)]


def test_numbers_that_only_stand_beside_each_other_are_two() -> None:
    assert [q.value for q in find_quantities("In 2014 300 cranes stood there; on Aug. 20 450 did.")] == [
        "2014", "300", "08-20", "450",
    ]  # fmt: skip
    assert [q.value for q in find_quantities("It hurt 12, 200 fled; the server 10.20.30.40 fell.")] == ["12", "200"]


@pytest.mark.parametrize(
    ("text", "rounding"), [("about 40", "about"), ("more than 40", "over"), ("up to 40", "most"), ("40", "")]
)
def test_rounding(text: str, rounding: str) -> None:
    assert [(q.value, q.rounding) for q in find_quantities(text)] == [("40", rounding)]


@given(st.text(max_size=80) | st.text("0123456789,.:-$€% amillionthous", max_size=60))
def test_never_overlaps_never_raises(text: str) -> None:
    found = find_quantities(text)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
