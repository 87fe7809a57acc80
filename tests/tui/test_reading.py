"""The reader follows the cursor; every row jumps to its place and back; the matrix drills down."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tests.tui.stories import POSITIONS, QUOTES
from workbench.model import Span
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.widgets.evidence_block import EvidenceBlock
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.wording import home


async def test_the_reader_shows_the_proof_of_each_row(open_desk: Open) -> None:
    async with open_desk(size=(100, 20)) as hands:
        await hands.press("2")
        for quote in QUOTES:
            reader = hands.desk.view.reader
            assert reader.article_id == quote.article_id
            assert reader.proof == quote.spans
            top, height = reader.scroll_offset.y, reader.size.height
            line = next(i for i, (a, b) in enumerate(reader.lines) if a <= quote.spans[0].start < b)
            assert top <= line < top + height
            await hands.press("j")


@pytest.mark.parametrize("pane", ["1", "2", "4", "5"])
async def test_enter_goes_into_the_reader_and_escape_back_to_the_row(open_desk: Open, pane: str) -> None:
    async with open_desk() as hands:
        hands.case.note(QUOTES[1].id, "look again")
        await hands.press(pane)
        row = hands.desk.view.rows.current
        await hands.press("enter")
        if pane == "4":
            assert isinstance(hands.app.screen, DiffScreen)
            await hands.press("enter")
        assert hands.desk.focused is hands.desk.view.reader
        await hands.press("j", "j", "k", "ctrl+d", "g", "G", "escape")
        assert hands.desk.focused is hands.desk.view.rows
        assert hands.desk.view.rows.current == row
        assert hands.desk.view.reader.article_id == home(row)[0]


async def test_the_matrix_drills_down_to_the_evidence(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3")
        view = hands.desk.query_one(MatrixView)
        assert hands.desk.focused is view
        await hands.press("l")
        assert (view.holder, view.cell.disputed) == ("DEU", True)
        await hands.press("enter", "j")
        row = hands.desk.view.rows.current
        assert row.value.holder == "DEU"
        assert hands.desk.view.reader.proof == (row.value.clause,)
        await hands.press("enter")
        assert hands.desk.focused is hands.desk.view.reader
        await hands.press("escape", "escape")
        assert hands.desk.focused is view


async def test_the_issue_itself_shows_all_that_is_said_on_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "h")
        view = hands.desk.query_one(MatrixView)
        assert view.holder == ""
        assert hands.desk.view.rows.count == sum(p.issue == view.issue for p in POSITIONS)


async def test_from_a_passage_to_its_row_and_back_in_the_history(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("enter", "right_square_bracket", "enter")
        assert hands.desk.state.now.pane == "quotes"
        assert hands.desk.view.rows.current.id == QUOTES[0].id
        await hands.press("H")
        assert hands.desk.state.now.pane == "articles"
        await hands.press("H")
        assert hands.desk.focused is hands.desk.view.rows
        await hands.press("L", "L")
        assert hands.desk.state.now.pane == "quotes"


async def test_the_block_names_speaker_cue_and_other_outlets(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j")
        lines = {
            label: "".join(text for text, _ in pieces) for label, pieces in hands.desk.query_one(EvidenceBlock).lines
        }
        assert lines["said by"] == "A source (anonymous)"
        assert lines["via"] == "Coastal Wire"
        assert "The Harbour Post" in lines["also in"]


async def test_marks_can_be_hidden(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "m", "f")
        assert "fact" in hands.desk.view.reader.kinds
        await hands.press("q")
        assert not {"quote", "cue", "speaker"} & hands.desk.view.reader.kinds
        await hands.press("0", "escape")
        assert not hands.desk.view.reader.kinds
        await hands.press("3", "m", "d", "m")
        assert "position" in hands.desk.view.reader.kinds


async def test_a_click_on_the_text_puts_the_caret_there(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.pilot.click(hands.desk.view.reader, offset=(10, 5))
        await hands.settle()
        assert hands.desk.view.reader.passage.start > 0


async def test_a_range_of_sentences_is_a_passage(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("enter", "v", "j", "j")
        reader = hands.desk.view.reader
        assert reader.passage == Span.around(reader.sentences[:3])
        await hands.press("escape")
        assert hands.desk.focused is reader
        assert reader.passage == reader.sentences[2]


async def test_of_a_gigantic_text_a_part_is_set_and_the_caret_goes_through_all(open_desk: Open) -> None:
    text = "".join(f"Sentence {number} of very many. " for number in range(40_000))
    async with open_desk() as hands:
        reader = hands.desk.view.reader
        middle = text.index("Sentence 20000 ")
        reader.show("A1", text, (), [Span(middle, middle + 14)])
        assert len(reader.lines) < 10_000
        assert reader.passage.of(text) == "Sentence 20000 of very many."
        reader.action_sentence(-99999)
        assert reader.passage.of(text) == "Sentence 0 of very many."
        reader.action_sentence(99999)
        assert reader.passage.of(text) == "Sentence 39999 of very many."
        reader.show("A1", text, (), [])
        seen = reader.passage.start
        for _ in range(8_000):
            reader.action_sentence(1)
            assert seen < reader.passage.start <= seen + 40
            seen = reader.passage.start
        for _ in range(8_000):
            reader.action_sentence(-1)
            assert seen - 40 <= reader.passage.start < seen
            seen = reader.passage.start


async def test_the_caret_steps_by_words_and_takes_in_a_passage(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("1", "enter", "l")
        reader = hands.desk.view.reader
        first = reader.passage
        assert first.of(reader.text).isalnum()
        await hands.press("v", "l", "l")
        assert reader.passage.start == first.start
        assert len(reader.passage.of(reader.text).split()) == 3
        await hands.press("escape")
        assert not reader.chosen


async def test_the_mouse_takes_in_a_passage(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("1", "enter")
        reader = hands.desk.view.reader
        await hands.pilot.mouse_down(reader, offset=(3, 0))
        await hands.pilot.hover(reader, offset=(12, 0))
        await hands.pilot.mouse_up(reader, offset=(12, 0))
        await hands.settle()
        assert reader.chosen
        assert reader.text.startswith(reader.passage.of(reader.text)[:5])


async def test_a_passage_becomes_a_quote_a_note_or_is_tagged(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("1", "enter", "l", "v", "l")
        passage, reader = hands.desk.view.reader.passage, hands.desk.view.reader
        await hands.press("quotation_mark")
        await hands.write("Ann Poe")
        await hands.press("enter")
        article, span, _, speakers = hands.case.made[0]
        assert (article, span) == (reader.article_id, passage)
        assert speakers[0]["name"] == "Ann Poe"
        await hands.press("1", "enter", "l", "v", "l", "t")
        await hands.write("check")
        await hands.press("enter")
        note = next(iter(hands.case.notes.values()))
        assert note.body == note.span.of(reader.text)
        assert hands.case.tagged[note.id] == ["check"]
