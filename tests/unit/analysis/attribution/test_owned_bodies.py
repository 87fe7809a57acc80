from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of

TEXT = "Polish President Ewa Nowak spoke on Monday. "


@pytest.mark.parametrize(
    ("sentence", "mention", "name"),
    [
        ("Nowak’s office said the border stays open.", "Nowak’s office", "Ewa Nowak's office"),
        ("Her office said the border stays open.", "Her office", "Ewa Nowak's office"),
        ("The office of President Nowak said so.", "The office of President Nowak", "Ewa Nowak's office"),
        ("Her administration said the border stays open.", "Her administration", "Nowak administration"),
        ("Her supporters said the border stays open.", "Her supporters", "Ewa Nowak's supporters"),
    ],
)
def test_what_is_somebodys_is_called_by_the_full_name(sentence: str, mention: str, name: str) -> None:
    assert speaker_of(TEXT + sentence, mention).name == name


def test_an_office_is_of_its_owners_country_supporters_are_not() -> None:
    assert speaker_of(TEXT + "Her office said so.", "Her office").country == "POL"
    assert speaker_of(TEXT + "Her supporters said so.", "Her supporters").country == ""
