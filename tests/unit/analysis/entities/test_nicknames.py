from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities, read_quotes, speaker_of
from workbench.analysis.entities import nicknames
from workbench.nlp import pipeline


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('Maria "Mimi" Lopez', "Maria Lopez"),
        ("Hector “Tito” Vargas", "Hector Vargas"),
        ("Luis 'Lucho' Gomez", "Luis Gomez"),
        ("William (Bill) Harker", "William Harker"),
        ('Robert "Bob" de Groot', "Robert de Groot"),
    ],
)
def test_a_nickname_breaks_no_name(written: str, name: str) -> None:
    text = f"{written}, a plumber, said the pipe burst. {name.split(maxsplit=1)[1]} said it was old."
    entities = read_entities(text)
    assert [(p.name, p.role) for p in entities.people] == [(name, "plumber")]
    assert len(entities.people[0].mentions) == 2


def test_the_nickname_alone_is_the_person() -> None:
    entities = read_entities("Joaquín “El Pato” Vargas spoke. Vargas left. El Pato said no.")
    assert [(p.name, len(p.mentions)) for p in entities.people] == [("Joaquín Vargas", 3)]


@pytest.mark.parametrize(
    ("mention", "role"),
    [
        ('a sniper with the call sign "Raven"', "sniper"),
        ("a nurse known as 'Mama Joy'", "nurse"),
        ("a medic nicknamed “Doc”", "medic"),
        ('a teenager who goes by "Kit"', ""),
        ('a baker whom everybody calls "Auntie Rose"', "baker"),
    ],
)
def test_who_has_only_a_nickname_is_anonymous(mention: str, role: str) -> None:
    speaker = speaker_of(f'"We ran," said {mention}.', mention)
    assert (speaker.name, speaker.kind, speaker.role) == ("", "anonymous", role)


def test_a_mention_has_both_marks_of_a_nickname() -> None:
    for mention in ('a sniper with the call sign "Raven"', "a medic nicknamed “Doc”"):
        assert speaker_of(f'"We ran," said {mention}.', mention[:-1]).mention_text == mention


def test_a_nickname_is_no_quotation() -> None:
    found = read_quotes('"We held the bridge for two days," said a sniper with the call sign "Raven".')
    assert [q.text for q in found] == ["We held the bridge for two days"]


def test_parentheses_with_a_party_or_a_country_are_no_nickname() -> None:
    for text in ("Ana Ruiz (Labour) Spoke", "Ana (SPD) Ruiz"):
        assert nicknames.names_with_nickname(pipeline.run_models(text).doc, {}) is not None
        assert not list(nicknames.names_with_nickname(pipeline.run_models(text).doc, {}))
