"""Lines made of columns: pieces of text with roles, cut and padded to terminal cells.

Widths are cells, not characters, so that wide scripts stay in their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.cells import cell_len, chop_cells, set_cell_size

from workbench.tui.describe import Piece

Look = TypeVar("Look")
Cell = Sequence[Piece] | Callable[[int], Sequence[Piece]]
"""What stands in a cell; where that depends on how wide the cell is, what makes it of its width."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    title: str
    width: int = 0
    """In cells; 0 takes what the others leave."""
    keep: int = 0
    """Columns of a higher number go first where there is little room; 0 always stays."""
    right: bool = False
    order: str = ""
    """The name of the order by this column, as `Case.search` takes it; empty: there is none."""
    falls: bool = False
    """Whether that order begins with the most, or the latest."""

    @property
    def open(self) -> bool:
        """Whether it takes what the others leave."""
        return not self.width

    @property
    def name(self) -> str:
        """What it is called where it can be chosen; a column without a title by its order."""
        return self.title.strip().lower() or self.order


def next_order(column: Column, order: str) -> str:
    """The order after a press on a column: by it, and when it is so already, the other way round."""
    return f"-{column.order}" if order == column.order else column.order


def order_sign(column: Column, order: str) -> str:
    """How a list is ordered by a column: rising, falling, or empty if it is not."""
    if not column.order or order.removeprefix("-") != column.order:
        return ""
    return "▼" if column.falls != order.startswith("-") else "▲"


def columns_that_fit(
    columns: Sequence[Column], width: int, hidden: Container[str] = (), least: int = 26
) -> list[tuple[int, int]]:
    """Which columns are shown, and how wide: (index, width). Those whose names are in `hidden` are not; the open column
    always is, with at least `least` cells where there is room."""
    shown = [i for i, column in enumerate(columns) if column.open or column.name not in hidden]
    for going in sorted((i for i in shown if columns[i].keep), key=lambda i: -columns[i].keep):
        if _fixed(columns, shown) + least <= width:
            break
        shown.remove(going)
    room = max(1, width - _fixed(columns, shown))
    return [(i, columns[i].width or room) for i in shown]


def _fixed(columns: Sequence[Column], shown: Sequence[int]) -> int:
    return sum(columns[i].width for i in shown) + len(shown) - 1


def fit(cell: Sequence[Piece], width: int, right: bool = False) -> list[Piece]:
    """The pieces, exactly `width` cells: cut with an ellipsis, or padded."""
    total = sum(cell_len(text) for text, _ in cell)
    if total > width:
        return _cut(cell, width)
    padding = (" " * (width - total), "")
    return [padding, *cell] if right else [*cell, padding]


def _cut(cell: Sequence[Piece], width: int) -> list[Piece]:
    if width <= 0:
        return []
    found: list[Piece] = []
    left = width - 1
    for text, role in cell:
        size = cell_len(text)
        if size > left:
            kept = chop_cells(text, left)[0] if left > 0 else ""
            kept = kept if cell_len(kept) <= left else ""
            found += [(kept.rstrip() + "…", role)]
            break
        found.append((text, role))
        left -= size
    used = sum(cell_len(text) for text, _ in found)
    return [*found, (" " * (width - used), "")]


def line(cells: Iterable[tuple[Cell, int, bool]], gap: int = 1) -> list[Piece]:
    """Cells side by side: (cell, width, right-aligned)."""
    found: list[Piece] = []
    for cell, width, right in cells:
        if found:
            found.append((" " * gap, ""))
        found += fit(cell(width) if callable(cell) else cell, width, right)
    return found


def joined_pieces(pieces: Iterable[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """The same line in fewer pieces, each with a look (a role, a style); none begins with a blank and goes on with
    words (some programs that draw pictures of a terminal leave such blanks out)."""
    found: list[tuple[str, Look]] = []
    for text, look in pieces:
        if found and found[-1][1] == look and (text.isspace() or not found[-1][0].isspace()):
            found[-1] = (found[-1][0] + text, look)
        elif text:
            found.append((text, look))
    return found


def pad(text: str, width: int) -> str:
    """A text, exactly `width` cells."""
    return set_cell_size(text, width)


def marked(label: str, typed: str) -> list[Piece]:
    """A label with the words that were typed lit in it."""
    folded, spans = label.casefold(), []
    if len(folded) == len(label):
        for word in typed.casefold().split():
            at = folded.find(word)
            spans += [(at, at + len(word))] if at >= 0 else []
    pieces: list[Piece] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [(label[done:start], ""), (label[start:end], "match")]
            done = end
    return [piece for piece in (*pieces, (label[done:], "")) if piece[0]]
