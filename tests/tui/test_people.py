"""The pane of people: corrected everywhere, merged, a name parted, undone, and the way to their quotes."""

from __future__ import annotations

from tests.tui.conftest import Open
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.form import Form


async def test_somebody_is_corrected_everywhere_and_that_is_undone(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("6", "j", "c")
        assert isinstance(hands.app.screen, Form)
        assert "Who is Donald Trump, in 1 quote?" in hands.screen_text()
        await hands.press("tab", "ctrl+u")
        await hands.write("candidate")
        await hands.press("enter")
        assert hands.desk.view.rows.current.value.role == "candidate"
        await hands.press("u")
        assert hands.desk.view.rows.current.value.role == "president"


async def test_selected_people_are_merged_and_that_is_undone(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("6", "M")
        assert "Select the people" in hands.said
        before = hands.desk.view.rows.count
        await hands.press("space", "space", "M")
        assert "Which name stays, of these 2 people?" in hands.screen_text()
        await hands.press("down", "enter")
        assert hands.desk.view.rows.count == before - 1
        await hands.press("u")
        assert hands.desk.view.rows.count == before


async def test_a_name_is_parted_from_who_has_another(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("6", "P")
        assert "Pentagon has no other name" in hands.said
        await hands.press("j", "P")
        assert isinstance(hands.app.screen, Ask)
        assert "Which of these is not Donald Trump?" in hands.screen_text()
        await hands.press("down", "enter")
        assert "parted" in {field for _, field in hands.case.edits}
        await hands.press("1", "P")
        assert "6 shows people" in hands.said


async def test_the_quotes_of_somebody_are_one_key_away_and_one_can_come_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("6", "j", "Q")
        assert hands.desk.state.now.pane == "quotes"
        assert hands.desk.state.now.question.chips == ('person:"Donald Trump"',)
        assert {s.name for row in hands.desk.view.rows.targets() for s in row.value.speakers} == {"Donald Trump"}
        await hands.press("H")
        assert hands.desk.state.now.pane == "people"
        assert hands.desk.view.rows.current.value.name == "Donald Trump"


async def test_the_reader_shows_where_somebody_first_speaks_and_what_no_article_says(open_desk: Open) -> None:
    async with open_desk(size=(200, 60)) as hands:
        await hands.press("6", "j", "j")
        text = hands.screen_text()
        assert "FRA°" in text
        assert "country presumed from the story" in text
        await hands.press("enter")
        assert hands.desk.state.now.part == "reader"
        assert hands.desk.view.reader.passage


async def test_no_people_is_said_with_what_to_do(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("6", "slash")
        await hands.write("nobody-here")
        await hands.press("enter")
        assert "Nothing matches nobody-here" in hands.screen_text()
