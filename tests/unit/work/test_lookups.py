"""Countries, languages and dates as people write them: what is taken, what is refused, what is offered."""

from __future__ import annotations

import pytest

from workbench.errors import UsageError
from workbench.store import field_validation
from workbench.work.lookups import countries_begun, languages_begun, lookup_tables

STORED = [
    ("country", "germany", "DEU"),
    ("country", "Germans", "DEU"),
    ("country", "us", "USA"),
    ("country", "U.K.", "GBR"),
    ("country", "the Netherlands", "NLD"),
    ("country", "hk", "HKG"),
    ("country", "ukr", "UKR"),
    ("country", "European Union", "EU"),
    ("country", "nato", "NATO"),
    ("country", "", ""),
    ("language", "Ukrainian", "uk"),
    ("language", "EN", "en"),
    ("language", "en-GB", "en"),
    ("published_on", "2025-9-1", "2025-09-01"),
    ("published_on", "September 1, 2025", "2025-09-01"),
    ("published_on", "", ""),
    ("stance", "Ruled out", "ruled_out"),
    ("kind", "Organisation", "organisation"),
]


@pytest.mark.parametrize(("field", "typed", "stored"), STORED)
def test_what_people_write_is_stored_as_its_code(field: str, typed: str, stored: str) -> None:
    assert field_validation.validate(field, typed, lookup_tables()) == stored


REFUSED = [
    ("country", "Portugl", "Portugal (PRT)"),
    ("country", "Sylvania-on-Sea", "DEU"),
    ("language", "Spansh", "Spanish (es)"),
    ("published_on", "8/9/2025", "2025-08-21"),
    ("published_on", "2025-02-30", "2025-08-21"),
    ("stance", "suports", "supports"),
    ("kind", "persn", "person"),
]


@pytest.mark.parametrize(("field", "typed", "hint"), REFUSED)
def test_what_is_refused_is_said_with_what_would_do(field: str, typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        field_validation.validate(field, typed, lookup_tables())
    assert typed in refused.value.message
    assert hint in refused.value.hint


def test_every_name_that_is_offered_is_taken() -> None:
    names = {name for letter in "abcdefghijklmnopqrstuvwxyz" for name in countries_begun(letter)}
    assert len(names) > 200
    for name in names:
        assert field_validation.validate("country", name, lookup_tables())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fren", "France"),
        ("ger", "Germany"),
        ("us", "United States"),
        ("portu", "Portugal"),
        ("DEU", "Germany"),
        ("zzz", ""),
    ],
)
def test_the_nearest_country_is_offered_first(typed: str, first: str) -> None:
    assert next(iter(countries_begun(typed)), "") == first
    assert languages_begun("ukr") == ("Ukrainian",)
