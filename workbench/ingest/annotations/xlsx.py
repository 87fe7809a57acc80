"""Spreadsheets as we write them, and as people save them again: every sheet that has a table of ours."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from workbench.ingest.annotations.bounded_files import open_archive, refused
from workbench.ingest.annotations.tables import table_of
from workbench.model.imported_marks import ImportedMark, MarksFile, Unplaced

ROWS, COLUMNS = 1_048_576, 64
"""So many rows a sheet has at most, and so many columns are looked at."""
_BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    EOFError,
    OSError,
    zipfile.BadZipFile,
)
"""What openpyxl raises for a damaged file."""


def read(path: Path) -> MarksFile:
    """The marks in all sheets."""
    with open_archive(path) as archive:
        archive.check_xml((".xml", ".rels"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of every ornament that it does not know
            tables = list(_tables(path))
    except _BROKEN as error:
        raise refused(path.name, "The spreadsheet is damaged.", "Save it again as .xlsx.") from error
    if not tables:
        raise refused(path.name, "No sheet has a table of ours, with a column called id.")
    found = [each for table in tables for each in table]
    marks = tuple(each for each in found if isinstance(each, ImportedMark))
    return MarksFile(path.name, "xlsx", marks, tuple(each for each in found if isinstance(each, Unplaced)))


def _tables(path: Path) -> Iterator[list[ImportedMark | Unplaced]]:
    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
        long_texts: dict[tuple[str, str], str] = {}
        for sheet in workbook.worksheets:
            long_texts |= _long_texts(_rows(sheet))
        for sheet in workbook.worksheets:
            table = table_of(_rows(sheet), f"{sheet.title}, ", long_texts)
            if table is not None:
                yield list(table)
    finally:
        workbook.close()


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    """The rows of a sheet; a row that stands below all that a sheet can have is none."""
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(values_only=True, max_col=COLUMNS)
    return islice(rows, ROWS)


def _long_texts(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, str], str]:
    """Id and column -> text, of the sheet with the texts that no cell holds, in parts; of other sheets nothing."""
    found: dict[tuple[str, str], str] = {}
    numbered = iter(rows)
    header = [str(cell or "") for cell in next(numbered, ())]
    if not {"id", "column", "part", "text"} <= {*header}:
        return found
    for row in numbered:
        cells = dict(zip(header, row, strict=False))
        key = str(cells["id"]), str(cells["column"])
        found[key] = found.get(key, "") + str(cells["text"] or "")
    return found
