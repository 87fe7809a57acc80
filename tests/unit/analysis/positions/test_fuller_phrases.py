"""What a phrase that points back is called in full."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.positions.fuller_phrases import FullerPhrases
from workbench.analysis.positions.topic_phrases import noun_phrase


def in_full(text: str, noun: str) -> str:
    """The phrase of the last place where a noun stands."""
    doc = read_entities(text).doc
    phrase = noun_phrase([t for t in doc if t.text == noun][-1])
    assert phrase is not None
    return FullerPhrases(doc).of(phrase)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Parliament debated a fishing treaty. Norway rejected the treaty.", "treaty", "fishing treaty"),
        ("Oman backed a huge treaty. Norway rejected the treaty.", "treaty", "treaty"),
        ("Norway debated a fishing treaty. Oman wants a treaty.", "treaty", "treaty"),
        ("Norway debated a fishing treaty. Oman wants the trade treaty.", "treaty", "trade treaty"),
        ("Oman fears the dam.", "dam", "dam"),
    ],
)
def test_what_points_back_is_told_in_full(text: str, noun: str, expected: str) -> None:
    assert in_full(text, noun) == expected


def test_an_adjective_that_says_of_which_kind_counts_where_it_is_usual() -> None:
    text = "The nuclear accord is old. The nuclear accord holds. Oman left the accord."
    assert in_full(text, "accord") == "nuclear accord"
