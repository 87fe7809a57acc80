"""Whether a date lies ahead of the article, by the verb that governs it."""

from __future__ import annotations

import pytest

from workbench.analysis.text.date_tense import date_tenses
from workbench.model import Span
from workbench.nlp.parser import parse


def signs(text: str) -> str:
    return date_tenses(parse(text), Span(0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy sailed to Oslo on Monday.",
        "The miners went back to their pits on Monday.",
        "The governor declined to answer on Monday.",
        "She drove to Porto to see the mayor on Monday.",
        "The bank cut fees on Monday.",
        "The army planned the raid that killed six on Monday.",
        "A plan to raise fares was dropped on Monday.",
        "The ship could sink, its captain said on Monday.",
        "The ministry said on Monday the ferries will run.",
        "Ms Orr told the Herald on Monday she would go.",
        "The donors promised new aid on Monday.",
        "They agreed on Monday to meet.",
        "The plane was set on fire on Monday.",
        "Two nurses have died since Monday.",
        "The firm should have paid on Monday.",
    ],
)
def test_what_is_told_lies_behind(text: str) -> None:
    assert signs(text) == "-"


@pytest.mark.parametrize(
    "text",
    [
        "The ferries will run on Monday.",
        "Miners to strike on Monday",
        "The envoy is to sail on Monday.",
        "They agreed to meet on Monday.",
        "The court is set to rule on Monday.",
        "The vote is due on Monday.",
        "The fair opens on Monday.",
        "The king is visiting Porto on Monday.",
        "She said she would resign on Monday.",
        "A treaty to be signed on Monday was praised.",
        "A meeting scheduled for Monday was called off.",
        "He will fly to Oslo and meet the king on Monday.",
        "The union announced a strike starting on Monday.",
        "He said so ahead of a vote on Monday.",
        "The governor said that on Monday the ferries will run.",
    ],
)
def test_what_is_planned_lies_ahead(text: str) -> None:
    assert signs(text) == "+"


@pytest.mark.parametrize("text", ["Talks in Oslo on Monday", "The judge ordered him to appear on Monday."])
def test_what_no_verb_says_is_open(text: str) -> None:
    assert signs(text) == "?"


def test_a_sign_for_each_date_and_none_without() -> None:
    assert signs("It began on Monday and will end on Friday.") == "-+"
    assert signs("It began and will end.") == ""
