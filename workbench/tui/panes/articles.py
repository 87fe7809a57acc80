"""Articles: what came in, by title, with why it matched behind the title."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from workbench.model import Article
from workbench.tui import wording
from workbench.tui.panes.common import DATE, OUTLET, day, outlet, snippet
from workbench.tui.sanitizing import MATCH_START, one_line
from workbench.tui.widgets.columns import Cell, Column, fit
from workbench.tui.wording import Piece
from workbench.views import Row

COLUMNS = (Column("TITLE", order="title"), OUTLET, DATE)
_LEAST = 14
"""Cells of a title at least, where the words that matched want room."""


def cells(row: Row[Article]) -> Sequence[Cell]:
    """One article."""
    head = row.head
    name = one_line(head.outlet if head else row.value.outlet)
    return _title(row), outlet(head, name) if name else [], day(head, row.value.published_on)


def _title(row: Row[Article]) -> Cell:
    """What it is called, with what is to be known of it before it, and why it matched behind it."""
    words, head = wording.words(row), row.head
    before: list[Piece] = []
    if left := wording.unanalysed(head):
        before += [(left, "warn"), ("  ", "")]
    if head and head.version:
        before += [(f"v{head.version}{' older' if head.superseded else ''}", "accent"), ("  ", "")]
    if MATCH_START not in row.snippet:
        return [*before, (words, "")]
    why = [(text, role or "quiet") for text, role in snippet(row, lead=4)]

    def of_width(width: int) -> list[Piece]:
        room = max(_LEAST, width // 2)
        title = [(words, "")] if cell_len(words) <= room else fit([(words, "")], room)
        return [*before, *title, ("  ", ""), *why]

    return of_width
