"""The list of rows of a pane: pages are asked for as they come into sight and kept, columns stay aligned.

The list does not fetch: it says which page it lacks, and whoever owns it gives the page back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message

from workbench.tui.desk_memory import Listing
from workbench.tui.widgets.columns import Cell, Column, columns_that_fit, line, order_sign, wish
from workbench.tui.widgets.line_list import LineList
from workbench.tui.wording import Piece
from workbench.views import Row

PAGE = 200
_KEPT = 40
_MARKS = 3
_MEASURED = 60
"""Rows of a page that say how wide a column has to be."""

AnyRow = Row[Any]
Cells = Callable[[AnyRow], Sequence[Cell]]


class RowList(LineList):
    """Rows with marks, columns, a cursor and a selection."""

    heads = 1

    class PageWanted(Message):
        """A page came into sight that is not here."""

        def __init__(self, rows: RowList, page: int) -> None:
            super().__init__()
            self.rows = rows
            self.page = page

    def __init__(self, columns: Sequence[Column], cells: Cells, id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns = columns
        self.cells = cells
        self.heads = 1 + any(column.over for column in columns)
        self.in_hand = -1
        """The column whose head is lit."""
        self.pages: dict[int, tuple[AnyRow, ...]] = {}
        self.asked: set[int] = set()
        self.selected: dict[str, AnyRow] = {}
        self.range_from: int | None = None
        self.words_for_empty: list[list[Piece]] = []
        self._listing = Listing()
        self._sizes: tuple[tuple[int, tuple[str, ...]], list[tuple[int, int]]] | None = None
        """The columns that are shown and their widths, for a room and what is hidden."""

    @property
    def listing(self) -> Listing:
        """Which columns are hidden, and what the order is."""
        return self._listing

    @listing.setter
    def listing(self, listing: Listing) -> None:
        self._listing = listing
        self.refresh()

    # What is shown

    def show(self, rows: tuple[AnyRow, ...], total: int, *, keep: bool) -> None:
        """Begin a new list with its first page; `keep` stays at the row that the cursor is on."""
        here = self.current.id if keep and self.current else None
        self.pages = {0: rows[:PAGE]} | {i // PAGE: rows[i : i + PAGE] for i in range(PAGE, len(rows), PAGE)}
        self.asked = set()
        self._sizes = None
        self.count = total
        if not keep:
            self.selected = {}
            self.range_from = None
            self.cursor = 0
            self.scroll_to(y=0, animate=False, force=True)
        elif here is not None:
            self.cursor = next((i for i, row in enumerate(rows) if row.id == here), self.cursor)
        there = {row.id for row in rows}
        whole = total <= len(rows)  # of a longer list, what is not here may be further down
        self.selected = {id: self._fresh(row) for id, row in self.selected.items() if not whole or id in there}
        self._say_where()

    def _say_where(self) -> None:
        """The row under the cursor is another. Said from within, since a message sent by one's parent stops there."""
        self.call_later(lambda: self.post_message(self.Moved(self, self.cursor)))

    def _fresh(self, row: AnyRow) -> AnyRow:
        return next((new for page in self.pages.values() for new in page if new.id == row.id), row)

    def put(self, page: int, rows: tuple[AnyRow, ...]) -> None:
        """A page that was asked for."""
        while len(self.pages) > _KEPT:
            self.pages.pop(max(self.pages, key=lambda p: abs(p - page)))
        self.pages[page] = rows
        self._sizes = None
        self.asked.discard(page)
        self.refresh()
        if self.cursor // PAGE == page:
            self._say_where()

    def row(self, index: int) -> AnyRow | None:
        """A row, if its page is here; else the page is asked for."""
        page, place = divmod(index, PAGE)
        rows = self.pages.get(page)
        if rows is None:
            if page not in self.asked:
                self.asked.add(page)
                self.post_message(self.PageWanted(self, page))
            return None
        return rows[place] if place < len(rows) else None

    @property
    def current(self) -> AnyRow | None:
        """The row under the cursor."""
        return self.row(self.cursor) if self.count else None

    def find(self, id: str) -> int | None:
        """Where a row is among those that are here."""
        for page, rows in self.pages.items():
            for place, row in enumerate(rows):
                if row.id == id:
                    return page * PAGE + place
        return None

    def targets(self) -> list[AnyRow]:
        """What an action is about: the selection, else the row under the cursor."""
        self._take_range()
        if self.selected:
            return list(self.selected.values())
        return [self.current] if self.current else []

    def settle_on(self, id: str) -> None:
        """The cursor and the selection land on a row, and on it alone."""
        index = self.find(id)
        self.selected, self.range_from = {}, None
        if index is not None and (row := self.row(index)):
            self.cursor = index
            self.selected = {id: row}
        self.refresh()

    # Selection

    def action_select(self) -> None:
        """Select or unselect, and go on."""
        row = self.current
        if row is None:
            return
        if self.selected.pop(row.id, None) is None:
            self.selected[row.id] = row
        self.cursor += 1
        self.refresh()

    def action_range(self) -> None:
        """Begin or end a range."""
        if self.range_from is None:
            self.range_from = self.cursor
        else:
            self._take_range()
        self.refresh()

    def action_all(self) -> None:
        """Select all rows that are here."""
        self.selected = {row.id: row for rows in self.pages.values() for row in rows}
        self.refresh()

    def _take_range(self) -> None:
        if self.range_from is None:
            return
        for index in self._range():
            if row := self.row(index):
                self.selected[row.id] = row
        self.range_from = None

    def _range(self) -> range:
        start = self.cursor if self.range_from is None else self.range_from
        return range(min(start, self.cursor), max(start, self.cursor) + 1)

    def clear_selection(self) -> bool:
        """Whether there was anything to clear."""
        had = bool(self.selected) or self.range_from is not None
        self.selected, self.range_from = {}, None
        self.refresh()
        return had

    def chosen(self, index: int, row: AnyRow) -> bool:
        """Whether a row is selected."""
        return row.id in self.selected or (self.range_from is not None and index in self._range())

    # Painting

    def pieces(self, index: int, width: int) -> list[Piece]:
        """Marks, then the columns that fit."""
        row = self.row(index)
        if row is None:
            return [("   …", "faint")]
        shown = self._shown(width)
        cells = self.cells(row)
        body = line(((cells[i], size, self.columns[i].right) for i, size in shown), gap=self.gap)
        return [*self._marks(index, row), *body]

    @property
    def gap(self) -> int:
        """Cells between columns."""
        return 1

    def _marks(self, index: int, row: AnyRow) -> list[Piece]:
        first: Piece = (" ", "")
        if self.chosen(index, row):
            first = ("✓", "accent")
        elif row.marks.starred:
            first = ("★", "accent")
        if first[0] == "✓" and row.marks.starred:
            return [first, ("★", "accent"), (" ", "")]
        second = "✎" if row.marks.note else "#" if row.marks.tags else "~" if row.marks.edited else " "
        return [first, (second, "accent"), (" ", "")]

    def role_of(self, index: int) -> str:
        """Selected rows stand out as a whole."""
        row = self.row(index)
        return "selected" if row is not None and self.chosen(index, row) else ""

    def head_pieces(self, width: int) -> list[Piece]:
        """The titles of the columns."""
        heads = ((self._head(i, size), size, self.columns[i].right) for i, size in self._shown(width))
        return [(" " * _MARKS, ""), *line(heads, gap=self.gap)]

    def over_pieces(self, width: int) -> list[Piece]:
        """The first lines of the titles that have two."""
        shown = ((i, size, self.columns[i]) for i, size in self._shown(width))
        heads = (([(column.over, self._lit(i))], size, column.right) for i, size, column in shown)
        return [(" " * _MARKS, ""), *line(heads, gap=self.gap)]

    def _lit(self, index: int) -> str:
        return "match" if index == self.in_hand else "head"

    def lay_out(self, columns: Sequence[Column], cells: Cells, in_hand: int = -1) -> None:
        """The same rows in other columns."""
        self.columns, self.cells, self.in_hand = columns, cells, in_hand
        self._sizes = None
        self.refresh()

    def sizes(self) -> list[tuple[int, int]]:
        """The columns in sight, each with its width."""
        return self._shown(self.room - 2)

    def _shown(self, width: int) -> list[tuple[int, int]]:
        wanted = width, self._listing.hidden
        if self._sizes is None or self._sizes[0] != wanted:
            sizes = columns_that_fit(self.columns, width - _MARKS, self._listing.hidden, self._filled())
            self._sizes = wanted, sizes
        return self._sizes[1]

    def _filled(self) -> dict[int, int]:
        """How wide what stands in a column is, for columns that fit it."""
        fitting = [i for i, column in enumerate(self.columns) if column.fits]
        lines = [self.cells(row) for rows in self.pages.values() for row in rows[:_MEASURED]] if fitting else []
        return {i: max((wish(line[i]) for line in lines), default=0) for i in fitting}

    def _head(self, index: int, size: int) -> list[Piece]:
        """A title, with the sign of the order; the sign before the last letters of a title."""
        column = self.columns[index]
        sign = order_sign(column, self._listing.order)
        title = column.title if not sign else column.title[: max(0, size - 2)] + " " * (size > 1)
        return [(title, self._lit(index)), (sign, "accent")]

    def column_at(self, x: int) -> Column | None:
        """The column whose head is at a cell of this list."""
        left = 1 + _MARKS
        for index, size in self._shown(self.room - 2):
            if left <= x < left + size + self.gap:
                return self.columns[index]
            left += size + self.gap
        return None

    def empty_lines(self) -> list[list[Piece]]:
        """What is so, and what to press."""
        return self.words_for_empty
