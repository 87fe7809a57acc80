"""Rows of tables: as we write them, and as people save them again."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.golden.sample import NOTES, selection
from tests.golden.test_exports import written
from workbench.errors import SourceError
from workbench.export.formats import FORMATS
from workbench.ingest.annotations import read_marks
from workbench.ingest.annotations.tables import cell_text, items
from workbench.model.imported_marks import ImportedMark

CELLS = {
    "id": "Q0123456789", "speakers": "Ann Poe; Bo Li", "roles": "minister; ", "countries": "ARL; ARL",
    "speaker_kinds": "person; person", "text": "We agree … and more", "article_id": "A0123456789",
    "spans": "3..11; 20..28", "own": "yes", "starred": "yes", "tags": 'key; "a; b"', "note": "'=1+1",
    "edits": "speakers",
}  # fmt: skip
HEADER, ROW = tuple(CELLS), tuple(CELLS.values())


def csv_file(folder: Path, *rows: tuple[str, ...], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path = folder / "quotes.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def one(path: Path) -> ImportedMark:
    (mark,) = read_marks(path).marks
    return mark


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_however_a_spreadsheet_saves_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    mark = one(csv_file(tmp_path, HEADER, ROW, delimiter=delimiter, encoding=encoding))
    assert (mark.pane, mark.id, mark.where) == ("quotes", "Q0123456789", "row 2")
    assert [(p.words, p.start, p.end) for p in mark.passages] == [("We agree", 3, 11), ("and more", 20, 28)]
    assert (mark.tags, mark.notes, mark.starred, mark.own) == (("key", "a; b"), ("=1+1",), True, True)
    assert mark.edits == {"speakers"}
    assert mark.values["speakers"] == [
        {"label": "Ann Poe", "role": "minister", "country": "ARL", "kind": "person"},
        {"label": "Bo Li", "role": "", "country": "ARL", "kind": "person"},
    ]


def test_columns_may_have_moved_and_others_stand_beside_them(tmp_path: Path) -> None:
    turned = (("",), ("My quotes",), ("mine", *reversed(HEADER)), ("x", *reversed(ROW)))
    plain = one(csv_file(tmp_path, HEADER, ROW))
    moved = one(csv_file(tmp_path, *turned))
    assert (moved.passages, moved.values, moved.tags, moved.article) == (
        plain.passages, plain.values, plain.tags, plain.article,
    )  # fmt: skip


def test_cells_may_have_become_dates_numbers_and_truth_values(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.title = "Renamed"
    workbook.create_sheet("empty")
    workbook.active.append(["ID", "Outlet", "Published on", "byline", "starred", "tags", "title", "extra"])
    workbook.active.append(["A0123456789", "Post", datetime(2025, 8, 21), "", True, 2025, "T", 1.5])
    workbook.save(path := tmp_path / "saved.xlsx")
    mark = one(path)
    assert (mark.pane, mark.where, mark.starred, mark.tags) == ("articles", "Renamed, row 2", True, ("2025",))
    assert mark.values == {"title": "T", "outlet": "Post", "byline": "", "published_on": "2025-08-21"}


def test_our_own_tables_are_read_in_every_pane(tmp_path: Path) -> None:
    for pane in ("articles", "quotes", "positions", "facts", "notes", "people"):
        path = tmp_path / f"{pane}.csv"
        path.write_bytes(written("csv", pane).encode("utf-8-sig"))  # type: ignore[arg-type]
        assert {mark.pane for mark in read_marks(path).marks} == {pane}
    notes = {mark.id: mark for mark in read_marks(tmp_path / "notes.csv").marks}
    assert notes["N0000000001"].values["body"] == "# Look here\n@all"
    assert notes["N0000000002"].values["body"] == "+1 on a person"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", []), ("one", ["one"]), ("one; two", ["one", "two"]), ("; two", ["", "two"]), ("one; ", ["one", ""]),
        ('"a; b"; c', ["a; b", "c"]), ('"say ""no"""', ['say "no"']), ('he said "no"; c', ['he said "no"', "c"]),
    ],
)  # fmt: skip
def test_a_cell_may_hold_several_items(cell: str, found: list[str]) -> None:
    assert items(cell) == found


def test_an_apostrophe_before_a_formula_is_not_of_the_text() -> None:
    assert [cell_text(each) for each in ("'=1", "' =1", "''tis", "'no'", "'")] == ["=1", " =1", "''tis", "'no'", "'"]


@pytest.mark.parametrize("cut", [3, 30])
def test_half_a_table_is_refused(tmp_path: Path, cut: int) -> None:
    path = csv_file(tmp_path, HEADER, ROW, ("Q0123456780", 'of "marks"\nand lines', *ROW[2:]))
    path.write_bytes(
        path.read_bytes().rstrip()[:-cut] if cut > 3 else path.read_bytes()[: path.read_bytes().index(b"and l")]
    )
    with pytest.raises(SourceError, match="cut off"):
        read_marks(path)


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no column called id"):
        read_marks(csv_file(tmp_path, ("name", "town"), ("Ann", "Oslo")))
    workbook = Workbook()
    workbook.active.append(["name", "town"])
    workbook.save(path := tmp_path / "other.xlsx")
    with pytest.raises(SourceError, match="No sheet has a table of ours"):
        read_marks(path)


def test_a_damaged_spreadsheet_is_refused(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(HEADER)
    workbook.save(path := tmp_path / "x.xlsx")
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(SourceError, match=r"x\.xlsx: The archive is damaged or cut off"):
        read_marks(path)


def test_a_text_that_no_cell_holds_is_read_from_its_parts(tmp_path: Path) -> None:
    words = "We agree. 𠮷 " * 4_000
    note = replace(NOTES[0], value=replace(NOTES[0].value, body=words.strip()))
    with (tmp_path / "long.xlsx").open("wb") as stream:
        FORMATS["xlsx"].write(replace(selection("notes"), rows=[note]), stream)
    (mark,) = read_marks(tmp_path / "long.xlsx").marks
    assert mark.values["body"] == words.strip()


def test_a_spreadsheet_that_declares_entities_is_refused(tmp_path: Path) -> None:
    Workbook().save(path := tmp_path / "x.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/extra.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(SourceError, match="entities"):
        read_marks(path)
