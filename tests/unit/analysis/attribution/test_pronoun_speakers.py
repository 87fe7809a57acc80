from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes, speaker_of, speakers_of


def test_it_is_the_body_that_is_the_last_subject() -> None:
    text = "The Harbour Board met on Monday. It said the gates would stay shut."
    assert speaker_of(text, "It").name == "Harbour Board"


def test_they_are_the_people_of_the_sentence_before() -> None:
    text = "Polish lawmakers left the hall. They said the border stays open."
    speaker = speaker_of(text, "They")
    assert (speaker.name, speaker.kind, speaker.country) == ("Polish lawmakers", "group", "POL")


def test_they_are_all_whom_the_subject_joins() -> None:
    text = "Ewa Nowak and Jan Kos left the hall. They said the border stays open."
    assert [s.name for s in speakers_of(text, "They")] == ["Ewa Nowak", "Jan Kos"]


def test_some_are_of_those_spoken_of_or_nobody_that_can_be_named() -> None:
    assert (
        speaker_of("Polish lawmakers were split. Some said the border stays open.", "Some").name == "Polish lawmakers"
    )
    assert speaker_of("It rained. Some said the border stays open.", "Some").kind == "anonymous"


@pytest.mark.parametrize("pronoun", ["he", "He"])
def test_he_is_the_man_without_a_name_who_spoke_last(pronoun: str) -> None:
    text = f"Jan Kos left. “The glass fell,” a mechanic said. “I saw a light,” {pronoun} said."
    assert [s.kind for q in read_quotes(text) for s in q.speakers] == ["anonymous", "anonymous"]


def test_he_is_the_one_named_since_somebody_without_a_name_spoke() -> None:
    text = "“The glass fell,” a mechanic said. Jan Kos ran to the gate. “I saw a light,” he said."
    assert [s.name for s in read_quotes(text)[-1].speakers] == ["Jan Kos"]


def test_pronouns_that_go_back_to_pronouns_come_to_an_end() -> None:
    text = "The minister said that " + "the officials and he and they agreed with the ministry, " * 120 + "."
    assert speakers_of(text, "they")
