"""What of the matrix is shown: issues of one outlet and holder folded, the others of a country beside it."""

from __future__ import annotations

from dataclasses import replace

from tests.tui.conftest import Hands, Open
from tests.tui.fake import FakeCase
from workbench.model import OTHERS
from workbench.tui.widgets.matrix import MatrixView
from workbench.views import Matrix

ALONE = ("American ground troops", "[/issue] [red]x")
"""Issues of the fake case on which one holder alone says something, in one outlet."""


def view_of(hands: Hands) -> MatrixView:
    return hands.desk.query_one(MatrixView)


class CaseWithOthers(FakeCase):
    """Of Germany there are others, too; `states`: whether anybody else says anything."""

    states = True

    def matrix(self, query: str = "") -> Matrix:
        found, column = super().matrix(query), f"DEU{OTHERS}"
        key = ("European troops in Ukraine", "DEU")
        cells = {(key[0], column): replace(found.cells[key], stance="opposes", disputed=False, moved=0)}
        if not self.states:
            return Matrix(key[:1], (column,), cells, others=frozenset({column}))
        return replace(found, holders=(*found.holders, column), cells=found.cells | cells, others=frozenset({column}))


async def test_lone_issues_are_a_line_that_opens_and_folds(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "G")
        view = view_of(hands)
        assert "▸ other (2)" in hands.screen_text()
        assert not set(ALONE) & set(view.lines.issues)
        assert (view.issue, view.evidence()) == ("", ())
        assert "shows 2 more issues" in hands.screen_text()
        await hands.press("enter")
        assert view.lines.issues[-2:] == ALONE
        assert "▾ other (2)" in hands.screen_text()
        await hands.press("enter")
        assert "▸ other (2)" in hands.screen_text()
        assert view.on_fold


async def test_keys_for_issues_and_positions_do_nothing_on_the_line_that_folds(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "G", "p", "A", "plus", "space")
        assert not hands.case.edits
        assert not view_of(hands).selected


async def test_what_is_folded_is_selected_no_more(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "G", "enter", "j", "space", "space")
        view = view_of(hands)
        assert view.selected == set(ALONE)
        view.fold(False)
        assert not view.selected


async def test_who_goes_to_a_folded_issue_sees_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3")
        view = view_of(hands)
        view.go(ALONE[0], "USA")
        assert (view.issue, view.holder) == (ALONE[0], "USA")


async def test_an_issue_that_is_pinned_is_folded_no_more(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "G", "enter", "j", "p")
        view = view_of(hands)
        assert view.lines.folds == 0
        assert view.issue == ALONE[0]


async def test_the_others_of_a_country_have_a_column_of_their_own(open_desk: Open) -> None:
    async with open_desk(CaseWithOthers(), size=(200, 40)) as hands:
        await hands.press("3", "l")
        view = view_of(hands)
        cell = view.cell
        assert view.holder == "DEU"
        assert "DEU · others" not in hands.screen_text()
        assert "r: 2 of others" in hands.screen_text()
        await hands.press("r")
        assert (view.holder, view.cell) == ("DEU", cell)
        assert "DEU · others" in hands.screen_text()
        view.go(view.issue, f"DEU{OTHERS}")
        await hands.settle()
        assert "Germany · others · European troops" in hands.screen_text()
        await hands.press("r")
        assert (view.holder, view.cell) == ("DEU", cell)
        assert "DEU · others" not in hands.screen_text()


async def test_a_matrix_of_others_alone_says_how_they_are_shown(open_desk: Open) -> None:
    case = CaseWithOthers()
    case.states = False
    async with open_desk(case) as hands:
        await hands.press("3")
        assert "No state or bloc itself holds a position here." in hands.screen_text()
        await hands.press("r")
        assert view_of(hands).issue == "European troops in Ukraine"


async def test_where_there_are_no_others_that_is_said(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("r")
        assert "3 shows it" in hands.said
        await hands.press("3", "r")
        assert "Nobody but states and blocs" in hands.said


async def test_an_empty_matrix_says_why(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "slash", *"zebra", "enter")
        assert "Nothing matches zebra" in hands.screen_text()
        assert "takes off one layer" in hands.screen_text()


async def test_a_click_opens_the_line_that_folds(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3")
        view = view_of(hands)
        await hands.pilot.click(view, offset=(4, 1 + view.lines.fold))
        await hands.settle()
        assert view.lines.issues[-2:] == ALONE


async def test_the_line_beneath_the_matrix_has_every_stance_however_long_the_issue(open_desk: Open) -> None:
    async with open_desk(size=(80, 30)) as hands:
        await hands.press("3")
        assert "+++ committed 2   ++ supports 1" in hands.screen_text()
