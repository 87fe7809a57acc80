"""Who bears a name: in full, in another transliteration, by the family name alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.entities import countries
from workbench.analysis.knowledge.bearers import KINDS
from workbench.analysis.knowledge.office_holders import TABLE, Match, find_bearers, read_bearer
from workbench.analysis.knowledge.table_building.people import BODIES


def best(name: str) -> tuple[str, Match] | None:
    """The first bearer's name and how the name fits."""
    found = find_bearers(name)
    return (found[0][0].name, found[0][1]) if found else None


def bearers(name: str) -> set[str]:
    """The names of all who bear a name."""
    return {bearer.name for bearer, _ in find_bearers(name)}


@pytest.mark.parametrize(
    ("name", "bearer"),
    [
        ("Donald Trump", "Donald Trump"),
        ("Donald J. Trump", "Donald Trump"),
        ("DONALD TRUMP", "Donald Trump"),
        ("Michael Pence", "Mike Pence"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("Xi Jinping", "Xi Jinping"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Enrique Peña Nieto", "Enrique Pena Nieto"),
        ("Jean Yves Le Drian", "Jean-Yves Le Drian"),
    ],
)
def test_a_name_in_full(name: str, bearer: str) -> None:
    assert bearer in bearers(name)


def test_another_transliteration_is_near() -> None:
    assert best("Abdel-Fattah al-Sissi") == ("Abdel Fattah el-Sisi", "near")
    assert best("Adel Abdul Mahdi") == ("Adil Abdul-Mahdi", "near")


@pytest.mark.parametrize(
    "name", ["Trump", "al-Assad", "Assad", "bin Salman", "Le Drian", "Ban", "Xi", "Park", "Merkel"]
)
def test_the_family_name_alone(name: str) -> None:
    assert "family" in {match for _, match in find_bearers(name)}


@pytest.mark.parametrize("name", ["Fred Trump", "Wendy Merkel", "Kim Jong-ho Smith", "", "-", "Qwrtzp Zzyx"])
def test_another_given_name_is_another_person(name: str) -> None:
    assert find_bearers(name) == ()


@given(st.text(max_size=80))
def test_any_text_may_be_asked_for(name: str) -> None:
    for bearer, _ in find_bearers(name):
        assert bearer.terms


def test_a_generation_that_is_named_must_be_the_bearers() -> None:
    assert "Donald Trump" not in bearers("Donald Trump Jr.")
    assert bearers("George W. Bush") == {"George W. Bush"}
    assert bearers("George Bush") == {"George W. Bush", "George H. W. Bush"}


def test_a_name_word_for_word_leaves_no_place_to_longer_ones() -> None:
    assert bearers("Juan Manuel Santos") == {"Juan Manuel Santos"}


def test_the_middle_name_and_the_generation_may_be_missing() -> None:
    assert "John Roberts" in bearers("John G. Roberts Jr.")
    assert bearers("Vladimir V. Putin") == {"Vladimir Putin"}


def test_a_single_word_is_never_a_whole_name_but_with_a_title() -> None:
    assert best("King Salman") == ("Salman of Saudi Arabia", "full")
    assert {match for _, match in find_bearers("Salman")} == {"family"}


@pytest.mark.parametrize(("name", "reversed_name"), [("Shinzo Abe", "Abe Shinzo"), ("Viktor Orban", "Orbán Viktor")])
def test_names_of_japan_and_hungary_stand_either_way(name: str, reversed_name: str) -> None:
    assert bearers(name) == bearers(reversed_name) != set()


def test_one_person_of_two_sources_and_bodies_is_one() -> None:
    [(lagarde, match)] = find_bearers("Christine Lagarde")
    assert match == "full"
    assert {"FRA", "IMF", "EU"} == {term.country for term in lagarde.terms}


def test_one_name_of_two_countries_stays_two() -> None:
    found = [bearer for bearer, match in find_bearers("Charles Taylor") if match == "full"]
    assert {term.country for bearer in found for term in bearer.terms} == {"LBR", "USA"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("name", "country", "office", "day"),
    [
        ("Wilbur Ross", "USA", "commerce secretary", "2018-01-01"),
        ("Shinzo Abe", "JPN", "prime minister", "2014-01-01"),
        ("Brett Kavanaugh", "USA", "justice of the Supreme Court", "2019-01-01"),
        ("Nicola Sturgeon", "GBR", "first minister of Scotland", "2016-01-01"),
        ("Jens Stoltenberg", "NATO", "secretary-general", "2016-01-01"),
        ("Kang Kyung-wha", "KOR", "foreign minister", "2018-01-01"),
        ("Muriel Bowser", "USA", "mayor of Washington, D.C.", "2016-01-01"),
        ("Geng Shuang", "CHN", "foreign ministry spokesman", "2018-01-01"),
    ],
)
def test_who_held_an_office_on_a_day(name: str, country: str, office: str, day: str) -> None:
    terms = [t for bearer, match in find_bearers(name) if match == "full" for t in bearer.terms]
    assert any((t.country, t.office) == (country, office) and t.start <= day <= (t.end or "9") for t in terms)


@given(
    st.lists(
        st.sampled_from(["Kim", "al-", "bin", "Abdul", "Jong-un", "J.", "Jr.", "O'", "de", "la", "Li", "é"]), max_size=8
    )
)
def test_any_name_may_be_asked_for(parts: list[str]) -> None:
    find_bearers(" ".join(parts))


def test_the_shipped_table_is_well_formed() -> None:
    known = set(countries.codes().values()) | BODIES
    lines = [line for line in TABLE.path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    order = [TABLE.order(line.partition("\t")[0]) for line in lines]
    assert order == sorted(order)
    persons = [read_bearer(line.partition("\t")[2]) for line in lines if ">" not in line]
    assert len(persons) > 25_000
    for person in persons:
        assert person.terms
        assert list(person.terms) == sorted(person.terms, key=lambda t: t.start)
        for term in person.terms:
            assert term.country in known
            assert term.office
            assert term.kind in KINDS
            assert all(re.fullmatch(r"(?:\d{4}(?:-[01]\d-[0-3]\d)?)?", day) for day in (term.start, term.end))
            assert not term.end or term.start[: len(term.end)] <= term.end


def test_references_of_the_table_lead_to_a_person() -> None:
    lines = TABLE.path.read_text(encoding="utf-8").splitlines()
    lead = {tuple(line.split("\t")[2::-2][:1] + line.split("\t")[1][1:].split()) for line in lines if "\t>" in line}
    have = {(name, key) for key, name, *_ in (line.split("\t") for line in lines if "\t" in line and "\t>" not in line)}
    assert lead <= have
