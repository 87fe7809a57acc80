"""Workbooks as openpyxl and LibreOffice read them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.golden.sample import LATE, ROWS, WIRE, row, selection, whole_case
from workbench.errors import Stopped, WorkbenchError
from workbench.export import xlsx
from workbench.export.columns import COLUMNS
from workbench.export.sanitizing import plain
from workbench.export.selection import Selection
from workbench.export.table_lines import in_one_cell, table_lines
from workbench.export.xlsx_cells import LINKS, MARK, MOST
from workbench.model import PANES, Note, Quote, Span
from workbench.views import Marks

pytestmark = pytest.mark.peers
HOSTILE = (
    "=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1)", "{=A1}", "#REF!", "TRUE", "007", "1e5", "2025-08-21",
    "<r><t>x</t></r>", "<r>&</r>", "_x0041_", "a\x00\x0b\x1b\ufffe\uffffb", "\u202eevil\u2069",
    "<script>alert(1)</script>", "'quoted'", " blanks ", "\U00020bb7\u91ce e\u0301", "line\nline\tend", "\ud800",
)  # fmt: skip


def written(part: Selection) -> bytes:
    """A workbook; a warning of the library's is an error."""
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        xlsx.write(part, stream)
    return stream.getvalue()


def read(part: Selection) -> dict[str, list[dict[str, Any]]]:
    """The sheets of a workbook by name, each line by the names of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(written(part)))
    found = {}
    for sheet in book:
        head, *lines = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), line, strict=True)) for line in lines]
    return found


def noted(*bodies: str) -> Selection:
    """Notes with these bodies."""
    rows = [row(Note(f"N{n:010}", "E1", body, f"2025-09-01T10:00:{n:02}Z"), None) for n, body in enumerate(bodies)]
    return replace(selection("notes"), rows=rows)


def shown(value: Any, kind: str) -> Any:
    """What a cell holds of a value of a line."""
    if kind == "day":
        return datetime.fromisoformat(value) if value else None
    if kind == "time":
        return datetime.fromisoformat(value).replace(tzinfo=None)
    if kind in ("whole", "number", "flag"):
        return value
    return plain(value if isinstance(value, str) else in_one_cell(value)) or None


def test_every_line_is_in_the_sheet_of_its_kind_as_what_it_is() -> None:
    found = read(whole_case())
    for pane in PANES:
        lines = list(table_lines(selection(pane)))
        expected = [{c.name: shown(line[c.name], c.kind) for c in COLUMNS[pane]} for line in lines]
        assert found[pane.capitalize()] == expected


def test_text_stays_text_whatever_it_is() -> None:
    part = noted(*HOSTILE)
    book = openpyxl.load_workbook(io.BytesIO(written(part)))
    cells = [line[2] for line in book["Notes"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    # openpyxl leaves the escapes of what XML cannot hold to its readers.
    read_again = [openpyxl.utils.escape.unescape(cell.value) if cell.value else None for cell in cells]
    assert read_again == [plain(text) or None for text in HOSTILE]


def test_a_text_too_long_for_a_cell_is_whole_in_a_sheet_of_its_own() -> None:
    long = "𠮷" + "word and so on " * 3_000
    found = read(noted("short", long))
    cell = found["Notes"][1]["body"]
    parts = [each for each in found["Long texts"] if each["column"] == "body"]

    assert cell.endswith(MARK)
    assert long.startswith(cell.removesuffix(MARK))
    assert "".join(each["text"] for each in parts) == long
    assert [(each["part"], each["parts"], each["sheet"]) for each in parts] == [(1, 2, "notes"), (2, 2, "notes")]
    assert all(len(each["text"].encode("utf-16-le")) <= 2 * MOST for each in (*parts, {"text": cell}))


@pytest.mark.parametrize("size", [MOST - 1, MOST])
def test_a_text_that_fits_is_not_marked(size: int) -> None:
    found = read(noted("x" * size, "𠮷" * (size // 2)))
    assert [each["body"] for each in found["Notes"]] == ["x" * size, "𠮷" * (size // 2)]
    assert found["Long texts"] == []


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://news.example/a?b=1&c=%20d#e", True),
        ("http://news.example:8080/ä", False),
        ("https://news.example/a b", False),
        ("https://news.example/" + "a" * 2_100, False),
        ("https://[x/", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("internal:About!A1", False),
    ],
)
def test_only_plain_addresses_on_the_web_are_links(url: str, linked: bool) -> None:
    article = replace(WIRE, url=url)
    part = replace(selection("articles"), rows=[row(article, None)])
    sheet = openpyxl.load_workbook(io.BytesIO(written(part)))["Articles"]
    cell = next(cell for head, cell in zip(sheet[1], sheet[2], strict=True) if head.value == "url")

    assert cell.value == url
    assert (cell.hyperlink is not None) == linked


def test_more_links_than_a_sheet_takes_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.export.xlsx_cells.LINKS", 2)
    assert LINKS == 65_530
    rows = [row(replace(WIRE, document_id=str(n), url=f"https://news.example/{n}"), None) for n in range(4)]
    sheet = openpyxl.load_workbook(io.BytesIO(written(replace(selection("articles"), rows=rows))))["Articles"]
    cells = [line[11] for line in sheet.iter_rows(min_row=2)]

    assert [cell.hyperlink is not None for cell in cells] == [True, True, False, False]
    assert all(cell.value.startswith("https://") for cell in cells)


def test_the_head_stays_in_sight_and_every_column_can_be_filtered() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(whole_case())))
    assert [sheet.title for sheet in book] == ["About", *map(str.capitalize, PANES), "Long texts"]
    assert (book["Quotes"].freeze_panes, book["Quotes"].auto_filter.ref) == ("A2", "A1:AE5")
    assert book["Long texts"].sheet_state == "hidden"


def test_the_first_sheet_says_what_the_file_is() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(selection("quotes"))))
    about = {line[0]: line[1] for line in book["About"].iter_rows(values_only=True)}

    assert (about["Case"], about["Query"]) == ('Talks: "August"', 'country:ARL "no-fly"')
    assert about["sentence"] == next(column.about for column in COLUMNS["quotes"] if column.name == "sentence")
    assert book.active.title == "Quotes"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert written(whole_case()) == written(whole_case())


def test_a_day_that_excel_does_not_know_is_text() -> None:
    articles = [
        replace(LATE, document_id=str(n), published_on=day) for n, day in enumerate(("1812-10-19", "2024-02-30"))
    ]
    found = read(replace(selection("articles"), rows=[row(each, None) for each in articles]))
    assert {each["published_on"] for each in found["Articles"]} == {"1812-10-19", "2024-02-30"}


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 4)
    with pytest.raises(WorkbenchError, match="holds 3 lines"):
        written(selection("quotes"))


def test_nothing_is_left_when_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def stop() -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        written(replace(selection("quotes"), on_row=stop))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_as_the_system_says_it() -> None:
    class Full(io.BytesIO):
        def write(self, data: Any) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        xlsx.write(selection("quotes"), Full())


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_shows_every_cell(tmp_path: Path) -> None:
    quote = Quote(WIRE.id, "indirect", (Span(0, 5),), "=1+1", via="<r><t>x</t></r>")
    quotes = [*ROWS["quotes"], row(quote, WIRE.id, Marks(note="x" * 40_000, tags=("a/b.c", "=d")))]
    part = replace(selection("quotes"), rows=quotes)
    (tmp_path / "x.xlsx").write_bytes(written(part))
    sheets = as_csv(tmp_path / "x.xlsx")

    lines = list(table_lines(part))
    assert len(sheets["Quotes"]) == len(lines)
    for found, line in zip(sheets["Quotes"], lines, strict=True):
        for column in COLUMNS["quotes"]:
            if column.kind in ("id", "text", "title", "long", "list", "link") and column.name != "note":
                assert found[column.name] == (shown(line[column.name], column.kind) or ""), column
        assert found["published_on"] == line["published_on"]
        assert [found[name] for name in ("own", "starred")] == [str(line[n]).upper() for n in ("own", "starred")]
        assert float(found["confidence"]) == pytest.approx(line["confidence"], abs=0.005)
    assert "".join(each["text"] for each in sheets["Long texts"]) == "x" * 40_000


def as_csv(path: Path) -> Mapping[str, list[dict[str, str]]]:
    """The sheets of a workbook, as LibreOffice shows them."""
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", every_sheet, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = {}
    for file in path.parent.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            found[file.stem.removeprefix("x-")] = list(csv.DictReader(stream))
    return found


def test_it_is_a_zip_of_files_of_one_day() -> None:
    with zipfile.ZipFile(io.BytesIO(written(selection("quotes")))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
