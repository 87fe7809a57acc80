"""A text to scroll through, by the keys of a list."""

from __future__ import annotations

from typing import Protocol

from rich.style import Style
from textual import events
from textual.strip import Strip

from workbench.tui.bindings import bindings
from workbench.tui.widgets.line_list import LineList
from workbench.tui.wording import Piece


class Pages(Protocol):
    """A text that is laid out for the width that there is."""

    def lay_out(self, width: int) -> int:
        """Lay it out in lines of so many cells; how many lines there are."""

    def pieces(self, index: int) -> list[Piece]:
        """A line of it."""


class Pager(LineList, inherit_bindings=False):
    """Lines that one only reads: the keys of a list scroll, the cursor is the line on top."""

    BINDINGS = bindings("list")

    def __init__(self, pages: Pages, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pages = pages

    def on_resize(self) -> None:
        """Lay out anew."""
        self.count = self.pages.lay_out(self.room - 2)
        super().on_resize()

    def pieces(self, index: int, width: int) -> list[Piece]:
        """A line of the text."""
        return self.pages.pieces(index)

    def validate_cursor(self, cursor: int) -> int:
        """So that the last line can come into sight, and no more."""
        return max(0, min(cursor, self.count - self.rows_in_sight))

    def watch_cursor(self, old: int, new: int) -> None:
        """Scroll there."""
        self.scroll_to(y=new, animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel scrolls too."""
        super().watch_scroll_y(old_value, new_value)
        self.set_reactive(Pager.cursor, round(new_value))

    def on_click(self, event: events.Click) -> None:
        """No line can be chosen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open or select."""
        return action not in {"open", "select", "range", "all"}

    def _row(self, index: int, base: Style, width: int) -> Strip:
        return self.paint([(" ", ""), *self.pieces(index, width - 2)], base, width)
