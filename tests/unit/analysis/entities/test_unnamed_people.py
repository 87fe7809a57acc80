from __future__ import annotations

import pytest

from workbench.analysis.attribution import speakers
from workbench.model import Span, Speaker
from workbench.nlp import pipeline


def resolve(mention: str) -> Speaker:
    text = f"{mention} said the roof fell."
    (speaker,) = speakers.resolve(speakers.cast(pipeline.read(text).doc), Span(0, len(mention)))
    return speaker


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
    speaker = resolve(mention)
    assert (speaker.name, speaker.kind, speaker.role, speaker.country) == ("", "anonymous", role, country)


@pytest.mark.parametrize(
    "mention",
    ["A report", "A letter", "A crowd", "Two men", "Villagers", "A Pentagon plan", "A plan", "A third of voters"],
)
def test_what_is_no_single_person_is_not(mention: str) -> None:
    assert resolve(mention).kind != "anonymous"
