"""Countries by issues: one cell for each, its sign before its colour, with the issue and the head always in sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.model import Position
from workbench.tui.bindings import bindings
from workbench.tui.matrix_wording import cell_pieces, holder_head
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.line_list import Painted
from workbench.tui.widgets.matrix_lines import EMPTY_HEIGHT, ONLY_OTHERS, column_widths, lines_of
from workbench.tui.wording import Piece
from workbench.views import Cell, Matrix, Row, joined_rows


class MatrixView(Painted, can_focus=True, inherit_bindings=False):
    """The matrix with a cursor on a cell; column -1 is the issue itself."""

    BINDINGS = bindings("matrix")

    at: reactive[tuple[int, int]] = reactive((0, 0))

    class Moved(Message):
        """The cursor is on another cell."""

    class Opened(Message):
        """The evidence is wanted."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.whole = Matrix((), (), {})
        """The matrix with the columns of all."""
        self.others = False
        """Whether those are shown who do not speak for their state."""
        self.unfolded = False
        self.lines = lines_of(self.whole, others=False, unfolded=False)
        self.widths: list[int] = []
        self.lefts: list[int] = [0]
        """Where each column begins, and where the last one ends."""
        self._longest = 10
        self.selected: set[str] = set()
        """Issues."""
        self.words_for_empty: list[list[Piece]] = []

    @property
    def matrix(self) -> Matrix:
        """What is shown: without the others, unless they are wanted."""
        return self.lines.matrix

    def show(self, matrix: Matrix) -> None:
        """Another matrix; the cursor stays on its issue and country where they still are."""
        self.whole = matrix
        self._lay_out(self.issue, self.holder)

    def _lay_out(self, issue: str, holder: str) -> None:
        """Lay out what is to be shown, the cursor on this issue and country where they are in it."""
        on_fold, on_issue = self.on_fold, self.at[1] < 0
        self.lines = lines_of(self.whole, others=self.others, unfolded=self.unfolded)
        self.selected &= set(self.lines.issues)
        self.widths = column_widths(self.lines)
        self.lefts = list(accumulate(self.widths, initial=0))
        self._longest = max((cell_len(one_line(issue)) for issue in self.lines.issues), default=10)
        row = max(0, self.lines.fold) if on_fold else self.lines.line_of(issue)
        column = -1 if on_issue else self.lines.column_of(holder, row)
        self.set_reactive(MatrixView.at, (row, column))
        self._resize()
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def fold(self, unfolded: bool) -> None:
        """Show the issues that have one cell, or fold them."""
        self.unfolded = unfolded
        self._lay_out(self.issue, self.holder)

    def show_others(self, others: bool) -> None:
        """Show those who do not speak for their state in columns of their own, or not."""
        self.others = others
        self._lay_out(self.issue, self.holder)

    @property
    def issue(self) -> str:
        """The issue under the cursor; empty on the line that folds."""
        return self.lines.issues[self.at[0]] if self.at[0] < len(self.lines.issues) else ""

    @property
    def on_fold(self) -> bool:
        """Whether the cursor is on the line that folds."""
        return self.at[0] == self.lines.fold

    @property
    def holder(self) -> str:
        """The country under the cursor; empty on the issue itself."""
        return self.lines.holders[self.at[1]] if 0 <= self.at[1] < len(self.lines.holders) else ""

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        return self.matrix.cells.get((self.issue, self.holder))

    def evidence(self) -> Sequence[Row[Position]]:
        """What proves the cell; on an issue itself, all that is said on it."""
        if self.holder:
            return self.cell.rows if self.cell else ()
        cells = (self.matrix.cells.get((self.issue, holder)) for holder in self.lines.holders)
        return joined_rows([cell.rows for cell in cells if cell])

    # Selection

    def issues_in_hand(self) -> list[str]:
        """The selected issues in the order of the matrix, else the one under the cursor."""
        return [i for i in self.lines.issues if i in self.selected] or ([self.issue] if self.issue else [])

    def action_select(self) -> None:
        """Select or unselect the issue, and go on."""
        if self.issue:
            self.selected ^= {self.issue}
            self.at = (self.at[0] + 1, self.at[1])
            self.refresh()

    def clear_selection(self) -> bool:
        """Whether there was anything to clear."""
        had = bool(self.selected)
        self.selected.clear()
        self.refresh()
        return had

    # Painting

    @property
    def _issue_width(self) -> int:
        """As much as the longest issue needs: of the room two fifths, or what the countries leave."""
        share, left = min(44, self.room - 16, self.room * 2 // 5), self.room - self.lefts[-1] - 2
        return max(12, min(self._longest + 2, max(share, left)))

    def _resize(self) -> None:
        width = 1 + self._issue_width + self.lefts[-1]
        self.virtual_size = Size(width, len(self.lines.issues) + 1 if self.lines.issues else EMPTY_HEIGHT)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._resize()
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base, width = self.base, self.room
        if not self.lines.issues:
            lines = ONLY_OTHERS if self.whole.issues else self.words_for_empty
            top = 2
            return self.paint([("  ", ""), *(lines[y - top] if 0 <= y - top < len(lines) else [])], base, width)
        left = 1 + self._issue_width
        row = y - 1 + self.scroll_offset.y
        if y == 0:
            fixed = self.paint([(" ", ""), *fit([("ISSUE", "head")], left - 1)], base + self.ink("head"), left)
            cells = self._holders()
            style = base + self.ink("head")
        elif row < len(self.lines.issues):
            fixed = self.paint(self._issue_pieces(row, left), base, left)
            return Strip.join([fixed, self._cells(row, width - left)])
        else:
            return Strip.blank(width, base)
        body = self._cropped(self.paint(cells, style, max(1, self.lefts[-1])), width - left - 1, self.scroll_offset.x)
        more = "›" if self.lefts[-1] > self.scroll_offset.x + width - left else " "
        return Strip.join([fixed, body, self.paint([(more, "accent")], base, 1)])

    def _cropped(self, body: Strip, width: int, x: int) -> Strip:
        """The columns that are whole in so much room: half a cell would say less than there is."""
        at, room = self.scroll_offset.x, self.room - self._issue_width - 2
        end = self.lefts[bisect_right(self.lefts, at + room) - 1]
        shown = end - at if end > at else width
        return body.crop(x, x + shown).adjust_cell_length(width, self.base)

    def _holders(self) -> list[Piece]:
        pieces: list[Piece] = []
        for index, (holder, width) in enumerate(zip(self.lines.holders, self.widths, strict=True)):
            role = "strong" if index == self.at[1] else "head"
            pieces += fit([(" ", ""), (holder_head(holder), role)], width)
        return pieces

    def _issue_pieces(self, row: int, width: int) -> list[Piece]:
        here = row == self.at[0]
        role = "cursor" if here and self.at[1] < 0 and self.has_focus else "strong" if here else ""
        bar: Piece = ("▌", "accent") if here and self.has_focus else ("▌", "faint") if here else (" ", "")
        if row == self.lines.fold:
            return [bar, *fit(self.lines.fold_pieces(role), width - 1)]
        issue = self.lines.issues[row]
        bar = ("✓", "accent") if issue in self.selected else bar
        pin: Piece = ("◆", "accent") if issue in self.matrix.pinned else (" ", "")
        return [bar, *fit([(one_line(issue), role)], width - 3), pin, (" ", "")]

    def _cells(self, row: int, width: int) -> Strip:
        strips = []
        x = self.scroll_offset.x
        first = max(0, bisect_right(self.lefts, x) - 1)
        last = bisect_left(self.lefts, x + width)
        for column, holder in islice(enumerate(self.lines.holders), first, last):
            cell = self.matrix.cells.get((self.lines.issues[row], holder))
            pieces = cell_pieces(cell, of_state=holder not in self.matrix.others) if row != self.lines.fold else []
            here = (row, column) == self.at
            base = self.base
            if here:
                base = base + self.ink("cursor" if self.has_focus else "selected")
                pieces = [("[", "accent"), *pieces, ("]", "accent")]
                strips.append(self.paint(pieces, base, self.widths[column] - 1))
                strips.append(self.paint([], self.base, 1))
            else:
                strips.append(self.paint([(" ", ""), *pieces], base, self.widths[column]))
        return self._cropped(Strip.join(strips), width, x - self.lefts[first])

    # Keys and mouse

    def validate_at(self, at: tuple[int, int]) -> tuple[int, int]:
        """Within the matrix."""
        row = max(0, min(at[0], len(self.lines.issues) - 1))
        return row, max(-1, min(at[1], len(self.lines.holders) - 1))

    def watch_at(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Show the cursor and say that it moved."""
        self._reveal()
        self.refresh()
        if old != new:
            self.post_message(self.Moved())

    def _reveal(self) -> None:
        row, column = self.at
        self.see(row, max(1, self.size.height - 1))
        room = self.room - 2 - self._issue_width
        column = max(0, column)
        left, width = self.lefts[column], sum(self.widths[column : column + 1])
        if left < self.scroll_offset.x:
            self.scroll_to(x=left, animate=False, force=True)
        elif left + width > self.scroll_offset.x + room:
            self.scroll_to(x=left + width - room, animate=False, force=True)

    def action_move(self, down: int, right: int) -> None:
        """To another cell."""
        self.at = (self.at[0] + down, self.at[1] + right)

    def go(self, issue: str, holder: str) -> None:
        """To the cell of an issue and a country, where they are; no country is the issue itself."""
        if issue in self.matrix.folded and not self.unfolded:
            self.fold(True)
        issues, holders = self.lines.issues, self.lines.holders
        if issue in issues and (holder in holders or not holder):
            self.at = (issues.index(issue), holders.index(holder) if holder else -1)
        self.focus()

    def times(self, move: str, number: int) -> bool:
        """Make a move so many times; `bottom` goes to the issue with that number. Whether it is a move."""
        steps = {"down": (1, 0), "up": (-1, 0), "left": (0, -1), "right": (0, 1)}
        if move in ("top", "bottom"):
            self.at = (number - 1, self.at[1])
        elif move not in steps:
            return False
        else:
            self.action_move(*(step * number for step in steps[move]))
        return True

    def action_open(self) -> None:
        """Down to the evidence; the line that folds unfolds, and folds again."""
        if self.on_fold:
            self.fold(not self.unfolded)
            return
        self.post_message(self.Opened())

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.refresh()

    on_blur = on_focus

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor opens."""
        row = event.y - 1 + self.scroll_offset.y
        left = 1 + self._issue_width
        ends = accumulate(self.widths)
        x = event.x - left + self.scroll_offset.x
        column = -1 if event.x < left else next((i for i, end in enumerate(ends) if x < end), len(self.widths))
        if event.y < 1 or row >= len(self.lines.issues):
            return
        again = (row, column) == self.at
        self.at = (row, column)
        if again or self.on_fold:
            self.action_open()
