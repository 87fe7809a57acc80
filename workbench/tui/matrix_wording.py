"""How the matrix reads: its cells in signs, and what its columns are called."""

from __future__ import annotations

from workbench.model import OTHERS
from workbench.tui.sanitizing import one_line
from workbench.tui.wording import Piece, brief, stance_role, stance_sign
from workbench.views import Cell, Matrix


def cell_pieces(cell: Cell | None, *, of_state: bool = True) -> list[Piece]:
    """A cell of the matrix: sign, with that of the other side where that is said too, number of outlets, and what else
    is to be known. Only where a state stands is in colour.
    """
    if cell is None:
        return [(".", "faint")]
    role = stance_role(cell.stance) if of_state and not cell.unsure else "quiet"
    contrary = f"/{stance_sign(cell.contrary)}" if cell.contrary else ""
    pieces: list[Piece] = [(f"{stance_sign(cell.stance)}{contrary}", role), (f" {cell.outlets}", role)]
    if cell.unsure:
        pieces.append((" ○", role))
    if cell.disputed:
        pieces.append((" ⇄", "accent"))
    if cell.moved:
        pieces.append((" ↗" if cell.moved > 0 else " ↘", "accent"))
    return pieces


def holder_name(matrix: Matrix, column: str) -> str:
    """The name of a country or bloc, as its positions have it; without one, its code; its others are so called."""
    cells = (cell for (_, holder), cell in matrix.cells.items() if holder == column)
    code = column.removesuffix(OTHERS)
    name = next((cell.holder_name for cell in cells if cell.holder_name), code)
    return one_line(name) + (OTHERS if column in matrix.others else "")


def holder_head(column: str) -> str:
    """The head of a column of the matrix: a long name is cut, not that it is of others."""
    code = one_line(column.removesuffix(OTHERS))
    return brief(code, 10) + (OTHERS if column.endswith(OTHERS) else "")
