"""What the analyst says of people holds in quotes, positions and later articles, and is taken back whole."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import NotFound, UsageError
from workbench.views import Person, Row
from workbench.work import Case

TEXTS = {
    "one": "Mara Voss said that the country opposes the canal fund. “We reject the fund,” Ms. Voss said.\n",
    "two": "Marra Quill said the bridge was safe. “It will hold,” Quill said on Monday.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.db") as opened:
        add(opened, tmp_path, **TEXTS)
        yield opened


def add(case: Case, folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        case.add([str(folder / f"{name}.txt")])
    case.analyse()


def people(case: Case) -> dict[str, Row[Person]]:
    return {row.value.name: row for row in case.search("people").rows}


def speakers(case: Case, query: str = "") -> set[tuple[Any, ...]]:
    return {
        (s.name, s.country, s.known_from.country) for r in case.search("quotes", query).rows for s in r.value.speakers
    }


def test_a_country_given_to_somebody_is_that_of_their_quotes_and_of_their_positions(case: Case) -> None:
    voss = people(case)["Mara Voss"]
    said = case.correct_people([voss.id], {"country": "Norwegian"})
    assert said == "country of “Mara Voss” is NOR, in 2 quotes; 1 article is to be analysed again for it"
    assert speakers(case, "country:NOR") == {("Mara Voss", "NOR", "case")}
    assert case.counts('country:NOR person:"Voss"')["quotes"] == 2
    assert case.owed().unread == 1
    assert not case.search("positions", "country:NOR").total
    case.analyse()
    assert {row.value.speaker for row in case.search("positions", "country:NOR").rows} == {"Mara Voss"}
    assert case.check() == ()


def test_what_is_said_of_somebody_holds_in_articles_to_come_and_goes_over_what_they_say(
    case: Case, tmp_path: Path
) -> None:
    voss = people(case)["Mara Voss"]
    case.correct_people([voss.id], {"name": "Mara Voss-Lind", "country": "NOR", "role": "envoy", "alias": "Marta Vohs"})
    later = {
        "three": "German Chancellor Mara Voss said that the fund was late.\n",
        "four": "Marta Vohs said that it was early.\n",
    }
    add(case, tmp_path, **later)
    assert set(people(case)) == {"Mara Voss-Lind", "Marra Quill"}
    found = people(case)["Mara Voss-Lind"].value
    assert (found.role, found.country, found.quotes) == ("envoy", "NOR", 4)
    assert {"Mara Voss", "Marta Vohs"} <= set(found.aliases)
    assert speakers(case, 'person:"Marta Vohs"') == {("Mara Voss-Lind", "NOR", "case")}
    assert case.check() == ()


def test_people_who_are_merged_stay_so_until_that_is_undone(case: Case) -> None:
    before = people(case)
    case.merge_people([before["Marra Quill"].id, before["Mara Voss"].id])
    (one,) = people(case).values()
    assert one.value.quotes == 4
    case.analyse()
    assert [row.value.quotes for row in people(case).values()] == [4]
    case.undo()
    case.analyse()
    assert people(case) == before
    assert case.check() == ()


def test_a_name_that_is_parted_is_somebody_elses_in_articles_to_come_too(case: Case, tmp_path: Path) -> None:
    ids = [people(case)[name].id for name in ("Mara Voss", "Marra Quill")]
    case.merge_people(ids)
    case.analyse()
    (one,) = people(case).values()
    assert one.value.name == "Mara Voss"
    assert "is somebody else than Mara Voss" in case.part_name(one.id, "Marra Quill")
    case.analyse()
    add(case, tmp_path, three="Marra Quill said that the road was shut.\n")
    assert {name: row.value.quotes for name, row in people(case).items()} == {"Mara Voss": 2, "Marra Quill": 3}
    assert case.check() == ()


def test_who_is_nobody_leaves_the_list_and_can_be_brought_back(case: Case) -> None:
    voss = people(case)["Mara Voss"]
    case.correct_people([voss.id], {"kind": "unknown"})
    case.analyse()
    assert set(people(case)) == {"Marra Quill"}
    assert ("", "", "") in {(name, "", "") for name, *_ in speakers(case)}
    case.revert([voss.id], "kind")
    case.analyse()
    assert set(people(case)) == {"Mara Voss", "Marra Quill"}
    assert case.check() == ()


def test_what_makes_no_sense_changes_nothing(case: Case) -> None:
    voss = people(case)["Mara Voss"].id
    assert case.correct_people([voss], {"name": "Mara Voss"}) == ""
    with pytest.raises(UsageError, match="takes two"):
        case.merge_people([voss, voss])
    with pytest.raises(UsageError, match="cannot be parted"):
        case.part_name(voss, "Mara Voss")
    with pytest.raises(UsageError, match="no country"):
        case.correct_people([voss], {"country": "Nowhereland"})
    with pytest.raises(UsageError, match="age of a person"):
        case.correct_people([voss], {"age": "40"})
    with pytest.raises(NotFound, match="Nobody"):
        case.correct_people(["E0000000000"], {"role": "envoy"})
    assert case.actions() == ()


def test_a_brief_calls_somebody_what_the_analyst_does(case: Case) -> None:
    case.correct_people([people(case)["Mara Voss"].id], {"country": "NOR", "role": "fisheries minister"})
    case.analyse()
    stream = StringIO()
    case.export("brief", "positions", stream)
    assert "fisheries minister" in stream.getvalue().casefold()


def test_every_figure_of_somebody_is_how_many_rows_are_found_for_them(case: Case) -> None:
    case.correct_people([people(case)["Mara Voss"].id], {"country": "NOR"})
    case.correct_people([people(case)["Marra Quill"].id], {"country": "DEU"})
    case.analyse()
    for name, row in people(case).items():
        found = case.counts(f'person:"{name}"')
        assert (row.value.quotes, row.value.positions) == (found["quotes"], found["positions"])
    assert people(case)["Mara Voss"].value.positions
