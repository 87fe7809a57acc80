"""Articles: what came in, by title, with why it matched behind the title."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Article
from workbench.shown import Row
from workbench.tui import describe
from workbench.tui.panes.common import DATE, OUTLET, snippet
from workbench.tui.plain import MATCH_START, one_line
from workbench.tui.widgets.cells import Cell, Column

COLUMNS = (Column("TITLE", order="title"), OUTLET, DATE)
_SHORT = 32
"""Characters of a title that leave room for the words that matched."""


def cells(row: Row[Article]) -> Sequence[Cell]:
    """One article."""
    head = row.head
    words = describe.words(row)
    title: list[tuple[str, str]] = [(words, "")]
    if MATCH_START in row.snippet:
        title = [(words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…", ""), ("  ", "")]
        title += [(text, role or "quiet") for text, role in snippet(row, lead=4)]
    if head and head.version:
        title = [(f"v{head.version}{' older' if head.superseded else ''}", "accent"), ("  ", ""), *title]
    if left := describe.unanalysed(head):
        title = [(left, "warn"), ("  ", ""), *title]
    date = describe.day(head.published_on if head else row.value.published_on)
    return title, [(one_line(head.outlet if head else row.value.outlet), "quiet")], [(date, "quiet")]
