"""The country that a city, state or region is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.entities import countries
from workbench.analysis.knowledge.places import AMBIGUOUS, TABLE, country_of_place, is_ambiguous, place_key


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mosul", "IRQ"), ("Aleppo", "SYR"), ("Chicago", "USA"), ("São Paulo", "BRA"), ("Sao Paulo", "BRA"),
        ("Gaza", "PSE"), ("the West Bank", "PSE"), ("Hong Kong", "HKG"), ("Catalonia", "ESP"), ("Scotland", "GBR"),
        ("Texas", "USA"), ("Calif.", "USA"), ("Nuuk", "GRL"), ("Deir ez-Zor", "SYR"), ("KHARKIV", "UKR"),
        ("Nice", "FRA"), ("Xinjiang", "CHN"),
    ],
)  # fmt: skip
def test_the_country_of_a_place(name: str, code: str) -> None:
    assert country_of_place(name) == code


@pytest.mark.parametrize(
    "name", ["Crimea", "Kashmir", "Georgia", "Cambridge", "Valencia", "Nowhereville", "", "in", "Ore"]
)
def test_nothing_is_said_of_what_two_claim_or_nobody_knows(name: str) -> None:
    assert country_of_place(name) == ""


@pytest.mark.parametrize("name", ["Nice", "Orlando", "Charlotte", "Washington", "Houston"])
def test_words_and_names_of_persons_are_marked(name: str) -> None:
    assert is_ambiguous(name)


@pytest.mark.parametrize("name", ["Mosul", "Chicago", "Damascus", "Nowhereville"])
def test_other_places_are_not_marked(name: str) -> None:
    assert not is_ambiguous(name)


@given(st.text(max_size=200))
def test_any_text_may_be_asked_for(name: str) -> None:
    assert len(country_of_place(name)) in (0, 3)


def test_the_shipped_table_is_well_formed() -> None:
    lines = [line for line in TABLE.path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    known = set(countries.codes().values())
    assert len(rows) > 10_000
    assert all(len(row) == 2 and row[1].rstrip(AMBIGUOUS) in known for row in rows)
    assert [key for key, _ in rows] == sorted({key for key, _ in rows})
    assert all(place_key(key) == key for key, _ in rows)
