"""Lines made of columns: pieces of text with roles, cut and padded to terminal cells.

Widths are cells, not characters, so that wide scripts stay in their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size

from workbench.tui.describe import Piece

Cell = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    title: str
    width: int = 0
    """In cells; 0 takes what the others leave."""
    keep: int = 0
    """Columns of a higher number go first where there is little room; 0 always stays."""
    right: bool = False


def columns_that_fit(columns: Sequence[Column], width: int, least: int = 26) -> list[tuple[int, int]]:
    """Which columns are shown, and how wide: (index, width). The open column keeps at least `least` cells."""
    shown = list(range(len(columns)))
    for going in sorted((i for i in shown if columns[i].keep), key=lambda i: -columns[i].keep):
        if _fixed(columns, shown) + least <= width:
            break
        shown.remove(going)
    room = max(1, width - _fixed(columns, shown))
    return [(i, columns[i].width or room) for i in shown]


def _fixed(columns: Sequence[Column], shown: Sequence[int]) -> int:
    return sum(columns[i].width for i in shown) + len(shown) - 1


def fit(cell: Cell, width: int, right: bool = False) -> list[Piece]:
    """The pieces, exactly `width` cells: cut with an ellipsis, or padded."""
    total = sum(cell_len(text) for text, _ in cell)
    if total > width:
        return _cut(cell, width)
    padding = (" " * (width - total), "")
    return [padding, *cell] if right else [*cell, padding]


def _cut(cell: Cell, width: int) -> list[Piece]:
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
        found += fit(cell, width, right)
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
