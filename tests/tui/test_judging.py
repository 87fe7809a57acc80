"""Positions judged, parted, pinned and compared, by keys."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.sheets import Sheet
from workbench.tui.widgets.matrix import MatrixView


async def test_a_position_is_accepted_rejected_and_taken_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "enter")
        first = hands.desk.view.rows.current
        assert first is not None
        await hands.press("A")
        assert hands.case.edits[first.id, "status"] == "confirmed"
        assert "committed ✓" in hands.screen_text()
        await hands.press("X")
        assert hands.case.edits[first.id, "status"] == "rejected"
        assert hands.desk.view.rows.find(first.id) is None
        await hands.press("u")
        assert hands.desk.view.rows.find(first.id) is not None


async def test_in_the_matrix_a_judgement_is_of_the_whole_cell(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3")
        evidence = hands.desk.query_one(MatrixView).evidence()
        assert len(evidence) > 1
        await hands.press("A")
        assert {hands.case.edits[row.id, "status"] for row in evidence} == {"confirmed"}
        await hands.press("plus")
        assert "take one" in hands.said


async def test_a_stance_goes_one_step_by_one_key(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "enter")
        row = hands.desk.view.rows.current
        assert row is not None
        assert row.value.stance == "committed"
        await hands.press("minus")
        assert hands.case.edits[row.id, "stance"] == "supports"
        await hands.press("minus", "minus")
        assert hands.case.edits[row.id, "stance"] == "considering"
        await hands.press("plus")
        assert hands.case.edits[row.id, "stance"] == "open"


async def test_positions_are_put_under_an_issue_of_their_own_and_it_is_pinned(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "enter", "space", "space", "i")
        assert isinstance(hands.app.screen, Ask)
        await hands.write("who sends troops")
        await hands.press("enter")
        assert list(hands.case.edits.values()).count("who sends troops") == 2
        await hands.press("escape", "escape")
        issue = hands.desk.query_one(MatrixView).issue
        await hands.press("p")
        assert hands.case.edits["issue", issue] == issue
        assert "◆" in hands.screen_text()
        await hands.press("p")
        assert ("issue", issue) not in hands.case.edits


async def test_whose_words_goes_round(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "w")
        assert "3 shows them" in hands.said
        await hands.press("3")
        for chips in (("attribution:own",), ("attribution:second_hand",), ("attribution:anonymous_source",), ()):
            await hands.press("w")
            assert hands.desk.state.now.question.chips == chips


async def test_two_countries_are_compared(open_desk: Open) -> None:
    async with open_desk(size=(140, 40)) as hands:
        await hands.press("3", "b")
        await hands.write("USA")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Sheet)
        shown = hands.screen_text()
        assert "France and United States" in shown
        assert "says nothing" in shown
        await hands.press("G", "enter")
        view = hands.desk.query_one(MatrixView)
        assert hands.app.screen is hands.desk
        assert view.holder == "FRA"


async def test_a_timeline_is_in_order_and_leads_to_the_evidence(open_desk: Open) -> None:
    async with open_desk(size=(140, 40)) as hands:
        await hands.press("3", "T")
        shown = hands.screen_text()
        assert "France on European troops in Ukraine" in shown
        assert "●" in shown
        await hands.press("j", "enter")
        assert hands.desk.view.rows.cursor == 1
        await hands.press("escape", "T", "escape")
        assert hands.app.screen is hands.desk


async def test_a_read_only_case_judges_nothing(open_desk: Open) -> None:
    async with open_desk(FakeCase(read_only=True)) as hands:
        await hands.press("3")
        for key in ("A", "X", "i", "p"):
            await hands.press(key)
        assert not hands.case.done
        assert "read-only" in hands.said


async def test_a_column_of_the_matrix_is_shown_whole_or_not_at_all(open_desk: Open) -> None:
    for width in range(60, 130, 7):
        async with open_desk(size=(width, 30)) as hands:
            await hands.press("3")
            view = hands.desk.query_one(MatrixView)
            left = 1 + view._issue_width
            heads = view.render_line(0).text[left:].rstrip(" ›")
            shown = [code for code in view.matrix.holders if code in heads]
            edge = view.lefts[len(shown)]
            assert shown
            for row in range(len(view.matrix.issues)):
                line = view.render_line(row + 1).text[left:]
                assert not line[edge:].strip()
