"""Persons whom a text takes for granted are looked up; what the text says of somebody goes over the table."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_known_persons
from workbench.analysis.entities import known_people
from workbench.analysis.knowledge.office_holders import Bearer, Term
from workbench.model import KnownFrom

MERKEL = "chancellor of Germany 2005-2021"


def test_a_name_that_every_reader_knows_has_role_country_and_proof() -> None:
    found = read_known_persons("Angela Merkel met Polish officials in Germany. Merkel was late.", "2015-03-02")
    merkel = found["Angela Merkel"]
    assert (merkel.role, merkel.country) == ("chancellor", "DEU")
    assert merkel.known_from == KnownFrom("known", "known", MERKEL)


def test_the_office_is_that_of_the_day() -> None:
    text = "Boris Johnson spoke in London about Britain."
    roles = {day: read_known_persons(text, day)["Boris Johnson"].role for day in ("2017-05-01", "2020-02-01")}
    assert roles == {"2017-05-01": "foreign secretary", "2020-02-01": "prime minister"}


def test_who_has_left_office_keeps_the_country() -> None:
    gone = read_known_persons("Angela Merkel spoke in Germany.", "2024-01-10")["Angela Merkel"]
    assert (gone.role, gone.country) == ("former chancellor", "DEU")


def test_who_is_not_in_office_yet_has_no_role() -> None:
    early = read_known_persons("Donald Trump opened a hotel in the United States.", "2012-01-10")["Donald Trump"]
    proof = "president, United States 2017-2021, since 2025"
    assert (early.role, early.country, early.known_from.proof) == ("", "USA", proof)


def test_without_a_day_the_others_in_office_date_a_story() -> None:
    text = "President Barack Obama called. Colin Powell disagreed with the United States government in 2014."
    assert read_known_persons(text)["Colin Powell"].role == "former secretary of state"


def test_a_title_gives_a_family_name_its_bearer() -> None:
    found = read_known_persons("The United States is ready, President Obama said. Obama left.", "2014-05-01")
    assert found["Barack Obama"].country == "USA"
    assert found["Barack Obama"].known_from.name == "known"


def test_the_country_of_the_text_is_never_overruled() -> None:
    found = read_known_persons("Norwegian President Donald Trump spoke in Oslo.", "2018-05-01")
    assert {(p.country, p.known_from.proof) for p in found.values()} == {("NOR", "")}


@pytest.mark.parametrize(
    "text",
    [
        "Barack Obama, a fisherman from Kisumu, saw the boat in the United States.",
        "Barack Obama, 54, saw the boat off the coast of the United States.",
        "Fisherman Barack Obama saw the boat in the United States.",
        "Sheriff Barack Obama saw the boat in the United States.",
        "Barack Obama (17) saw the boat off the coast of the United States.",
        "Seen by 17-year-old Barack Obama, the boat left the United States.",
        "Barack Obama, of Akron, saw the boat off the coast of the United States.",
        "Union leader Barack Obama saw the boat off the coast of the United States.",
    ],
)
def test_a_private_person_of_the_same_name_is_left_alone(text: str) -> None:
    found = read_known_persons(text, "2014-05-01")["Barack Obama"]
    assert (found.country != "USA", found.known_from.proof) == (True, "")


def test_a_family_name_alone_without_title_is_nobody() -> None:
    assert read_known_persons("Hunt was late in Britain, Mr Hunt said.", "2018-10-01")["Hunt"].country == ""


def test_another_person_of_the_family_name_in_the_article_is_that_person() -> None:
    found = read_known_persons("Ida Obama spoke in the United States. Obama was late.", "2014-05-01")
    assert list(found) == ["Ida Obama"]
    assert found["Ida Obama"].country == ""


def test_two_who_fit_alike_give_nobody_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    bearers = [
        (Bearer("Karl Berg", (), (Term(code, "prime minister", "head_of_government", "2010", "2020"),)), "full")
        for code in ("AUT", "SWE")
    ]
    monkeypatch.setattr(known_people, "find_bearers", lambda name: bearers)
    berg = read_known_persons("Austria and Sweden: Prime Minister Karl Berg spoke.", "2015-01-01")["Karl Berg"]
    proof = "not told apart: prime minister of Austria 2010-2020; prime minister of Sweden 2010-2020"
    assert (berg.country, berg.known_from.proof) == ("", proof)


def test_a_story_from_before_the_table_has_no_period() -> None:
    old = read_known_persons("Angela Merkel spoke in Germany.", "1975-01-10")["Angela Merkel"]
    assert (old.country, old.known_from.proof) == ("DEU", MERKEL)


@pytest.mark.parametrize(("title", "name"), [("Prime Minister", "Kim Boo-kyum"), ("Defence Minister", "Jaswant Singh")])
def test_a_title_and_a_family_name_are_nobody_who_holds_the_office_at_another_time(title: str, name: str) -> None:
    family = name.split()[0 if title == "Prime Minister" else -1]
    assert list(read_known_persons(f"{title} {family} said the vote was fair.", "2016-05-04")) == [family]
