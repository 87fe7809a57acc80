"""Persons and towns with the name of a country or capital, told from it mention by mention."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import country_codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senator Maria Lima wants a toll. Lima objects to the ferry.", []),
        ("Critic Jean Holland wants a toll. Holland's parliament passed the law.", ["NLD"]),
        ("The spokesman, Ulf Norway, left. Norway will not pay, its minister said.", ["NOR"]),
        ("Coach Arvid Vienna left. Austria and Hungary will pay, Vienna said.", ["AUT", "HUN", "AUT"]),
        ("Judge Anna Cairo ruled. Talks in Cairo ended.", ["EGY"]),
        ("Mr Portugal paid. Spain and Portugal agreed. Portugal said he would sue.", ["ESP", "PRT"]),
        ("Chad Miller lost. Chad recalled its envoy. Chad said he was sad.", ["TCD"]),
        ("Officer Hugo Berlin, 43, was hurt. Berlin thanked his doctors.", []),
        ("Israel Katz spoke to the army. Israel will go on, a minister said.", ["ISR"]),
        ("Paris refused the loan.\nThe loan was for a French bank, said Carla Paris.", ["FRA"]),
        ("A quiet day\n\nOslo signed the pact. Clerk Tom Oslo typed it.", ["NOR"]),
    ],
)
def test_a_person_is_told_from_a_country(text: str, expected: list[str]) -> None:
    assert country_codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dam near Cairo, Illinois, is old.",
        "The mayor of Cuba, New Mexico, spoke.",
        "Voters in Rome, Ga., agreed.",
        "The council of Peru, Ill., met.",
        "Norway, Maine, has one bridge.",
        "A fire in Warsaw (Ind.) is out.",
        "They live in Vienna, VA now.",
        "The bridge at London, Ontario's oldest, fell.",
        "The town of Mexico voted.",
        "The city of Lebanon in Tennessee voted.",
        "A court in Athens, Georgia, agreed.",
        "Madrid, Iowa; Lima, OH; Paris, Tex.",
        "Police in Cairo, Illinois, left. Cairo opposes the dam.",
        "A crash in Rome, N.Y., and one in Dublin, Calif.",
    ],
)
def test_a_town_is_no_country(text: str) -> None:
    assert [c for c in country_codes(text) if c != "CAN"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Tbilisi, Georgia, it rained.", ["GEO", "GEO"]),
        ("Armenia, Georgia and Turkey agreed.", ["ARM", "GEO", "TUR"]),
        ("Flights to Rome, New York and Tokyo left.", ["ITA", "JPN"]),
        ("The mayor of Paris spoke in Kingston, Jamaica.", ["FRA", "JAM", "JAM"]),
        ("Cairo, Illinois, is small. Egypt and Sudan met in Cairo.", ["EGY", "SDN", "EGY"]),
    ],
)
def test_a_country_beside_another_name_is_no_town(text: str, expected: list[str]) -> None:
    assert country_codes(text) == expected
