"""Positions: whose they are, how they are known, and what gives none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_positions, read_stances


@pytest.mark.parametrize(
    "text",
    [
        "Peru’s minister called the Chilean envoy to check on him.",
        "Hopefully Peru will reject the toll.",
        "Peru has to come together and reject the toll.",
        "Cuba’s neighbours rejected the toll.",
        "Ministers met in Vienna on Monday.",
        "Shares in Tokyo fell by two percent.",
        "The tourist from Spain lost his bag.",
        "Union leaders opposed the reform.",
        "Will Japan rule out joining the treaty?",
        "Nobody knows how Japan will respond to the treaty.",
        "Japan stopped supporting the treaty.",
        "Japan promised nothing.",
        "Japan insisted that its budget was sound.",
        "A Japanese official asked not to be named.",
        "Japan declined to comment.",
        "Allies back Japan plan\n\nMarkets rose on Monday after a calm week.",
        "The deal fails if Japan opposes the treaty.",
        "TOKYO - The company opposed the reform.",
    ],
)
def test_a_place_or_a_private_person_gives_nothing(text: str) -> None:
    assert not {(h, s) for h, s in read_stances(text) if s != "engaged"}


def test_what_another_country_says_is_second_hand() -> None:
    text = "Turkish President Ali Demir said Greece was ready to withdraw its ships."
    (position,) = [p for p in read_positions(text) if p.holder == "GRC"]
    assert (position.attribution, position.attributed_by) == ("second_hand", "Ali Demir")


def test_what_its_own_people_say_is_its_own() -> None:
    text = "Greek President Eleni Vlachou said Greece was ready to withdraw its ships."
    (position,) = [p for p in read_positions(text) if p.holder == "GRC" and p.stance == "committed"]
    assert position.attribution == "reported"


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["France ", "will not ", "said ", "“", "”", "the Kremlin ", "opposes ", "it. ", "\n", "[/x]", "and "])).map("".join))  # fmt: skip  # noqa: E501
def test_no_text_breaks_it(text: str) -> None:
    read_positions(text)


def test_a_position_carries_strength_event_and_target() -> None:
    (position,) = read_positions("Brazil condemned the attack on Chile.")
    assert (position.strength, position.event, position.target) == (3, "ACCUSE", "CHL")


def test_what_experts_say_of_a_country_is_theirs() -> None:
    text = "“Japan rejects the treaty,” said Kenji Mori, a professor at a Japanese university."
    assert {p.attribution for p in read_positions(text) if p.holder == "JPN"} == {"expert"}


def test_what_only_a_newspaper_says_is_the_outlets() -> None:
    found = read_positions("The New York Times reported that Norway has pledged to send ships.")
    assert [(p.attribution, p.attributed_by) for p in found if p.holder == "NOR"] == [("outlet", "New York Times")]
