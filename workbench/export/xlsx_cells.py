"""The cells of a workbook: each value as what it is, and text that stays text.

Excel takes 32,767 UTF-16 units in a cell, and 65,530 links in a sheet. XlsxWriter cuts and drops what is more and only
returns a number; it also takes a text from `<r>` to `</r>` for markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbench.errors import WorkbenchError
from workbench.export.columns import Kind
from workbench.export.sanitizing import plain
from workbench.export.table_lines import in_one_cell

MOST = 32_767
"""UTF-16 units in a cell."""
LINKS = 65_530
LINK = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][\w./?=&%#~:,;@!$'()*+-]*)?", re.ASCII)
"""An address that Excel is known to take as a link; any other is text."""
LONGEST_LINK = 2_079
MARK = " … [goes on in the sheet “Long texts”]"
FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel's days are not those of the calendar."""
Put = Callable[[int, int, Any], str]
"""Writes a value into row and column; what is returned is the whole text where a cell does not hold it."""


def splits(text: str, most: int = MOST) -> list[str]:
    """A text in parts that a cell holds, none empty but of an empty text."""
    parts, start, units = [], 0, 0
    for at, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if units + size > most:
            parts.append(text[start:at])
            start, units = at, 0
        units += size
    return [*parts, text[start:]]


class Cells:
    """How values of each kind are written in a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format(
            {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True}
        )
        self.strong = book.add_format({"bold": True, "valign": "top"})
        # Excel ignores the format; LibreOffice shows a 0 beside a column of numbers without it.
        flag = {"valign": "top", "align": "center", "num_format": '"TRUE";"TRUE";"FALSE"'}
        self.no = book.add_format({**flag, "font_color": "#A0A0A0"})
        top, quiet = {"valign": "top"}, {"valign": "top", "font_color": "#808080"}
        self.formats: dict[Kind, Format] = {
            "id": book.add_format({**quiet, "font_size": 9}),
            "text": book.add_format(top),
            "title": book.add_format({**top, "text_wrap": True}),
            "long": book.add_format({**top, "text_wrap": True}),
            "list": book.add_format({**top, "text_wrap": True}),
            "link": book.add_format({**top, "font_color": "#0563C1"}),
            "day": book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"}),
            "time": book.add_format({**top, "num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
            "whole": book.add_format({**top, "num_format": "0"}),
            "number": book.add_format({**top, "num_format": "0.00"}),
            "flag": book.add_format({**flag, "bold": True}),
        }

    def writer(self, sheet: Worksheet, kind: Kind) -> Put:
        """What writes the values of a column of that kind."""
        shape = self.formats[kind]
        put_text = _text_writer(sheet, shape)
        if kind == "list":
            return lambda row, at, value: put_text(row, at, value if isinstance(value, str) else in_one_cell(value))
        if kind == "link":
            return _link_writer(sheet, shape, put_text)
        if kind in ("whole", "number"):
            return lambda row, at, value: _done(sheet.write_number(row, at, value, shape))
        if kind == "flag":
            shapes = (self.no, shape)
            return lambda row, at, value: _done(sheet.write_boolean(row, at, value, shapes[value]))
        if kind in ("day", "time"):
            return _time_writer(sheet, shape, put_text, _day if kind == "day" else _time)
        return put_text


def _text_writer(sheet: Worksheet, shape: Format) -> Put:
    write = sheet.write_string

    def put(row: int, at: int, value: Any) -> str:
        if not value:
            return ""
        text, whole = plain(value), ""
        if len(text) > MOST // 2 and len(splits(text)) > 1:
            text, whole = splits(text, MOST - len(MARK))[0] + MARK, text
        if text.startswith("<r>") and text.endswith("</r>"):
            return _done(sheet.write_rich_string(row, at, shape, "<", shape, text[1:], shape)) or whole
        return _done(write(row, at, text, shape)) or whole

    return put


def _link_writer(sheet: Worksheet, shape: Format, put_text: Put) -> Put:
    links = 0

    def put(row: int, at: int, value: Any) -> str:
        nonlocal links
        if links < LINKS and len(value) <= LONGEST_LINK and LINK.fullmatch(value):
            links += 1
            return _done(sheet.write_url(row, at, value, shape, value))
        return put_text(row, at, value)

    return put


def _time_writer(sheet: Worksheet, shape: Format, put_text: Put, read: Callable[[str], date | datetime | None]) -> Put:
    def put(row: int, at: int, value: Any) -> str:
        found = read(value)
        return put_text(row, at, value) if found is None else _done(sheet.write_datetime(row, at, found, shape))

    return put


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found >= FIRST_DAY else None


def _time(text: str) -> datetime | None:
    """A time in UTC, as Excel has no zones."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    found = found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    return found if found.date() >= FIRST_DAY else None


def _done(result: int) -> str:
    """Nothing, if XlsxWriter has written all; a number says that it has not."""
    if result:
        raise WorkbenchError(f"A cell was not written whole ({result}).", "Use csv, and tell us.")
    return ""
