"""CSV as we write it, and as spreadsheets save it again: with semicolons or tabs, in other character sets."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from workbench.ingest.annotations.bounded_files import MEGABYTE, MOST_TABLE, refused
from workbench.ingest.annotations.tables import ABOVE, table_of
from workbench.ingest.charset import detect_charset
from workbench.model.imported_marks import ImportedMark, MarksFile, Unplaced

DELIMITERS = ",;\t|"
MOST_CELL = 16 * MEGABYTE
_SAMPLE = 262_144


def read(path: Path) -> MarksFile:
    """The marks in a table."""
    if path.stat().st_size > MOST_TABLE:
        raise refused(path.name, f"It is larger than {MOST_TABLE // MEGABYTE} MB.", "Export it in parts.")
    with path.open("rb") as file:
        encoding = detect_charset(file.read(_SAMPLE))
    before = csv.field_size_limit(MOST_CELL)
    try:
        with path.open(encoding=encoding.replace("utf-8-sig", "utf-8"), errors="replace", newline="") as stream:
            table = table_of(_rows(stream, path.name), "")
            found = None if table is None else list(table)
    finally:
        csv.field_size_limit(before)
    if found is None:
        raise refused(
            path.name, "It is no table of ours: it has no column called id.", "Import an export as it was written."
        )
    marks = tuple(each for each in found if isinstance(each, ImportedMark))
    return MarksFile(path.name, "csv", marks, tuple(each for each in found if isinstance(each, Unplaced)))


def _rows(stream: IO[str], name: str) -> Iterator[Sequence[str]]:
    """The rows; raises SourceError where the file ends within one."""
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=_delimiter(stream), strict=True)
    width = 0
    row: list[str] = []
    try:
        for number, row in enumerate(reader):
            width = max(width, len(row)) if number < ABOVE else width
            yield row
    except csv.Error as error:
        raise refused(
            f"{name}, line {reader.line_num}", "The table is damaged or cut off.", "Export it again."
        ) from error
    if 0 < len(row) < width and not lines.last.endswith(("\n", "\r")):
        raise refused(f"{name}, line {reader.line_num}", "The table is cut off in its last row.", "Export it again.")


class _Lines:
    """The lines of a stream, the last of which is remembered; a mark of byte order is left out."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._stream):
            self.last = line if number else line.removeprefix("\ufeff")
            yield self.last


def _delimiter(stream: IO[str]) -> str:
    """What stands between the cells of the header."""
    head = stream.read(_SAMPLE)
    stream.seek(0)
    lines = head.splitlines()[:ABOVE]
    header = next((line for line in lines if _has_id(line)), lines[0] if lines else "")
    return max(DELIMITERS, key=header.count)


def _has_id(line: str) -> bool:
    cells = line.removeprefix("\ufeff").replace('"', " ")
    return any("id" in [each.strip().casefold() for each in cells.split(mark)] for mark in DELIMITERS)
