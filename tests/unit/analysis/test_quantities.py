"""Numbers and dates of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.quantities import quantities


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
        ("one source may march", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "rounding"), [("about 40", "about"), ("more than 40", "over"), ("up to 40", "most"), ("40", "")]
)
def test_rounding(text: str, rounding: str) -> None:
    assert [(q.value, q.rounding) for q in quantities(text)] == [("40", rounding)]


@given(st.text(max_size=80) | st.text("0123456789,.:-$€% amillionthous", max_size=60))
def test_never_overlaps_never_raises(text: str) -> None:
    found = quantities(text)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
