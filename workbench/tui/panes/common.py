"""What the cells of several panes have in common."""

from __future__ import annotations

import re
from typing import Any

from workbench.shown import Head, Row
from workbench.tui import describe
from workbench.tui.describe import Piece
from workbench.tui.plain import matched, one_line
from workbench.tui.widgets.cells import Cell, Column, Forms

OUTLET = Column("OUTLET", 24, least=10, keep=2, order="outlet", fits=True)
DATE = Column("DATE", 11, keep=1, right=True, order="date", falls=True, fits=True)


def outlet(head: Head | None, name: str = "") -> Cell:
    """The outlet, or the name of the file; where there is little room, without its article."""
    full = name or describe.outlet(head)
    bare = re.sub(r"^the (?=\w)", "", full, flags=re.IGNORECASE)
    return Forms([(full, "quiet")], [(bare, "quiet")])


def day(head: Head | None, iso: str = "") -> Cell:
    """The day that the article has, or `iso`."""
    return [(describe.day(head.published_on if head else iso), "quiet")]


def said(row: Row[Any], text: str) -> Cell:
    """A row's words with what matched marked, where it was the words that matched."""
    return snippet(row) if found_in(row, text) else [(one_line(text), "")]


def found_in(row: Row[Any], text: str) -> bool:
    """Whether what matched stands in this text (a quote is found by its speaker too)."""
    shown = text.casefold()
    return any(hit and part.strip().casefold() in shown for part, hit in matched(row.snippet))


def snippet(row: Row[Any], lead: int = 14) -> list[Piece]:
    """The snippet in pieces, with no more than `lead` characters before the first match, so that it is in sight."""
    pieces = matched(row.snippet)
    if pieces and not pieces[0][1] and len(pieces[0][0]) > lead:
        pieces[0] = ("…" + pieces[0][0][-lead:], False)
    return [(" ".join(text.split()) if hit else _spaced(text), "match" if hit else "") for text, hit in pieces]


def _spaced(text: str) -> str:
    """Runs of spaces made one, with those at the ends kept: pieces stand side by side."""
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (text[-1:].isspace() and bool(inner))}"
