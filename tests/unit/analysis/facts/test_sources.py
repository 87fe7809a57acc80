"""Whom a passage names as its source."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.sources import SOMEBODY, find_sources, is_quoted, is_same_source, is_spoken, source_of


def sources(text: str) -> list[str]:
    return [span.of(text) for _, span in find_sources(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It rained,” said Sen. Lena Brandt", ["Sen. Lena Brandt"]),
        ("It rained, CNN previously reported", ["CNN"]),
        ("what Lima said was rain", ["Lima"]),
        ("The guards are responding to a reported fire", []),
        ("The flood has claimed 63 lives", []),
        ("a clerk who earlier said it rained", []),
        ("“It rained,” Brandt, a leader of the march, said on his page", []),
        ("She didn't say; rain, she said", ["she"]),
        ("The bank left, citing the cost of the mill", []),
        ("The bank left, citing two officials", ["two officials"]),
        ("The mayor on Monday said it rained", ["The mayor"]),
        ("It rained, according to the city's semi-official agency", ["the city's semi-official agency"]),
        ("Brandt insisted on selling the mill", []),
        ("Brandt declared the mill to be safe", []),
        ("The union that represents miners has warned of rain", ["The union"]),
        ("It is clear that officials said it rained", ["officials"]),
        ("Peru’s mayors warn that it rained", ["Peru’s mayors"]),
    ],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    assert sources(text) == found


def test_a_pronoun_is_somebody() -> None:
    assert [value for value, _ in find_sources("he said it rained")] == [SOMEBODY]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("lena brandt", "brandt", True),
        ("mr brandt", "brandt", True),
        ("brandt", "offic", False),
        (SOMEBODY, "brandt", False),
        ("presid", "brandt", True),
        ("peruvian presid", "brandt", True),
        ("spokesman", "offici", False),
        ("presid brandt", "presid kurz", False),
    ],
)
def test_a_fuller_name_is_the_same_source(one: str, other: str, same: bool) -> None:
    assert is_same_source(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Peru’s powerful miners’ union", "Peru’s miners’ union", True),
        ("Peru’s miners’ union", "the Peruvian miners’ union", True),
        ("the head of the miners’ union", "the chairman of the union of Peruvian miners", True),
        ("Prime Minister Lena Brandt", "Premier Brandt", True),
        ("a senior official", "two officials", True),
        ("IAEA", "the International Atomic Energy Agency", True),
        ("the spokesman for the Peruvian bank", "a spokesman for the country's bank", True),
        ("country", "Greenland", True),
        ("the company", "Lena Brandt", False),
        ("Danish police", "Swedish police", False),
        ("the finance minister", "the foreign minister", False),
        ("the president of Peru", "the minister of Peru", False),
        ("the mayor's aide", "the president's aide", False),
        ("President Brandt", "President Kurz", False),
    ],
)
def test_another_adjective_title_or_length_is_no_other_source(one: str, other: str, same: bool) -> None:
    assert is_same_source(source_of(one), source_of(other)) is same
    assert is_same_source(source_of(other), source_of(one)) is same


def test_who_speaks_may_stand_outside() -> None:
    assert is_quoted("And it rained.”")
    assert not is_quoted("it was part of the “long rain”.")
    assert is_spoken("We saw the rain")
    assert not is_spoken("The rain was seen")
