"""The analyst's own table of persons: what holds is used, what does not is named with its line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.entities import countries
from workbench.analysis.knowledge.analyst_people import read_people
from workbench.analysis.knowledge.office_holders import (
    Bearer,
    Term,
    analyst_people,
    find_bearers,
    use_analyst_people,
    use_known_people,
)

TABLE = """name\taliases\trole\tcountry\tkind\tstart\tend
Jane Doe\tJ. Doe;Janie Doe\tharbour master\tFrance\tofficial\t2012\t2014-05-01
Richard Roe
"""


@pytest.fixture(autouse=True)
def _nobody_afterwards() -> Iterator[None]:
    yield
    use_analyst_people(())
    use_known_people(True)


def test_rows_are_persons() -> None:
    jane, richard = read_people(TABLE, countries.code).bearers
    assert jane.aliases == ("J. Doe", "Janie Doe")
    assert jane.terms == (Term("FRA", "harbour master", "official", "2012", "2014-05-01"),)
    assert richard == Bearer("Richard Roe", (), ())


def test_only_names_are_needed_and_columns_stand_in_any_order() -> None:
    found = read_people("country\tname\nUSA\tJane Doe\n", countries.code)
    assert found.bearers == (Bearer("Jane Doe", (), (Term("USA", "", "official", "", ""),)),)


def test_two_lines_of_one_person_are_two_terms() -> None:
    text = "name\trole\tcountry\nJane Doe\tmayor\tFRA\nJane Doe\tminister\tFRA\nJane Doe\tmayor\tUSA\n"
    assert [len(b.terms) for b in read_people(text, countries.code).bearers] == [2, 1]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("\t\tmayor", "line 3: no name"),
        ("Jane\0 Doe", "line 3: a control character"),
        ("Jane Doe\t\t\x1b[31mmayor", "line 3: a control character"),
        ("Jane Doe\t\t\tNarnia", "line 3: Narnia is no country"),
        ("Jane Doe\t\t\t\tduke", "line 3: duke is no kind"),
        ("Jane Doe\t\t\t\t\t2012-13-01", "line 3: 2012-13-01 is no day or year"),
        ("Jane Doe\t\t\t\t\t2012\t2011", "line 3: the end is before the start"),
        ("Jane Doe\t\t\t\t\t\t\tx", "line 3: 8 columns, and the header has 7"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_used(line: str, complaint: str) -> None:
    header = TABLE.splitlines()[0]
    found = read_people(f"{header}\nRichard Roe\n{line}\nMary Major\n", countries.code)
    assert [b.name for b in found.bearers] == ["Richard Roe", "Mary Major"]
    assert len(found.complaints) == 1
    assert found.complaints[0].startswith(complaint)


def test_without_a_header_nothing_is_read() -> None:
    found = read_people("Jane Doe\tmayor\n", countries.code)
    assert found.bearers == ()
    assert found.complaints[0].startswith("line 1: the header")


@given(st.text(alphabet="name\t\nrole;2012-é\x00country", max_size=120))
def test_any_text_may_be_the_table(text: str) -> None:
    read_people(text, countries.code)


def test_the_analysts_persons_go_over_the_table() -> None:
    mine = Bearer("Angela Merkel", (), (Term("FRA", "harbour master", "official", "", ""),))
    use_analyst_people([mine])
    assert find_bearers("Angela Merkel") == ((mine, "full"),)
    assert find_bearers("Merkel") == ((mine, "family"),)


def test_the_table_can_be_left_out() -> None:
    use_known_people(False)
    assert find_bearers("Angela Merkel") == ()


def test_what_changes_the_answers_is_in_the_version() -> None:
    assert analyst_people() == ""
    use_analyst_people([Bearer("Jane Doe", (), ())])
    one = analyst_people()
    use_known_people(False)
    assert len({"", one, analyst_people()}) == 3
