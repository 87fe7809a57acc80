from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of, speakers_of


def test_two_persons_are_two_speakers() -> None:
    text = "French President Luc Martin and British Prime Minister Tom Hale said they agreed."
    found = speakers_of(text, text.split(" said")[0])
    assert [(s.name, s.country) for s in found] == [("Luc Martin", "FRA"), ("Tom Hale", "GBR")]


def test_a_pronoun_is_the_subject_before() -> None:
    text = "Polish President Ewa Nowak met Jan Kos on Monday. She said the border stays open."
    assert [s.name for s in speakers_of(text, "She")] == ["Ewa Nowak"]


def test_a_pronoun_without_anybody_is_unknown() -> None:
    speaker = speaker_of("He said nothing more.", "He")
    assert (speaker.kind, speaker.name) == ("unknown", "")


def test_who_is_the_noun_it_belongs_to() -> None:
    text = "Polish President Ewa Nowak, who said the border stays open, flew home."
    speaker = speaker_of(text, "who")
    assert (speaker.name, speaker.mention_text) == ("Ewa Nowak", "who")


def test_the_author_is_not_made_up() -> None:
    speaker = speaker_of("I think the border stays open.", "I")
    assert speaker.kind == "unknown"


@pytest.mark.parametrize("word", ["which", "you", "His"])
def test_a_pronoun_is_never_a_name(word: str) -> None:
    text = f"The council met on Friday, {word} plan to build again."
    assert [s.name for s in speakers_of(text, word)] == [""]


def test_whose_leaders_are_of_the_noun_before() -> None:
    text = "The Harbour Alliance, whose leaders said the border stays open, met on Monday."
    speaker = speaker_of(text, "whose leaders")
    assert (speaker.name, speaker.kind) == ("Harbour Alliance's leaders", "group")


def test_which_is_all_the_countries_of_a_list() -> None:
    text = "Support came from Oman, Jordan and Egypt, which said they stood with the king."
    assert [s.country for s in speakers_of(text, "which")] == ["OMN", "JOR", "EGY"]


def test_who_goes_back_to_the_name_before_an_apposition() -> None:
    text = "Ewa Nowak, leader of a party, left. Senator Ana Ruiz, now the majority leader, who said so, stayed."
    assert [s.name for s in speakers_of(text, "who")] == ["Ana Ruiz"]
