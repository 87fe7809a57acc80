"""Noun phrases that say what a position may be about."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.positions.topic_phrases import MAX_WORDS, candidates, gerund


def phrases(text: str) -> list[str]:
    return [phrase.text for phrase in candidates(list(read_entities(text).doc))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Peru will lift its longstanding ban on imports of wheat.", "longstanding ban on imports of wheat"),
        ("Peru will lift its ban on Tuesday.", "lifting ban"),
        ("Norway agreed to send the patrol boats.", "sending the patrol boats"),
        ("Norway will withdraw from the treaty.", "withdrawing from the treaty"),
        ("Norway praised the “historic” agreement.", "historic agreement"),
    ],
)
def test_a_phrase_is_a_noun_or_gerund_with_what_belongs_to_it(text: str, phrase: str) -> None:
    assert phrase in phrases(text)


def test_a_phrase_is_short_and_without_determiner_at_its_start() -> None:
    text = "The ban on the sale of the boats of the owners of the docks of the port of the island will stay."
    found = phrases(text)
    assert found
    assert all(len(p.split()) <= MAX_WORDS + 1 for p in found)
    assert not any(p.lower().startswith(("the ", "a ", "its ")) for p in found)


def test_whom_something_is_known_from_is_no_phrase() -> None:
    found = phrases("Peru will lift the ban, according to the national news agency.")
    assert "ban" in " ".join(found)
    assert not any("agency" in p for p in found)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("send", "sending"), ("leave", "leaving"), ("cut", "cutting"), ("admit", "admitting"), ("visit", "visiting"),
     ("lie", "lying"), ("free", "freeing"), ("impose", "imposing"), ("buy", "buying"), ("offer", "offering")],
)  # fmt: skip
def test_gerunds(lemma: str, expected: str) -> None:
    assert gerund(lemma) == expected


def test_what_is_between_two_names_both() -> None:
    assert "truce between Peru and Chile" in phrases("Oman welcomed the truce between Peru and Chile.")


def test_examples_and_what_a_headline_says_it_with_are_left_out() -> None:
    assert "allies" in phrases("Oman thanked allies including Peru.")
