"""Which issues of the matrix are folded."""

from __future__ import annotations

from workbench.model import OTHERS, TAKING_PART
from workbench.views import Cell, Matrix


def cell(outlets: int = 1) -> Cell:
    return Cell("open", ("open",), outlets, outlets, False, 0, ())


def matrix(cells: dict[tuple[str, str], Cell], *pinned: str) -> Matrix:
    issues, holders = (tuple(dict.fromkeys(key[at] for key in cells)) for at in (0, 1))
    return Matrix(issues, holders, cells, frozenset(pinned))


BOTH = {("a toll", "NOR"): cell(), ("a toll", "SUD"): cell()}
LONE = {("a dam", "NOR"): cell(), ("a wall", "SUD"): cell()}


def test_issues_of_one_holder_in_one_outlet_fold() -> None:
    found = matrix(BOTH | LONE | {("a ferry", "NOR"): cell(2)})
    assert found.folded == ("a dam", "a wall")
    assert found.kept == ("a toll", "a ferry")


def test_what_the_analyst_pinned_and_who_took_part_does_not_fold() -> None:
    more = {("a well", "NOR"): cell(), ("a lock", "NOR"): cell(), (TAKING_PART, "NOR"): cell()}
    assert matrix(BOTH | LONE | more, "a well").folded == ("a dam", "a wall", "a lock")


def test_nothing_folds_where_nothing_else_is_left_or_but_one_would() -> None:
    assert matrix(LONE).folded == ()
    assert matrix(LONE | {(TAKING_PART, "NOR"): cell(3)}).folded == ()
    assert matrix(BOTH | {("a dam", "NOR"): cell()}).folded == ()


def test_the_matrix_of_states_has_none_of_the_others() -> None:
    others = f"NOR{OTHERS}"
    cells = BOTH | {("a dam", others): cell()}
    whole = Matrix(("a toll", "a dam"), ("NOR", others, "SUD"), cells, others=frozenset({others}))
    assert whole.of_states() == matrix(BOTH)
