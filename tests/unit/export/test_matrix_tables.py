"""The matrix in tables no wider than a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.golden.sample import POSITIONS, selection
from workbench.export.matrix_tables import (
    blocks,
    folded_words,
    holder_name,
    matrix_of,
    side_of_cell,
    stance_words,
    support_words,
)
from workbench.views import Matrix

CODES = [f"C{n:02}" for n in range(11)]


def table(**more: Any) -> Matrix:
    """A matrix of eleven holders on two issues that two of them share, and two issues of one alone."""
    base = POSITIONS[1]
    said = [(code, "zone") for code in CODES] + [("C01", "ban"), ("C10", "ban"), ("C02", "one"), ("C03", "two")]
    rows = [
        replace(
            base, id=f"P{n}", value=replace(base.value, holder=code, holder_name=f"Land {code}", issue=issue, **more)
        )
        for n, (code, issue) in enumerate(said)
    ]
    return matrix_of(replace(selection("positions"), rows=rows))


@pytest.mark.parametrize("width", [1, 4, 8, 40])
def test_every_cell_stands_in_one_table(width: int) -> None:
    matrix = table()
    found = [(issue, holder) for block in blocks(matrix, width) for issue in block.issues for holder in block.holders]
    assert all(len(block.holders) <= width for block in blocks(matrix, width))
    assert len(found) == len(set(found))
    assert {cell for cell in matrix.cells if cell[0] in matrix.kept} <= set(found)


def test_a_table_has_the_issues_of_its_holders_alone() -> None:
    first, second = blocks(table(), 10)
    assert first.issues == ("zone", "ban")
    assert len(second.holders) == 1


def test_what_no_table_has_is_said() -> None:
    assert (
        folded_words(table()) == "Not in the table: 2 issues on which one country alone says something, in one outlet."
    )
    assert folded_words(matrix_of(replace(selection("positions"), rows=[]))) == ""


def test_the_rejected_are_not_counted() -> None:
    assert not table(status="rejected").cells


def test_a_cell_in_words() -> None:
    matrix = matrix_of(selection("positions"))
    [cell] = matrix.cells.values()
    assert holder_name(matrix, "ARL") == "Arland"
    assert (stance_words(cell), support_words(cell), side_of_cell(cell)) == ("supports", "2 outlets, 1 source", "for")
    odd = replace(cell, contrary="ruled_out", unsure=True, disputed=True, moved=-1, independent=2)
    assert (stance_words(odd), side_of_cell(odd)) == ("supports / ruled out", "unsure")
    assert support_words(odd) == "2 outlets; weak; disputed; moved against"
