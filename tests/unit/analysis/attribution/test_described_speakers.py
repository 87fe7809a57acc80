from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of, speakers_of


@pytest.mark.parametrize(
    ("text", "mention", "kind", "name", "country"),
    [
        ("A source said the deal is close.", "A source", "anonymous", "", ""),
        ("Officials familiar with the matter said so.", "Officials familiar with the matter", "anonymous", "", ""),
        ("Indian officials said so.", "Indian officials", "group", "Indian officials", "IND"),
        ("One of the officials said so.", "One of the officials", "anonymous", "", ""),
        (
            "Several of the Indian officials said so.",
            "Several of the Indian officials",
            "group",
            "Indian officials",
            "IND",
        ),
        ("Washington said it would wait.", "Washington", "country", "United States", "USA"),
        ("The Kremlin said it would wait.", "The Kremlin", "organisation", "Kremlin", "RUS"),
        ("The teachers’ union said it would strike.", "The teachers’ union", "organisation", "teachers’ union", ""),
    ],
)
def test_what_is_not_a_person(text: str, mention: str, kind: str, name: str, country: str) -> None:
    speaker = speaker_of(text, mention)
    assert (speaker.kind, speaker.name, speaker.country) == (kind, name, country)


def test_two_nations_of_one_noun_are_two_speakers() -> None:
    found = speakers_of("British and French officials said the talks would go on.", "British and French officials")
    assert [(s.name, s.country) for s in found] == [("British officials", "GBR"), ("French officials", "FRA")]


def test_whose_lawyer_speaks_does_not_speak_himself() -> None:
    text = "Juan Perez left on Monday. “He is well,” said Perez lawyer Ana Ruiz."
    assert [s.name for s in speakers_of(text, "Perez lawyer Ana Ruiz")] == ["Ana Ruiz"]


def test_a_role_is_the_person_who_has_it() -> None:
    text = "Polish President Ewa Nowak flew home. Later the Polish president said the border stays open."
    assert [s.name for s in speakers_of(text, "the Polish president")] == ["Ewa Nowak"]


def test_the_owner_of_a_spokesman_does_not_speak() -> None:
    text = "Polish President Ewa Nowak flew home. Nowak’s spokesman said the border stays open."
    assert all(s.name != "Ewa Nowak" for s in speakers_of(text, "Nowak’s spokesman"))


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("The Harbour Alliance, which has nine members", "Harbour Alliance", "organisation"),
        ("Norway, which has a long coast", "Norway", "country"),
        ("Critics of the plan, including Mr. Kos", "Critics of the plan", "group"),
        ("The water watchdog, the International Water Agency", "International Water Agency", "organisation"),
        ("The Harbour Times, a weekly newspaper", "Harbour Times", "organisation"),
        ("Dozens of Norwegian officials", "Norwegian officials", "group"),
        ("The Republicans", "Republicans", "group"),
        ("The Kos family", "Kos family", "group"),
    ],
)
def test_a_name_is_without_what_is_said_of_it(mention: str, name: str, kind: str) -> None:
    speaker = speaker_of(f"{mention} said the dam was safe.", mention)
    assert (speaker.name.removeprefix("Dozens of "), speaker.kind) == (name, kind)


@pytest.mark.parametrize("mention", ["The fighting", "The bill", "No one"])
def test_what_cannot_speak_has_no_name(mention: str) -> None:
    speaker = speaker_of(f"{mention} says the dam is safe.", mention)
    assert (speaker.name, speaker.kind) == ("", "unknown")


def test_one_of_several_is_one_person_without_a_name() -> None:
    speaker = speaker_of("One of the Norwegian advisers said so.", "One of the Norwegian advisers")
    assert (speaker.name, speaker.kind, speaker.country) == ("", "anonymous", "NOR")


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("A State Department spokesman said so.", "A State Department spokesman", "State Department spokesman"),
        ("The Harbour Company will close, a spokesperson said.", "a spokesperson", "Harbour Company spokesperson"),
    ],
)
def test_who_speaks_for_a_body_is_called_by_it(text: str, mention: str, name: str) -> None:
    speaker = speaker_of(text, mention)
    assert (speaker.name, speaker.kind) == (name, "anonymous")


def test_the_governments_of_two_countries_are_two() -> None:
    found = speakers_of("The US and Canadian governments said so.", "The US and Canadian governments")
    assert [(s.name, s.country) for s in found] == [("US government", "USA"), ("Canadian government", "CAN")]


@pytest.mark.parametrize("mention", ["A U.S. intelligence source", "One Navy source in the room"])
def test_a_source_with_a_body_beside_is_still_nobody_that_can_be_named(mention: str) -> None:
    speaker = speaker_of(f"{mention} said the dam was safe.", mention)
    assert (speaker.name, speaker.kind) == ("", "anonymous")


def test_some_of_a_people_are_no_country() -> None:
    speaker = speaker_of("Many Norwegians say the dam is safe.", "Many Norwegians")
    assert (speaker.name, speaker.kind, speaker.country) == ("Norwegians", "group", "NOR")


def test_many_somewhere_are_nobody_that_can_be_named() -> None:
    speaker = speaker_of("Many in Norway say the dam is safe.", "Many in Norway")
    assert (speaker.name, speaker.kind, speaker.country) == ("", "anonymous", "NOR")
