from __future__ import annotations

import pytest

from workbench.analysis.entities import countries, people
from workbench.analysis.entities.person_linking import link_people
from workbench.model import Entity
from workbench.nlp import pipeline


def persons(text: str, known: dict[str, Entity] | None = None) -> dict[str, people.Person]:
    doc = pipeline.run_models(text).doc
    found = people.find_people(doc, countries.find(text), known or {})
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
        ("Foreign Minister Mara Voss of Poland met them.", "Mara Voss", "Foreign Minister", "POL"),
        ("Prime Minister Bo Lind of the Netherlands met them.", "Bo Lind", "Prime Minister", "NLD"),
        ("Senator Ian Rae of Britain's Labour party met them.", "Ian Rae", "Senator", ""),
        ("They spoke of the arrest of Kenyan lawyer Jane Otieno in May.", "Jane Otieno", "lawyer", "KEN"),
        ("He wrote essays critical of Danish Crown Prince Aksel Holm.", "Aksel Holm", "Crown Prince", "DNK"),
        ("Ministry of Defence spokesman Ivo Kral said so.", "Ivo Kral", "Ministry of Defence spokesman", ""),
        ("The envoy met the Jordanian king on Ola Brandt's orders.", "Ola Brandt", "", ""),
        ("White House spokeswoman Dana Wells said so.", "Dana Wells", "White House spokeswoman", "USA"),
    ],
)
def test_role_and_country_come_from_the_words_beside_the_name(text: str, name: str, role: str, country: str) -> None:
    person = persons(text)[name]
    assert (person.role, person.country) == (role, country)


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    text = "Brazilian President Carla Nunes spoke first. Nunes said she would sign. Later Nunes left."
    assert len(persons(text)["Carla Nunes"].mentions) == 3


def test_particles_belong_to_the_family_name() -> None:
    text = "Belgian Prime Minister Jan van der Berg resigned. Van der Berg had led for a year."
    assert any(p.last_name == "van der Berg" for p in persons(text).values())


def test_the_neighbour_in_a_list_keeps_his_own_role() -> None:
    found = persons("French President Luc Martin and British Prime Minister Tom Hale met.")
    assert (found["Luc Martin"].country, found["Tom Hale"].country) == ("FRA", "GBR")
    assert found["Tom Hale"].role == "Prime Minister"


def test_the_country_an_envoy_is_sent_to_is_not_his_own() -> None:
    found = persons("Omani envoy to Yemen Said Farsi arrived.")
    assert all(p.country in ("OMN", "") for p in found.values())


def test_what_the_case_knows_completes_a_bare_name() -> None:
    known = {"Nunes": Entity("Carla Nunes", "person", "President", "BRA")}
    person = persons("Nunes said she would sign the treaty on Friday.", known)["Carla Nunes"]
    assert (person.role, person.country) == ("President", "BRA")


def test_a_bare_surname_is_whom_the_article_is_about() -> None:
    text = "Juan Perez spoke on Monday. His wife, Ana Perez, listened. Juan Perez left early. Perez was tired."
    found = persons(text)
    assert [len(found[n].mentions) for n in ("Juan Perez", "Ana Perez")] == [3, 1]


def test_a_news_agency_is_nobody() -> None:
    assert "Reuters" not in persons("Reuters reported on Monday that Ana Ruiz had left. Reuters did not say why.")


@pytest.mark.parametrize(
    ("text", "name", "short", "role", "country"),
    [
        ("Taiwan's President Hsu Mei-lin said no. Hsu said it again.", "Hsu Mei-lin", "Hsu", "President", "TWN"),
        ("Park Dae-hyun, South Korea's president, said no. Park left.", "Park Dae-hyun", "Park", "president", "KOR"),
        ("North Korean leader Ri Yong-su spoke. Ri said no.", "Ri Yong-su", "Ri", "leader", "PRK"),
        ("Jean-luc Moreau, a farmer, said no. Moreau left.", "Jean-luc Moreau", "Moreau", "farmer", ""),
        (
            "Dutch Foreign Minister Piet van der Laan spoke. Van der Laan left.",
            "Piet van der Laan",
            "Van der Laan",
            "Foreign Minister",
            "NLD",
        ),
        (
            "Brazil's President Rui da Costa spoke. Da Costa said it held.",
            "Rui da Costa",
            "Da Costa",
            "President",
            "BRA",
        ),
        (
            "Crown Prince Faisal bin Turki spoke. Bin Turki said no.",
            "Faisal bin Turki",
            "Bin Turki",
            "Crown Prince",
            "",
        ),
        (
            "Jordanian Prime Minister Omar al-Saadi spoke. Saadi said no.",
            "Omar al-Saadi",
            "Saadi",
            "Prime Minister",
            "JOR",
        ),
        ("Per Lund, 54, a fisherman, said no. Lund left.", "Per Lund", "Lund", "fisherman", ""),
        ("May Brown, a teacher, said no. Brown left.", "May Brown", "Brown", "teacher", ""),
    ],
)
def test_the_parts_of_a_name_stay_together(text: str, name: str, short: str, role: str, country: str) -> None:
    (person,) = persons(text).values()
    assert (person.name, person.role, person.country) == (name, role, country)
    assert [m.of(text) for m in person.mentions] == [name, short]


@pytest.mark.parametrize(
    "text", ["Donald Trump-backed talks began.", "A Xi Jinping-era law fell.", "Luc Moreau-led talks began."]
)
def test_a_compound_of_a_name_is_no_name(text: str) -> None:
    assert all("-" not in name for name in persons(text))


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("the deputy head of Norway's Data Authority", "deputy head of Norway's Data Authority"),
        ("secretary of Kenya's Supreme Council", "secretary of Kenya's Supreme Council"),
        ("the deputy chairman of the Russian Duma", "deputy chairman of the Duma"),
        ("Kenya's finance minister", "finance minister"),
        ("the president of Kenya", "president"),
        ("a Kenya-based analyst", "Kenya-based analyst"),
        ("a member of the US-led coalition", "member of the US-led coalition"),
    ],
)
def test_a_role_has_no_hole_where_its_country_was(phrase: str, role: str) -> None:
    assert persons(f"Kari Holt, {phrase}, said the rule was clear.")["Kari Holt"].role == role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("George W. Lind spoke. His father, George H. W. Lind, left.", ["George W. Lind", "George H. W. Lind"]),
        ("Carl Olsen II built it. Carl Olsen III sold it.", ["Carl Olsen II", "Carl Olsen III"]),
        ("President George Lind spoke. George W. Lind, his son, left.", ["George Lind", "George W. Lind"]),
        ("Joseph R. Lind spoke. Joseph Lind left.", ["Joseph R. Lind"]),
        ("Martin Luther King III spoke. King said no.", ["Martin Luther King III"]),
        ("George H. W. Lind spoke. George H.W. Lind left.", ["George H. W. Lind"]),
    ],
)
def test_initials_and_generations_part_persons(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


def test_persons_whose_initials_differ_are_two_in_the_whole_case() -> None:
    found = link_people([Entity("George W. Lind", "person"), Entity("George H. W. Lind", "person")])
    assert {e.name for e in found.values()} == {"George W. Lind", "George H. W. Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "At a briefing in the Norvik grain carrier terminal, Ola Brandt said that the ships were late.",
        "During a visit to the Lindby water reactor facility, Ola Brandt said that the wall would hold.",
    ],
)
def test_a_place_before_a_name_is_no_role(text: str) -> None:
    assert persons(text)["Ola Brandt"].role == ""
