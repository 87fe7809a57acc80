"""How the matrix reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.model import OTHERS
from workbench.tui.matrix_wording import cell_pieces, holder_head
from workbench.views import Cell

CELL = Cell("supports", ("supports",), 2, 2, False, 0, ())


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (CELL, "++ 2"),
        (replace(CELL, contrary="opposes"), "++/-- 2"),
        (replace(CELL, unsure=True), "++ 2 ○"),
        (replace(CELL, disputed=True, moved=-1), "++ 2 ⇄ ↘"),
        (None, "."),
    ],
)
def test_a_cell_says_in_signs_what_is_known(cell: Cell | None, shown: str) -> None:
    assert "".join(text for text, _ in cell_pieces(cell)) == shown


def test_only_where_a_state_stands_and_surely_is_in_colour() -> None:
    roles = [
        cell_pieces(CELL)[0][1],
        cell_pieces(CELL, of_state=False)[0][1],
        cell_pieces(replace(CELL, unsure=True))[0][1],
    ]
    assert roles == ["good", "quiet", "quiet"]


def test_a_long_head_is_cut_but_says_that_it_is_of_others() -> None:
    assert holder_head("European countries") == "European…"
    assert holder_head(f"European countries{OTHERS}") == f"European…{OTHERS}"
    assert holder_head(f"USA{OTHERS}") == f"USA{OTHERS}"
