"""What of a matrix is shown: which columns, and which issues, of those with one cell only a line that counts them."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from workbench.model import OTHERS
from workbench.tui.matrix_wording import cell_pieces, holder_head
from workbench.tui.wording import Piece
from workbench.views import Matrix

_LEAST_CELL = 7
EMPTY_HEIGHT = 5
"""The lines of a matrix that only says why it is empty."""
ONLY_OTHERS: list[list[Piece]] = [
    [("No state or bloc itself holds a position here.", "strong")],
    [("r", "accent"), ("  shows the others of each country: opposition, rebels, regions, firms", "quiet")],
]
"""What stands in a matrix all of whose columns are hidden."""


@dataclass(frozen=True, slots=True)
class MatrixLines:
    """The lines of a matrix, from the top."""

    matrix: Matrix
    """What is shown of the columns."""
    issues: tuple[str, ...]
    """The issue of each line; none on the line that folds."""
    holders: tuple[str, ...]
    """The columns that say something on them."""
    folds: int
    """How many issues that line folds."""
    unfolded: bool

    @property
    def fold(self) -> int:
        """The index of the line that folds; -1 where there is none."""
        return self.issues.index("") if self.folds else -1

    def line_of(self, issue: str) -> int:
        """The line of an issue; the first where there is none."""
        return self.issues.index(issue) if issue and issue in self.issues else 0

    def column_of(self, holder: str, line: int) -> int:
        """The column of a country; of its others, where those are not shown, that of their state; else the first that
        says something in a line.
        """
        issue, holders = self.issues[line] if self.issues else "", self.holders
        wanted = (holder, holder.removesuffix(OTHERS), *(h for h in holders if (issue, h) in self.matrix.cells))
        return next((holders.index(each) for each in wanted if each in holders), 0)

    def fold_pieces(self, role: str) -> list[Piece]:
        """`▸ other (12)`: what the line that folds says."""
        return [(f"{'▾' if self.unfolded else '▸'} other ({self.folds:,})", role or "quiet")]


def lines_of(whole: Matrix, *, others: bool, unfolded: bool) -> MatrixLines:
    """The lines of a matrix; `others`: with the columns of those who do not speak for their state; `unfolded`: with the
    issues that have one cell.
    """
    matrix = whole if others else whole.of_states()
    folded = matrix.folded
    issues = (*filter(None, matrix.kept), *([""] if folded else []), *(folded if unfolded else ()))
    return MatrixLines(matrix, issues, matrix.holders_on(issues), len(folded), unfolded)


def column_widths(lines: MatrixLines) -> list[int]:
    """A column is as wide as its widest cell, with room for the cursor."""
    longest = dict.fromkeys(lines.matrix.holders, 1)
    for (_, holder), cell in lines.matrix.cells.items():
        longest[holder] = max(longest.get(holder, 1), sum(cell_len(text) for text, _ in cell_pieces(cell)))
    heads = ((holder, cell_len(holder_head(holder)) + 2) for holder in lines.holders)
    return [max(_LEAST_CELL, longest[holder] + 3, head) for holder, head in heads]
