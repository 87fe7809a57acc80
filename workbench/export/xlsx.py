"""A workbook for Excel and LibreOffice: a sheet for each kind of thing, with typed columns, and one that says what they
mean.

It is written row by row, and equal byte for byte when nothing changed. Text is always text, never a formula or markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from workbench.errors import WorkbenchError
from workbench.export.columns import COLUMNS, Column, Kind
from workbench.export.sanitizing import count, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.export.table_lines import table_lines
from workbench.export.xlsx_cells import Cells, splits

CREATED = datetime(2000, 1, 1)
"""The same in every file, so that files differ only where their contents do."""
ROWS = 1_048_576
"""So many rows a sheet has."""
ABOUT, LONG_TEXTS = "About", "Long texts"
HEAD = "What the columns mean"
LONG_COLUMNS = (
    Column("id", "id", ""), Column("sheet", "text", ""), Column("column", "text", ""), Column("part", "whole", ""),
    Column("parts", "whole", ""), Column("text", "long", ""),
)  # fmt: skip
WIDTHS: dict[Kind, int] = {
    "id": 13, "text": 16, "title": 34, "long": 56, "list": 18, "link": 26, "day": 14, "time": 17, "whole": 9,
    "number": 12, "flag": 9,
}  # fmt: skip
NARROW = 15
CODES = frozenset(
    "countries country holder kind language level names_from roles_from countries_from name_from role_from country_from"
    " speaker_kinds status stance via relation cue target event".split()
)
"""Columns of short words."""
WRAPPED: frozenset[Kind] = frozenset(("title", "long", "list"))
MOST_LINES, LINE_HEIGHT = 12, 15
"""A row is never higher than so many lines of text; the rest is seen in the cell."""


def write(selection: Selection, stream: IO[bytes], options: Options = NO_OPTIONS) -> None:
    """Write a sheet for each pane of the selection, one that explains them, and one of texts too long for a cell."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, "book.xlsx")
        book = Workbook(path, {"constant_memory": True, "tmpdir": folder})
        try:
            _fill(book, selection)
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            for sheet in book.worksheets():  # XlsxWriter leaves its files open where it is not closed
                sheet.row_data_fh.close()
        with path.open("rb") as file:
            copyfileobj(file, stream)


def _fill(book: Workbook, selection: Selection) -> None:
    book.use_zip64()
    book.set_properties({"title": one_line(selection.case_name), "created": CREATED})
    cells = Cells(book)
    about = book.add_worksheet(ABOUT)
    sheets = [(part, _sheet(book, cells, part.pane.capitalize(), COLUMNS[part.pane])) for part in selection.parts]
    long_texts = LongTexts(_sheet(book, cells, LONG_TEXTS, LONG_COLUMNS), cells)
    counts = [(part, _write_part(sheet, cells, part, long_texts)) for part, sheet in sheets]
    _write_about(about, cells, selection, counts)
    long_texts.finish()
    (about if len(sheets) > 1 else sheets[0][1]).activate()


class LongTexts:
    """The sheet with the texts that no cell holds, whole: those of their parts joined. Hidden where there are none."""

    def __init__(self, sheet: Worksheet, cells: Cells) -> None:
        self._sheet = sheet
        self._puts = [cells.writer(sheet, column.kind) for column in LONG_COLUMNS]
        self._row = 0

    def add(self, id: str, sheet: str, column: str, text: str) -> None:
        """A text of the thing with that id, from a column of a sheet."""
        parts = splits(text)
        for number, words in enumerate(parts, 1):
            self._row += 1
            _begin(self._sheet, self._row, MOST_LINES)
            for at, value in enumerate((id, sheet, column, number, len(parts), words)):
                self._puts[at](self._row, at, value)

    def finish(self) -> None:
        """Let the columns be filtered."""
        self._sheet.autofilter(0, 0, self._row, len(LONG_COLUMNS) - 1)
        if not self._row:
            self._sheet.hide()


def _write_part(sheet: Worksheet, cells: Cells, part: Selection, long_texts: LongTexts) -> int:
    """The rows of one pane; how many lines they are."""
    columns = COLUMNS[part.pane]
    puts = [(at, column.name, cells.writer(sheet, column.kind)) for at, column in enumerate(columns)]
    wrapped = [(column.name, _width(column)) for column in columns if column.kind in WRAPPED]
    row = 0
    for row, line in enumerate(table_lines(part), 1):
        _begin(sheet, row, max(_lines(line[name], width) for name, width in wrapped))
        for at, name, put in puts:
            if whole := put(row, at, line[name]):
                long_texts.add(line["id"], part.pane, name, whole)
    sheet.autofilter(0, 0, row, len(columns) - 1)
    return row


def _write_about(sheet: Worksheet, cells: Cells, selection: Selection, counts: Sequence[tuple[Selection, int]]) -> None:
    """What the file is: the case, what was asked for, the sheets with their lines, and what each column means."""
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 110)
    rows = [("Case", selection.case_name), ("Query", selection.query or "all")]
    rows += [(part.pane.capitalize(), count(lines, "line")) for part, lines in counts]
    rows += [
        ("Several values", "stand in one cell, with semicolons between them."),
        (LONG_TEXTS, "that no cell holds are whole in the sheet of that name, in parts."),
        ("Times", "are in UTC."),
        ("Offsets", "count code points of the article's text, the last not included."),
    ]
    for part, _ in counts:
        rows += [("", ""), (part.pane.capitalize(), HEAD)]
        rows += [(column.name, column.about) for column in COLUMNS[part.pane]]
    put = cells.writer(sheet, "long")
    for row, (name, words) in enumerate(rows):
        if words == HEAD:
            sheet.write_row(row, 0, (name, words), cells.head)
        else:
            _begin(sheet, row, _lines(words, 110))
            sheet.write_string(row, 0, name, cells.strong)
            put(row, 1, words)


def _sheet(book: Workbook, cells: Cells, name: str, columns: Sequence[Column]) -> Worksheet:
    """A sheet with its head, which stays in sight."""
    sheet: Worksheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 2 * LINE_HEIGHT)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column), cells.formats[column.kind])
        sheet.write_string(0, at, column.name, cells.head)
    return sheet


def _begin(sheet: Worksheet, row: int, lines: int) -> None:
    """Begin a row that is so many lines of text high. LibreOffice does not find that out, as Excel does."""
    if row >= ROWS:
        raise WorkbenchError(f"A sheet holds {ROWS - 1:,} lines, and there are more.", "Narrow the query, or use csv.")
    if lines > 1:
        sheet.set_row(row, min(lines, MOST_LINES) * LINE_HEIGHT)


def _lines(value: str | Sequence[str], width: int) -> int:
    """About how many lines a value takes in a column."""
    if isinstance(value, str):
        return -(-len(value) // width) + value.count("\n")
    return -(-sum(len(each) + 2 for each in value) // width)


def _width(column: Column) -> int:
    return NARROW if column.name in CODES else WIDTHS[column.kind]
