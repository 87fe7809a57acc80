"""Rows of several sources to persons, each once."""

from __future__ import annotations

from workbench.analysis.knowledge.table_building.people import make_people
from workbench.analysis.knowledge.table_building.rows import Row


def row(name: str, country: str = "FRA", office: str = "mayor", days: str = "2001 2002", source: str = "ep2022") -> Row:
    """A row; `days`: "start end"."""
    start, _, end = days.partition(" ")
    return Row(name, (), country, office, "official", start, end, source)


def names(*rows: Row) -> list[str]:
    """The names of the persons that rows make."""
    return [person.name for person in make_people(rows)]


def test_a_middle_name_or_another_spelling_in_the_same_office_is_the_same_person() -> None:
    assert len(names(row("Jane Doe"), row("Jane Q. Doe", office="minister"))) == 1
    assert len(names(row("Gulbuddin Hikmatyar", "AFG"), row("Gulbuddin Hekmatyar", "AFG"))) == 1


def test_another_spelling_in_another_office_stays_another_person() -> None:
    assert len(names(row("Gulbuddin Hikmatyar", "AFG"), row("Gulbuddin Hekmatyar", "AFG", "judge"))) == 2


def test_one_name_in_two_countries_is_two_persons_but_not_with_a_body_or_a_part_of_the_state() -> None:
    assert len(names(row("Jane Doe"), row("Jane Doe", "USA"))) == 2
    assert len(names(row("Jane Doe"), row("Jane Doe", "EU"))) == 1
    assert len(names(row("Jane Doe", "DNK"), row("Jane Doe", "GRL"))) == 1


def test_father_and_son_are_two() -> None:
    assert len(names(row("John Doe Jr."), row("John Doe Sr."))) == 2


def test_terms_of_one_office_that_touch_are_joined() -> None:
    [person] = make_people([row("Jane Doe", days=days) for days in ("2001 2002", "2002-05-01 ", "1990 1991")])
    assert [(t.start, t.end) for t in person.terms] == [("1990", "1991"), ("2001", "")]


def test_a_list_of_those_in_office_prolongs_a_term_of_the_year_before() -> None:
    listed = row("Jane Doe", days="2019 2019", source="cia-wl2019")
    [person] = make_people([row("Jane Doe", days="2012 2018-06-01"), listed])
    assert [(t.start, t.end) for t in person.terms] == [("2012", "2019")]


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [row("Jane Doe"), row("Jane Q. Doe", office="minister"), row("Richard Roe", "USA"), row("Jane Doe", "EU")]
    assert make_people(rows) == make_people(rows[::-1])
