"""Where countries and blocs stand, as the model and the rules have it together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import learned_positions
from workbench.analysis.positions import stance_lexicon
from workbench.model import OWN_ATTRIBUTIONS, STANCES, Position


def of(text: str, holder: str) -> list[Position]:
    return [p for p in learned_positions(text) if p.holder == holder]


def sides(text: str, holder: str) -> set[int]:
    """Which sides a holder takes."""
    return {STANCES[p.stance][0] for p in of(text, holder)}


@pytest.mark.parametrize(
    ("text", "holder", "side"),
    [
        ('"It is a very bad idea," Norwegian Prime Minister Kari Dahl said of the tariffs on Tuesday.', "NOR", -1),
        ("Norway granted the company a permanent exemption from the sanctions on Tuesday.", "NOR", 1),
        ("North Korea test-fired two ballistic missiles on Tuesday.", "PRK", 1),
        ("Norwegian Foreign Minister Kari Dahl told reporters that the deal had her blessing.", "NOR", 1),
    ],
)
def test_a_stand_that_no_word_of_the_lexicon_tells(text: str, holder: str, side: int) -> None:
    assert sides(text, holder) == {side}


def test_a_country_that_only_stands_in_the_sentence_takes_no_stand() -> None:
    assert not of("Norwegian police ruled out a link between the fire and a ship from Chile.", "CHL")


def test_words_that_another_puts_in_its_mouth_are_second_hand() -> None:
    text = "Chilean President Ana Ruiz said that Norway will refuse to send troops to the region."
    (norway,) = of(text, "NOR")
    assert norway.attribution == "second_hand"
    assert "Ruiz" in norway.attributed_by


def test_own_words_are_its_own() -> None:
    (norway,) = of('"We will never pay for the wall," Norwegian Prime Minister Kari Dahl said.', "NOR")
    assert norway.attribution in OWN_ATTRIBUTIONS
    assert norway.speaker == "Kari Dahl"


@pytest.mark.parametrize("who", ["Former Norwegian Prime Minister Kari Dahl", "Norwegian opposition leader Kari Dahl"])
def test_who_is_not_in_office_does_not_give_the_position_of_the_country(who: str) -> None:
    found = of(f"{who} condemned the attack on the embassy on Tuesday.", "NOR")
    assert {p.level for p in found} == {"non_government"}


@pytest.fixture
def greenlight() -> Iterator[None]:
    stance_lexicon.use_analyst_words({"verb spearhead": "opposes 2"})
    yield
    stance_lexicon.use_analyst_words({})


def test_the_word_of_the_analyst_goes_over_the_model(greenlight: None) -> None:
    (norway,) = of("Norway spearheaded a plan for the region on Tuesday.", "NOR")
    assert norway.stance == "opposes"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from("Norway Chile said “we will” the minister , . ? he EU \n \u202e not".split(" "))))
def test_any_text_gives_rows_that_are_in_it(words: list[str]) -> None:
    learned_positions(" ".join(words))
