from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of
from workbench.model import Speaker


def speaker_as(mention: str) -> Speaker:
    return speaker_of(f"{mention} said the roof fell.", mention)


@pytest.mark.parametrize(
    ("mention", "role", "country"),
    [
        ("Another woman", "", ""),
        ("A second boy", "", ""),
        ("An elderly man who was fishing", "", ""),
        ("A girl of twelve", "", ""),
        ("The man", "", ""),
        ("Another", "", ""),
        ("A third", "", ""),
        ("Someone in the crowd", "", ""),
        ("A waiter who gave only her first name", "waiter", ""),
        ("A waiter at the hotel", "waiter at the hotel", ""),
        ("One passenger", "passenger", ""),
        ("A bricklayer on the square", "bricklayer on the square", ""),
        ("The driver", "driver", ""),
        ("A Danish cyclist", "Danish cyclist", "DNK"),
    ],
)
def test_a_single_person_without_a_name_is_anonymous(mention: str, role: str, country: str) -> None:
    speaker = speaker_as(mention)
    assert (speaker.name, speaker.kind, speaker.role, speaker.country) == ("", "anonymous", role, country)


@pytest.mark.parametrize(
    "mention",
    ["A report", "A letter", "A crowd", "Two men", "Villagers", "A Pentagon plan", "A plan", "A third of voters"],
)
def test_what_is_no_single_person_is_not(mention: str) -> None:
    assert speaker_as(mention).kind != "anonymous"
