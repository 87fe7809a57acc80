from __future__ import annotations

from workbench.analysis.entities.person_linking import is_outdated, link_people
from workbench.model import Entity, KnownFrom, said_by_text


def person(name: str, role: str = "", country: str = "", *aliases: str) -> Entity:
    return Entity(name, "person", role, country, aliases, said_by_text(role, country))


def test_a_family_name_is_the_only_person_who_bears_it() -> None:
    known = link_people([person("Carla Nunes", "President", "BRA"), person("Nunes")])
    assert (known["Nunes"].name, known["Nunes"].country) == ("Carla Nunes", "BRA")


def test_a_family_name_of_two_persons_is_neither() -> None:
    assert "Nunes" not in link_people([person("Carla Nunes"), person("Pedro Nunes"), person("Nunes")])


def test_spellings_of_one_person_are_one() -> None:
    known = link_people([person("Volodymyr Zelensky", country="UKR")] * 2 + [person("Volodymyr Zelenskyy")])
    assert known["Volodymyr Zelenskyy"].name == "Volodymyr Zelensky"


def test_namesakes_of_two_countries_stay_apart() -> None:
    known = link_people([person("Kim Lee", country="KOR"), person("Kim Lee Ann", country="USA")])
    assert known["Kim Lee"].name == "Kim Lee"


def test_an_article_that_knows_less_is_outdated_until_it_is_read_again() -> None:
    known = link_people([person("Carla Nunes", "President", "BRA"), person("Nunes")])
    assert is_outdated([person("Nunes")], known)
    assert not is_outdated([person("Carla Nunes", "President", "BRA", "Nunes")], known)


def test_an_article_is_not_outdated_by_what_was_known_when_it_was_read() -> None:
    known, before = ([person("Carla Nunes", role, "BRA"), person("Nunes")] for role in ("President", "Minister"))
    assert not is_outdated([person("Nunes")], link_people(known), link_people(known))
    assert is_outdated([person("Nunes")], link_people(known), link_people(before))


def test_persons_whose_initials_differ_are_two_in_the_whole_case() -> None:
    found = link_people([Entity("George W. Lind", "person"), Entity("George H. W. Lind", "person")])
    assert {e.name for e in found.values()} == {"George W. Lind", "George H. W. Lind"}


def test_what_one_article_looked_up_or_presumed_is_not_passed_on() -> None:
    looked_up = Entity("Carla Nunes", "person", "president", "BRA", (), KnownFrom("known", "presumed"))
    known = link_people([looked_up, person("Nunes")])
    assert (known["Nunes"].name, known["Nunes"].role, known["Nunes"].country) == ("Carla Nunes", "", "")


def test_an_article_that_looked_up_what_another_says_is_read_again() -> None:
    looked_up = Entity("Carla Nunes", "person", "president", "BRA", (), KnownFrom("known", "known"))
    known = link_people([looked_up, person("Carla Nunes", "President", "BRA")])
    assert is_outdated([looked_up], known)


def test_persons_whose_family_name_stands_first_are_told_apart_by_the_rest() -> None:
    known = link_people([person("Park Min-seo"), person("Park Dae-hyun"), person("Park Min Seo"), person("Park")])
    assert {n: e.name for n, e in known.items()} == {
        "Park Dae-hyun": "Park Dae-hyun",
        "Park Min Seo": "Park Min Seo",
        "Park Min-seo": "Park Min Seo",
    }


def test_a_given_name_of_two_letters_is_no_initial() -> None:
    known = link_people([person("Jo Lindqvist"), person("Jonas Lindqvist")])
    assert known["Jo Lindqvist"].name == "Jo Lindqvist"
    assert link_people([person("J. Lindqvist"), person("Jonas Lindqvist")] * 2)["J. Lindqvist"].name != "Jo Lindqvist"


def test_a_family_name_of_two_is_his_who_has_the_office_said_with_it() -> None:
    known = link_people(
        [person("Carla Nunes", "President"), person("Rui Nunes", "husband"), person("Nunes", "President")]
    )
    assert known["Nunes"].name == "Carla Nunes"
