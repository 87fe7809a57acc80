"""The base of every list: a view that paints only the lines on the screen, with one cursor and the same keys.

Painting asks for one line at a time, so two hundred thousand rows cost what forty do.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.bindings import bindings
from workbench.tui.themes import inks
from workbench.tui.widgets.columns import fit, joined_pieces
from workbench.tui.widgets.guarded import guarded
from workbench.tui.wording import Piece

_NONE = Style.null()


@guarded
class Painted(ScrollView):
    """A line-by-line view whose text is given in roles."""

    base: Style = _NONE
    """How the widget looks where nothing else is said; asked once for each paint, since asking is slow."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint what is in sight."""
        self.base = self.rich_style
        return super().render_lines(crop)

    def ink(self, role: str) -> Style:
        """How a role looks in this widget."""
        return inks(self.app)[role] if role else _NONE

    def paint(self, pieces: Iterable[Piece], base: Style, width: int) -> Strip:
        """A strip of exactly `width` cells."""
        known = inks(self.app)
        joined = joined_pieces(fit(list(pieces), width))
        return Strip([Segment(text, base + known[role] if role else base) for text, role in joined], width)

    @property
    def room(self) -> int:
        """The cells of a line, without the scrollbar's."""
        return self.scrollable_content_region.width

    def see(self, y: int, height: int) -> None:
        """Scroll so that line `y` is among the `height` lines in sight."""
        top = self.scroll_offset.y
        if y < top:
            self.scroll_to(y=y, animate=False, force=True)
        elif y >= top + height:
            self.scroll_to(y=y - height + 1, animate=False, force=True)


class LineList(Painted, can_focus=True, inherit_bindings=False):
    """A list with a cursor."""

    BINDINGS = bindings("list")

    count: reactive[int] = reactive(0, always_update=True)
    cursor: reactive[int] = reactive(0)
    heads = 0
    """How many lines at the top stay while the rest scrolls."""

    class Moved(Message):
        """The cursor is on another line."""

        def __init__(self, lines: LineList, index: int) -> None:
            super().__init__()
            self.lines = lines
            self.index = index

        @property
        def control(self) -> LineList:
            """The list."""
            return self.lines

    class Chosen(Moved):
        """A line was opened."""

    class HeadPressed(Moved):
        """The head line was clicked."""

    # What a subclass says

    def pieces(self, index: int, width: int) -> list[Piece]:
        """The line with that index."""
        raise NotImplementedError

    def head_pieces(self, width: int) -> list[Piece]:
        """The line that stays on top."""
        return []

    def over_pieces(self, width: int) -> list[Piece]:
        """The line above that, where there are two."""
        return []

    def empty_lines(self) -> list[list[Piece]]:
        """What stands in a list without lines."""
        return []

    def role_of(self, index: int) -> str:
        """The role of a whole line."""
        return ""

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.room
        base = self.base
        if y < self.heads:
            above = y < self.heads - 1
            pieces = self.over_pieces(width - 2) if above else self.head_pieces(width - 2)
            return self.paint([(" ", ""), *pieces], base + self.ink("head"), width)
        if not self.count:
            return self._empty_line(y - self.heads, base, width)
        index = y - self.heads + self.scroll_offset.y
        if index >= self.count:
            return Strip.blank(width, base)
        return self._row(index, base, width)

    def _row(self, index: int, base: Style, width: int) -> Strip:
        here = index == self.cursor
        if role := self.role_of(index):
            base = base + self.ink(role)
        if here and self.has_focus:
            base = base + self.ink("cursor")
        bar: Piece = ("▌", "accent" if self.has_focus else "faint") if here else (" ", "")
        return self.paint([bar, *self.pieces(index, width - 2)], base, width)

    def _empty_line(self, y: int, base: Style, width: int) -> Strip:
        lines = self.empty_lines()
        top = max(1, min(4, (self.size.height - self.heads - len(lines)) // 3))
        if 0 <= y - top < len(lines):
            return self.paint([("  ", ""), *lines[y - top]], base, width)
        return Strip.blank(width, base)

    # State

    def watch_count(self) -> None:
        """Keep size and cursor right."""
        self.virtual_size = Size(self.size.width, self.count + self.heads)
        self.cursor = max(0, min(self.cursor, self.count - 1))
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, self.count + self.heads)
        self.see(self.cursor, self.rows_in_sight)

    @property
    def rows_in_sight(self) -> int:
        """How many rows fit."""
        return max(1, self.size.height - self.heads)

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the cursor and say where it is."""
        self.see(new, self.rows_in_sight)
        self.refresh()
        if old != new:
            self.post_message(self.Moved(self, new))

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return max(0, min(cursor, self.count - 1))

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.refresh()

    on_blur = on_focus

    # Keys and mouse

    def action_down(self) -> None:
        """Down."""
        self.cursor += 1

    def action_up(self) -> None:
        """Up."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """A screenful down."""
        self.cursor += max(1, self.rows_in_sight - 1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.cursor -= max(1, self.rows_in_sight - 1)

    def action_top(self) -> None:
        """To the first line."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """To the last line."""
        self.cursor = self.count - 1

    def times(self, move: str, number: int) -> bool:
        """Make a move so many times; `bottom` goes to the line with that number. Whether it is a move."""
        step = {"down": 1, "up": -1, "page_down": self.rows_in_sight - 1, "page_up": 1 - self.rows_in_sight}.get(move)
        if move in ("top", "bottom"):
            self.cursor = number - 1
        elif step is None:
            return False
        else:
            self.cursor += step * number
        return True

    def action_open(self) -> None:
        """Open the line under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor opens."""
        index = event.y - self.heads + self.scroll_offset.y
        if event.y < self.heads:
            self.post_message(self.HeadPressed(self, event.x))
        elif index == self.cursor and self.count:
            self.action_open()
        elif index < self.count:
            self.cursor = index
