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
