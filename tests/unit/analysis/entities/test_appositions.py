from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons


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
            "EGY",
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
        ("Beirut-based analyst Rana Haddad said so.", "Rana Haddad", "Beirut-based analyst", "LBN"),
        ("Ola Dahl, a spokesman for the Norwegian police, said so.", "Ola Dahl", "spokesman for the police", "NOR"),
        ("LONDON - President Ira Cole arrived.", "Ira Cole", "President", ""),
        ("Pro-Moscow lawmaker Olena Bondar said so.", "Olena Bondar", "Pro-Moscow lawmaker", ""),
        ("Ira Cole, a South Korea-born U.S. citizen, left.", "Ira Cole", "South Korea-born citizen", "USA"),
        ("Ira Cole, a Saudi writer and Virginia resident, left.", "Ira Cole", "writer and Virginia resident", "SAU"),
        ("They met Ira Cole, a U.S.-born lawmaker, in May.", "Ira Cole", "U.S.-born lawmaker", ""),
        ("Britain's biggest ally, Ira Cole, said so.", "Ira Cole", "Britain's biggest ally", ""),
        ("Ann Poe, an Iran analyst, said so.", "Ann Poe", "Iran analyst", ""),
        ("Ann Poe, an Iranian analyst, said so.", "Ann Poe", "analyst", "IRN"),
        ("Rep. Ann Poe, R-Ohio, said so.", "Ann Poe", "representative", "USA"),
    ],
)
def test_role_and_country_come_from_the_words_beside_the_name(text: str, name: str, role: str, country: str) -> None:
    person = read_persons(text)[name]
    assert (person.role, person.country) == (role, country)


def test_the_neighbour_in_a_list_keeps_his_own_role() -> None:
    found = read_persons("French President Luc Martin and British Prime Minister Tom Hale met.")
    assert (found["Luc Martin"].country, found["Tom Hale"].country) == ("FRA", "GBR")
    assert found["Tom Hale"].role == "Prime Minister"


def test_the_country_an_envoy_is_sent_to_is_not_his_own() -> None:
    found = read_persons("Omani envoy to Yemen Said Farsi arrived.")
    assert all(p.country in ("OMN", "") for p in found.values())


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
    assert read_persons(f"Kari Holt, {phrase}, said the rule was clear.")["Kari Holt"].role == role


@pytest.mark.parametrize(
    "text",
    [
        "At a briefing in the Norvik grain carrier terminal, Ola Brandt said that the ships were late.",
        "During a visit to the Lindby water reactor facility, Ola Brandt said that the wall would hold.",
    ],
)
def test_a_place_before_a_name_is_no_role(text: str) -> None:
    assert read_persons(text)["Ola Brandt"].role == ""


@pytest.mark.parametrize(
    ("text", "name", "country", "proof"),
    [
        ("Ali Mansour, a top Hamas official at the talks in Cairo, said so.", "Ali Mansour", "PSE", "Hamas"),
        ("Sgt. Omar Haddad of the Hamas police said so.", "Omar Haddad", "PSE", "Hamas"),
        ("Ali Mansour, a former adviser to the Hamas prime minister, said so.", "Ali Mansour", "PSE", "Hamas"),
        ("CNN's Tehran bureau chief Ann Poe said so.", "Ann Poe", "USA", "CNN"),
        (
            "Ann Poe, an expert on trade of the far north and on all its islands at the Hudson Institute, said so.",
            "Ann Poe",
            "USA",
            "Hudson Institute",
        ),
        ("The Hudson Institute's Ann Poe said so.", "Ann Poe", "USA", "Hudson Institute"),
    ],
)
def test_an_institution_beside_a_name_lets_one_know_the_country(text: str, name: str, country: str, proof: str) -> None:
    person = read_persons(text)[name]
    assert (person.country, person.known_from.country, person.known_from.proof) == (country, "known", proof)


def test_the_rest_of_a_heading_is_no_role() -> None:
    text = "Poe, First Lady Meet Queen at Buckingham Palace\n\nPresident Ann Poe met the press. Poe left early."
    assert read_persons(text)["Ann Poe"].country == ""


def test_what_somebody_criticises_is_not_theirs() -> None:
    text = "Senator Ann Poe, a persistent critic of what she sees as Beijing's attempts to undermine it, said so."
    assert read_persons(text)["Ann Poe"].country == ""


def test_what_follows_an_opening_phrase_is_no_apposition() -> None:
    found = read_persons(
        "Mayor Ana Ruiz came home. For Ms. Ruiz, it was not just a redemption for Copenhagen, but a start."
    )
    assert found["Ana Ruiz"].country == ""


def test_an_envoy_is_of_the_people_named_last() -> None:
    found = read_persons("Iran's new French ambassador Philippe Martin arrived.")
    assert found["Philippe Martin"].country == "FRA"


def test_who_appears_in_a_show_is_not_of_its_outlet() -> None:
    found = read_persons("On CBS' evening show, Secretary of State Ana Ruiz said so.")
    assert found["Ana Ruiz"].known_from.proof != "CBS News"


def test_where_somebody_lives_tells_less_than_whose_they_are() -> None:
    text = "Ira Cole, a US resident, left. Police spoke to Ira Cole, a Saudi journalist, in May."
    assert read_persons(text)["Ira Cole"].country == "SAU"
    assert read_persons("Ira Cole, a US resident, left.")["Ira Cole"].country == "USA"
