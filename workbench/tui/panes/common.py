"""What the cells of several panes have in common."""

from __future__ import annotations

from typing import Any

from workbench.model import Row
from workbench.tui.describe import Piece
from workbench.tui.plain import MATCH_START, matched, one_line
from workbench.tui.widgets.cells import Cell, Column

OUTLET = Column("OUTLET", 18, keep=2)
DATE = Column("DATE", 6, keep=1, right=True)


def said(row: Row[Any], text: str) -> Cell:
    """A row's words with what matched marked, where something did."""
    if MATCH_START not in row.snippet:
        return [(one_line(text), "")]
    return snippet(row)


def snippet(row: Row[Any]) -> list[Piece]:
    """The snippet in pieces."""
    pieces = matched(row.snippet)
    return [(" ".join(text.split()) if hit else _spaced(text), "match" if hit else "") for text, hit in pieces]


def _spaced(text: str) -> str:
    """Runs of spaces made one, with those at the ends kept: pieces stand side by side."""
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (text[-1:].isspace() and bool(inner))}"
