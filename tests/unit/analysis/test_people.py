from __future__ import annotations

import pytest

from workbench.analysis import countries, people
from workbench.model import Entity
from workbench.nlp import reading


def cast(text: str, known: dict[str, Entity] | None = None) -> dict[str, people.Person]:
    doc = reading.read(text).doc
    found = people.people(doc, countries.find(text), known or {})
    for person in found:
        for mention in person.mentions:
            assert mention.of(text)
    return {p.name: p for p in found}


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Kenyan President William Ruto arrived on Monday.", "William Ruto", "President", "KEN"),
        ("Talks with Japanese Foreign Minister Takeshi Iwaya went on.", "Takeshi Iwaya", "Foreign Minister", "JPN"),
        ("She met Anna Lind, the Swedish finance minister, in May.", "Anna Lind", "finance minister", "SWE"),
        (
            "Omar Haddad, a researcher at the Cairo Institute, disagreed.",
            "Omar Haddad",
            "researcher at the Cairo Institute",
            "",
        ),
        ("Mr. Paul Brandt (Austria) chaired the session.", "Paul Brandt", "", "AUT"),
        ("White House spokeswoman Dana Wells said so.", "Dana Wells", "White House spokeswoman", "USA"),
    ],
)
def test_role_and_country_come_from_the_words_beside_the_name(text: str, name: str, role: str, country: str) -> None:
    person = cast(text)[name]
    assert (person.role, person.country) == (role, country)


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    text = "Brazilian President Carla Nunes spoke first. Nunes said she would sign. Later Nunes left."
    assert len(cast(text)["Carla Nunes"].mentions) == 3


def test_particles_belong_to_the_family_name() -> None:
    text = "Belgian Prime Minister Jan van der Berg resigned. Van der Berg had led for a year."
    assert any(p.last_name == "van der Berg" for p in cast(text).values())


def test_the_neighbour_in_a_list_keeps_his_own_role() -> None:
    found = cast("French President Luc Martin and British Prime Minister Tom Hale met.")
    assert (found["Luc Martin"].country, found["Tom Hale"].country) == ("FRA", "GBR")
    assert found["Tom Hale"].role == "Prime Minister"


def test_the_country_an_envoy_is_sent_to_is_not_his_own() -> None:
    found = cast("Omani envoy to Yemen Said Farsi arrived.")
    assert all(p.country in ("OMN", "") for p in found.values())


def test_what_the_case_knows_completes_a_bare_name() -> None:
    known = {"Nunes": Entity("Carla Nunes", "person", "President", "BRA")}
    person = cast("Nunes said she would sign the treaty on Friday.", known)["Carla Nunes"]
    assert (person.role, person.country) == ("President", "BRA")


def test_a_bare_surname_is_whom_the_article_is_about() -> None:
    text = "Juan Perez spoke on Monday. His wife, Ana Perez, listened. Juan Perez left early. Perez was tired."
    found = cast(text)
    assert [len(found[n].mentions) for n in ("Juan Perez", "Ana Perez")] == [3, 1]


def test_a_news_agency_is_nobody() -> None:
    assert "Reuters" not in cast("Reuters reported on Monday that Ana Ruiz had left. Reuters did not say why.")
