"""Who speaks for somebody does not become that somebody."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities, speaker_of


@pytest.mark.parametrize(
    ("mention", "name", "role", "country", "own"),
    [
        (
            "A spokeswoman for Finnish President Aino Salo",
            "Aino Salo",
            "spokeswoman for Finnish President Aino Salo",
            "FIN",
            "President",
        ),
        (
            "An aide to Turkish President Kemal Demir",
            "Kemal Demir",
            "aide to Turkish President Kemal Demir",
            "TUR",
            "President",
        ),
        ("A lawyer for Omar Haddad", "Omar Haddad", "lawyer for Omar Haddad", "", ""),
        ("An attorney for Mr Omar Haddad", "Omar Haddad", "attorney for Mr Omar Haddad", "", ""),
        (
            "The chief of staff to Senator Ann Miller",
            "Ann Miller",
            "chief of staff to Senator Ann Miller",
            "",
            "Senator",
        ),
        (
            "A press secretary for Chancellor Karl Vogt",
            "Karl Vogt",
            "press secretary for Chancellor Karl Vogt",
            "",
            "Chancellor",
        ),
        ("A representative of Sultan Tariq Saadi", "Tariq Saadi", "representative of Sultan Tariq Saadi", "", "Sultan"),
        ("A deputy of Mayor Ines Prado", "Ines Prado", "deputy of Mayor Ines Prado", "", "Mayor"),
        ("An ally of Ana Ruiz", "Ana Ruiz", "ally of Ana Ruiz", "", ""),
        ("Omar Haddad’s lawyer", "Omar Haddad", "Omar Haddad’s lawyer", "", ""),
    ],
)
def test_who_speaks_for_somebody_is_unnamed_and_they_keep_their_role(
    mention: str, name: str, role: str, country: str, own: str
) -> None:
    text = f"{mention} said the toll was unfair."
    speaker = speaker_of(text, mention)
    assert (speaker.name, speaker.kind, speaker.role, speaker.country) == ("", "anonymous", role, country)
    assert [(p.name, p.role) for p in read_entities(text).people] == [(name, own)]


def test_several_who_speak_for_somebody_leave_the_role_alone() -> None:
    text = "Two aides to Prime Minister Carla Neri said so."
    kind = speaker_of(text, "Two aides to Prime Minister Carla Neri").kind
    assert (kind, read_entities(text).people[0].role) == ("group", "Prime Minister")


def test_the_office_of_the_principal_gives_the_country_of_a_spokesman_not_of_a_lawyer() -> None:
    text = "Italian Prime Minister Carla Neri flew home. {} for Neri said the trip was short."
    assert speaker_of(text.format("A spokesman"), "A spokesman for Neri").country == "ITA"
    assert speaker_of(text.format("A lawyer"), "A lawyer for Neri").country == ""


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("US Secretary of State John Marlow said so.", "John Marlow", "Secretary of State"),
        ("The adviser to the president Mykola Petrenko said so.", "Mykola Petrenko", "adviser to the president"),
        ("The spokesman for the president, Dmitri Sokolov, said so.", "Dmitri Sokolov", "spokesman for the president"),
        ("The head of the Russian Duma, Oleg Orlov, said so.", "Oleg Orlov", "head of the Duma"),
    ],
)
def test_whom_an_office_of_an_office_describes_keeps_it(text: str, name: str, role: str) -> None:
    speaker = speaker_of(text, text.split(" said")[0].rstrip(","))
    assert (speaker.name, speaker.role) == (name, role)


def test_a_lawyer_who_is_named_elsewhere_is_not_every_lawyer() -> None:
    text = "Ana Ruiz, a lawyer for Juan Soto, spoke first. A lawyer for Omar Haddad said the case was weak."
    assert speaker_of(text, "A lawyer for Omar Haddad").name == ""


@pytest.mark.parametrize(
    ("mention", "own"),
    [
        ("The press secretary of President Ana Ruiz, Juan Soto", "President"),
        ("Deputy spokesman for UN Secretary-General Ana Ruiz, Juan Soto", "Secretary-General"),
    ],
)
def test_who_is_named_behind_a_comma_is_the_one_who_speaks(mention: str, own: str) -> None:
    text = f"{mention}, said she was well."
    speaker = speaker_of(text, mention)
    assert (speaker.name, speaker.role) == ("Juan Soto", mention.removeprefix("The ").removesuffix(", Juan Soto"))
    assert next(p.role for p in read_entities(text).people if p.name == "Ana Ruiz") == own


def test_a_body_of_somebody_or_who_is_near_somebody_gives_no_role() -> None:
    assert read_entities("The office of Prime Minister Ana Ruiz said no.").people[0].role == "Prime Minister"
    text = "A person close to Omar Haddad said no."
    kind = speaker_of(text, "A person close to Omar Haddad").kind
    assert (read_entities(text).people[0].role, kind) == ("", "anonymous")


def test_so_it_is_where_the_parser_takes_both_for_subjects() -> None:
    mention = "A spokeswoman for Chancellor Friedrich Lenz"
    text = f"{mention} told reporters talks went on."
    speaker = speaker_of(text, mention)
    assert (speaker.name, speaker.kind, speaker.role) == ("", "anonymous", "spokeswoman for Chancellor Friedrich Lenz")
    assert [(p.name, p.role) for p in read_entities(text).people] == [("Friedrich Lenz", "Chancellor")]
