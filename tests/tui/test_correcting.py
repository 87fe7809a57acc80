"""Many rows corrected at once, all quotes of a speaker, issues that merge, fields that are checked and completed."""

from __future__ import annotations

from textual.widgets import Input, Static

from tests.tui.conftest import Open
from tests.tui.stories import ARTICLES, FACTS, POSITIONS, QUOTES
from workbench.model import Entity
from workbench.tui.screens.dialogs import Ask, Confirm
from workbench.tui.screens.form import Form
from workbench.tui.widgets.matrix import MatrixView


async def test_a_selection_of_articles_is_corrected_and_undone_as_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("space", "space", "c")
        assert "2 articles" in hands.screen_text()
        await hands.press("tab")
        await hands.write("Wire")
        await hands.press("enter")
        assert [hands.case.edits.get((a.id, "outlet")) for a in ARTICLES[:3]] == ["Wire", "Wire", None]
        assert "Outlet of 2 rows; u undoes it" in hands.said
        await hands.press("u")
        assert not hands.case.edits


async def test_a_selection_of_quotes_has_one_speaker(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "space", "space", "space", "c")
        await hands.write("Ann Oak")
        await hands.press("enter")
        assert {hands.case.edits[q.id, "speakers"][0]["name"] for q in QUOTES[:3]} == {"Ann Oak"}
        assert "Speaker of 3 quotes is now Ann Oak; u undoes it" in hands.said


async def test_positions_and_facts_are_corrected_in_bulk(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "ctrl+a", "c", "ctrl+u")
        await hands.write("one gist")
        await hands.press("enter")
        assert {hands.case.edits[fact.id, "gist"] for fact in FACTS} == {"one gist"}
        await hands.press("3", "h", "h", "h", "h", "h", "h", "h", "h", "enter", "ctrl+a", "c", "ctrl+u")
        await hands.write("open")
        await hands.press("enter")
        changed = [p for p in POSITIONS if hands.case.edits.get((p.id, "stance")) == "open"]
        assert len(changed) > 1


async def test_a_speaker_is_corrected_in_all_their_quotes(open_desk: Open) -> None:
    async with open_desk() as hands:
        number, one = next((i, s) for i, q in enumerate(QUOTES) for s in q.speakers if s.name)
        await hands.press("2", *["j"] * number, "W")
        assert isinstance(hands.app.screen, Form)
        assert f"Who is {one.name}" in hands.screen_text()
        await hands.press("ctrl+u")
        await hands.write("Ann Oak")
        await hands.press("enter")
        assert hands.case.edits == {(Entity(one.name, one.kind).id, "name"): "Ann Oak"}
        unnamed = next(i for i, q in enumerate(QUOTES) if not any(s.name for s in q.speakers))
        await hands.press("g", *["j"] * unnamed, "W")
        assert "no named speaker here; c names" in hands.said
        await hands.press("1", "W")
        assert "2 shows quotes" in hands.said


async def test_a_country_is_completed_and_an_unknown_one_refused(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "c", "tab", "tab", "ctrl+u")
        await hands.write("Portgal")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Form)
        assert "Did you mean Portugal (PRT)?" in str(hands.app.screen.query_one(".dialog-hint", Static).render())
        await hands.press("ctrl+u")
        await hands.write("portu")
        assert "Portugal" in str(hands.app.screen.query_one("#form-offers", Static).render())
        await hands.press("tab")
        assert hands.app.screen.query_one("#field-2", Input).value == "Portugal"
        await hands.press("enter")
        assert hands.case.edits[QUOTES[0].id, "speakers"][0]["country"] == "PRT"


async def test_a_speaker_and_an_outlet_are_completed_from_the_case(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "c", "ctrl+u")
        await hands.write("trum")
        await hands.press("tab")
        assert hands.app.screen.query_one("#field-0", Input).value == "Donald Trump"
        number = next(i for i, article in enumerate(ARTICLES) if article.outlet != "Coastal Wire")
        await hands.press("escape", "1", *["j"] * number, "c", "tab", "ctrl+u")
        await hands.write("wire")
        await hands.press("tab", "enter")
        assert hands.case.edits[ARTICLES[number].id, "outlet"] == "Coastal Wire"


async def test_a_date_is_checked(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("c", "tab", "tab", "tab", "ctrl+u")
        await hands.write("8/9/2025")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Form)
        await hands.press("ctrl+u")
        await hands.write("9 Aug 2025")
        await hands.press("enter")
        assert hands.case.edits[ARTICLES[0].id, "published_on"] == "2025-08-09"


async def test_selected_issues_are_merged(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3")
        view = hands.desk.query_one(MatrixView)
        issues = view.lines.issues[:2]
        await hands.press("M")
        assert "Select the issues" in hands.said
        await hands.press("space", "space")
        assert view.issues_in_hand() == list(issues)
        assert hands.screen_text().count("✓") >= 2
        await hands.press("M")
        assert isinstance(hands.app.screen, Ask)
        await hands.press("ctrl+u")
        await hands.write("as one")
        await hands.press("enter")
        assert [hands.case.edits["issue", issue] for issue in issues] == ["as one", "as one"]
        assert (view.issue, view.selected) == ("as one", set())
        await hands.press("u", "space", "escape")
        assert view.selected == set()


async def test_cursor_and_selection_land_on_the_merged_fact(open_desk: Open) -> None:
    async with open_desk() as hands:
        merged: list[str] = []

        def merge(ids: list[str]) -> str:
            merged.extend(ids)
            return FACTS[1].id

        hands.case.merge = merge
        await hands.press("4", "space", "space", "M")
        assert merged == [FACTS[0].id, FACTS[1].id]
        assert list(hands.desk.view.rows.selected) == [FACTS[1].id]
        assert hands.desk.view.rows.current.id == FACTS[1].id


async def test_articles_are_taken_out_once_that_is_agreed_to(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("space", "space", "delete")
        assert isinstance(hands.app.screen, Confirm)
        text = hands.screen_text()
        assert "Take 2 articles out of the case?" in text
        assert "3 quotes" in text
        assert "1 note" in text
        await hands.press("escape")
        assert not hands.case.gone
        await hands.press("delete", "enter")
        assert hands.case.gone == {ARTICLES[0].id, ARTICLES[1].id}
        assert "2 articles taken out, with 1 note of yours; u undoes it" in hands.said
        assert hands.desk.view.rows.count == len(ARTICLES) - 2
        assert not hands.desk.view.rows.selected
        await hands.press("u")
        assert not hands.case.gone
        assert hands.desk.view.rows.count == len(ARTICLES)


async def test_only_articles_are_taken_out(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "delete")
        assert hands.app.screen is hands.desk
        assert "1 shows them" in hands.said
