"""Tags, notes, stars, corrections, undo and redo, copy: on one row, on many, in the reader, on a read-only case."""

from __future__ import annotations

from textual.widgets import TextArea

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from tests.tui.stories import ARTICLES, FACTS, QUOTES
from workbench.tui.screens.dialogs import Ask, NoteDialog
from workbench.tui.screens.form import Form


async def test_a_tag_goes_on_and_off(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "t")
        await hands.write("key")
        await hands.press("enter")
        assert hands.case.tagged[QUOTES[0].id] == ["key"]
        assert hands.desk.view.rows.current.marks.tags == ("key",)
        assert "#key: Pentagon" in hands.said
        await hands.press("t", "down", "enter")
        assert hands.case.tagged[QUOTES[0].id] == []


async def test_a_selection_is_tagged_as_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "space", "space", "j", "v", "j", "t")
        await hands.write("check")
        await hands.press("enter")
        assert {id for id, tags in hands.case.tagged.items() if tags} == {QUOTES[i].id for i in (0, 1, 3, 4)}
        await hands.press("u")
        assert not any(hands.case.tagged.values())
        assert "Undone: tag check" in hands.said
        await hands.press("ctrl+r")
        assert sum(map(bool, hands.case.tagged.values())) == 4


async def test_escape_leaves_a_dialog_without_a_change(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("t")
        assert isinstance(hands.app.screen, Ask)
        await hands.press("enter")
        assert isinstance(hands.app.screen, Ask)
        await hands.press("escape")
        assert not hands.case.done


async def test_stars(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("asterisk")
        assert hands.case.starred == {ARTICLES[0].id}
        assert "★" in hands.screen_text()
        await hands.press("asterisk")
        assert not hands.case.starred


async def test_a_note_on_a_row_is_listed_changed_and_dropped(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "n")
        assert isinstance(hands.app.screen, NoteDialog)
        await hands.write("who is that")
        await hands.press("ctrl+s", "5")
        assert [note.target for note in hands.case.notes.values()] == [QUOTES[0].id]
        assert hands.desk.view.rows.count == 1
        await hands.press("n")
        await hands.write(" now")
        await hands.press("ctrl+s")
        assert [note.body for note in hands.case.notes.values()] == ["who is that now"]
        await hands.press("n", "f7", "delete", "ctrl+s")
        assert not hands.case.notes


async def test_a_note_in_the_reader_is_on_the_passage(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("enter", "j", "k", "n")
        await hands.write("where")
        await hands.press("ctrl+s")
        (note,) = hands.case.notes.values()
        assert note.target == ARTICLES[0].id
        assert note.span.of(ARTICLES[0].text).startswith("Military chiefs from nine")


async def test_a_speaker_is_corrected(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "c")
        assert isinstance(hands.app.screen, Form)
        await hands.press("ctrl+u")
        await hands.write("Ann Oak")
        await hands.press("tab")
        await hands.write("envoy")
        await hands.press("enter")
        (speaker,) = hands.case.edits[QUOTES[1].id, "speakers"]
        assert (speaker["name"], speaker["role"]) == ("Ann Oak", "envoy")
        assert "Ann Oak" in hands.screen_text()
        await hands.press("u")
        assert hands.desk.view.rows.current.value.speakers[0].kind == "anonymous"


async def test_a_form_refuses_a_kind_that_does_not_exist(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "c", "tab", "tab", "tab", "ctrl+u")
        await hands.write("ghost")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Form)
        assert "is not a kind of speaker" in hands.screen_text()


async def test_an_article_a_position_an_issue_and_a_gist_are_corrected(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("c", "tab", "ctrl+u")
        await hands.write("Wire")
        await hands.press("enter")
        assert hands.case.edits[ARTICLES[0].id, "outlet"] == "Wire"
        await hands.press("4", "c", "ctrl+u")
        await hands.write("gist")
        await hands.press("enter")
        assert hands.case.edits[FACTS[0].id, "gist"] == "gist"
        await hands.press("3", "enter", "c", "ctrl+u")
        await hands.write("open")
        await hands.press("enter")
        assert "open" in hands.case.edits.values()
        await hands.press("escape", "c", "ctrl+u")
        await hands.write("troops")
        await hands.press("enter")
        assert hands.case.edits["issue", "European troops in Ukraine"] == "troops"


async def test_copy_takes_the_citation_along(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "j", "y")
        copied = hands.app.clipboard
        assert "There will be no American boots on the ground" in copied
        assert "Donald Trump (president, USA)" in copied
        assert "Coastal Wire" in copied
        assert "21 Aug 2025" in copied


async def test_a_read_only_case_refuses_each_change(open_desk: Open) -> None:
    async with open_desk(FakeCase(read_only=True)) as hands:
        assert "read-only" in hands.screen_text()
        for key in ("t", "asterisk", "n", "c", "u", "ctrl+r", "a", "R"):
            await hands.press(key)
            assert hands.app.screen is hands.desk
        assert not hands.case.done
        assert "read-only" in hands.said


async def test_a_note_that_was_left_is_there_again_as_a_draft_until_it_is_saved(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "n", *"half", "escape")
        assert not hands.case.notes
        await hands.press("j", "n")
        assert hands.app.screen.query_one(TextArea).text == ""
        await hands.press("escape", "k", "n")
        assert hands.app.screen.query_one(TextArea).text == "half"
        assert "Your draft" in hands.screen_text()
        await hands.press("ctrl+s")
        assert [note.body for note in hands.case.notes.values()] == ["half"]
        assert hands.app.memory.drafts == {}
