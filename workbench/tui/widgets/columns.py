"""Lines made of columns: pieces of text with roles, cut and padded to terminal cells.

Widths are cells, not characters, so that wide scripts stay in their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.cells import cell_len, chop_cells, set_cell_size

from workbench.tui.wording import Piece

Look = TypeVar("Look")
Cell = Sequence[Piece] | Callable[[int], Sequence[Piece]]
"""What stands in a cell; where that depends on how wide the cell is, what makes it of its width."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    title: str
    width: int = 0
    """In cells; 0 takes what the others leave."""
    least: int = 0
    """How narrow it may become for the sake of the open column; 0: it always has its width."""
    over: str = ""
    """The first line of a title that has two."""
    keep: int = 0
    """Columns of a higher number go first where there is little room; 0 always stays."""
    right: bool = False
    order: str = ""
    """The name of the order by this column, as `Case.search` takes it; empty: there is none."""
    fits: bool = False
    """Whether it is no wider than what stands in it."""
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


class Forms:
    """A cell that says the same in several forms, the fullest first: the first that fits is shown, else the last."""

    def __init__(self, *forms: Sequence[Piece]) -> None:
        self.forms = forms
        self.width = cells_of(forms[0])

    def __call__(self, width: int) -> Sequence[Piece]:
        """The form for a cell of this width."""
        return next((form for form in self.forms if cells_of(form) <= width), self.forms[-1])


def cells_of(pieces: Iterable[Piece]) -> int:
    """How wide pieces are."""
    return sum(cell_len(text) for text, _ in pieces)


def wish(cell: Cell) -> int:
    """How wide a cell wants to be; one that is made for whatever width there is has no wish."""
    return cell.width if isinstance(cell, Forms) else 0 if callable(cell) else cells_of(cell)


def next_order(column: Column, order: str) -> str:
    """The order after a press on a column: by it, and when it is so already, the other way round."""
    return f"-{column.order}" if order == column.order else column.order


def order_sign(column: Column, order: str) -> str:
    """How a list is ordered by a column: rising, falling, or empty if it is not."""
    if not column.order or order.removeprefix("-") != column.order:
        return ""
    return "▼" if column.falls != order.startswith("-") else "▲"


LEAST = 26
"""Cells of the open column at least, where there is room."""
SHARE = 0.6
"""What the open column has at least of what it shares with those that may become narrower."""


def columns_that_fit(
    columns: Sequence[Column], width: int, hidden: Container[str] = (), filled: Mapping[int, int] | None = None
) -> list[tuple[int, int]]:
    """Which columns are shown, and how wide: (index, width). Those whose names are in `hidden` are not; the open column
    always is. `filled`: how wide what stands in a column is, for columns that fit it."""
    wanted = [_wanted(column, i, filled or {}) for i, column in enumerate(columns)]
    narrow = [min(size, column.least or size) for size, column in zip(wanted, columns, strict=True)]
    shown = [i for i, column in enumerate(columns) if column.open or column.name not in hidden]
    for going in sorted((i for i in shown if columns[i].keep), key=lambda i: -columns[i].keep):
        if _taken(narrow, shown) + LEAST <= width:
            break
        shown.remove(going)
    more = {i: wanted[i] - narrow[i] for i in shown}
    room = max(1, width - _taken(narrow, shown))
    shared = room + sum(narrow[i] for i in shown if columns[i].least)
    spare = max(0, min(room - LEAST, round(room - SHARE * shared), sum(more.values())))
    given = _shared_out(spare, more)
    open_room = room - sum(given.values())
    return [(i, open_room if columns[i].open else narrow[i] + given[i]) for i in shown]


def _shared_out(spare: int, more: Mapping[int, int]) -> dict[int, int]:
    """Cells for columns that want more, by column; who wants little has it first."""
    given: dict[int, int] = {}
    for left, (i, wanted) in zip(range(len(more), 0, -1), sorted(more.items(), key=lambda m: m[1]), strict=True):
        given[i] = min(wanted, spare // left)
        spare -= given[i]
    return given


def _wanted(column: Column, index: int, filled: Mapping[int, int]) -> int:
    if not column.fits or index not in filled:
        return column.width
    return min(column.width, max(filled[index], cell_len(column.title)))


def _taken(sizes: Sequence[int], shown: Sequence[int]) -> int:
    return sum(sizes[i] for i in shown) + len(shown) - 1


def fit(cell: Sequence[Piece], width: int, right: bool = False) -> list[Piece]:
    """The pieces, exactly `width` cells: cut with an ellipsis, or padded."""
    total = cells_of(cell)
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
    return [*found, (" " * (width - cells_of(found)), "")]


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
