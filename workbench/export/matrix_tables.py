"""The matrix for a page: as many holders beside each other as a page is wide, the rest in tables beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.analysis.positions.matrix import build_table, standing_of
from workbench.analysis.provenance.lineage import source_numberer
from workbench.export.record_fields import head_of
from workbench.export.sanitizing import count, one_line
from workbench.export.selection import Selection
from workbench.model import STANCES
from workbench.views import Cell, Matrix

Side = Literal["for", "against", "neither", "unsure"]
LEGEND = (
    "A cell has the stance with most weight, behind a stroke the weightiest on the other side, and by how many outlets"
    " it is told. Countries and blocs by what they say or do themselves; the sentences are under Positions."
)


@dataclass(frozen=True, slots=True)
class Block:
    """A table of the matrix: the issues on which one of its holders says something."""

    holders: tuple[str, ...]
    issues: tuple[str, ...]


def matrix_of(part: Selection) -> Matrix:
    """The matrix of the positions that the analyst has not rejected."""
    outlets = (lineage for found in part.lineage.values() for lineage in found)
    numbered = source_numberer(outlets, lambda id: head_of(part.heads, id).outlet)
    found = [standing_of(row) for row in part.rows if row.value.status != "rejected"]
    return build_table(found, lambda ids: (), part.pinned, numbered).of_states()


def blocks(matrix: Matrix, width: int) -> Iterator[Block]:
    """Tables of at most `width` holders each; the issues that lists fold stand in none."""
    holders = matrix.holders_on(matrix.kept)
    for at in range(0, len(holders), width):
        beside = holders[at : at + width]
        said = tuple(issue for issue in matrix.kept if any((issue, holder) in matrix.cells for holder in beside))
        yield Block(beside, said)


def folded_words(matrix: Matrix) -> str:
    """What is said of the issues that no table has; nothing where there are none."""
    if not matrix.folded:
        return ""
    said = "on which one country alone says something, in one outlet"
    return f"Not in the table: {count(len(matrix.folded), 'issue')} {said}."


def holder_name(matrix: Matrix, holder: str) -> str:
    """The name of a country or bloc, as its positions have it; without one, its code."""
    names = (cell.holder_name for (_, other), cell in matrix.cells.items() if other == holder and cell.holder_name)
    return one_line(next(names, holder))


def stance_words(cell: Cell) -> str:
    """`ruled out / open`: the stance, and that of the other side."""
    return " / ".join(stance.replace("_", " ") for stance in (cell.stance, cell.contrary) if stance)


def support_words(cell: Cell) -> str:
    """`3 outlets, 1 source; disputed`: how many tell it, and what else is to be known of it."""
    told = count(cell.outlets, "outlet")
    told += f", {count(cell.independent, 'source')}" if cell.independent < cell.outlets else ""
    moved = {1: "moved for", -1: "moved against"}.get(cell.moved, "")
    return "; ".join(filter(None, (told, "weak" * cell.unsure, "disputed" * cell.disputed, moved)))


def side_of(stance: str) -> Side:
    """Whether a stance is for or against."""
    polarity = STANCES.get(stance, (0, 0))[0]
    return "for" if polarity > 0 else "against" if polarity < 0 else "neither"


def side_of_cell(cell: Cell) -> Side:
    """The side of a cell; what is more likely wrong than right has none."""
    return "unsure" if cell.unsure else side_of(cell.stance)
