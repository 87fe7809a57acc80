"""Search as you type, filters, orders, saved searches, and what an empty list says."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from textual.strip import Strip
from textual.widgets import Input

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.errors import CaseLocked
from workbench.tui.features.marks import Marks
from workbench.tui.panes.quotes import cells as cells_of
from workbench.tui.question import Question
from workbench.tui.screens.crash_dialog import CrashDialog
from workbench.tui.widgets.bars import HintLine, KeyBar, Tabs
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.search import Chips, Completions


async def test_typing_filters_every_pane(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "slash", *"troops")
        assert [row.value.text for row in hands.desk.view.rows.pages[0]] == [
            "France was ready to send troops once the fighting ended"
        ]
        counts = hands.desk.query_one(Tabs).counts
        assert counts == hands.case.counts("troops")
        assert counts["articles"] > 0


async def test_a_stale_answer_is_dropped(open_desk: Open) -> None:
    class Slow(FakeCase):
        hold = threading.Event()

        def search(self, pane, query="", **more):
            if query == "t":
                self.hold.wait(5)
            return super().search(pane, query, **more)

    case = Slow()
    async with open_desk(case) as hands:
        await hands.press("2", "slash")
        await hands.pilot.press("t")
        await hands.pilot.pause(0.2)
        await hands.write("roops")
        case.hold.set()
        await hands.settle()
        assert hands.desk.view.rows.count == 1
        assert hands.desk.state.now.question.text == "troops"


async def test_an_answer_that_is_not_all_ranked_gives_way_to_one_that_is(open_desk: Open) -> None:
    class Slow(FakeCase):
        hold = threading.Event()

        def search(self, pane, query="", *, rank_all=False, **more):
            if rank_all:
                self.hold.wait(20)
            return super().search(pane, query, rank_all=rank_all, **more)

    case = Slow()
    case.ranks_at_most = 2000
    async with open_desk(case) as hands:
        rows, part = hands.desk.view.rows, hands.desk.view.part("centre")
        await hands.pilot.press("slash", *"said")
        await hands.until(lambda: "best first of the 2,000 added last" in str(part.border_subtitle))
        first = [row.id for row in rows.pages[0]]
        assert len(first) > 1
        case.hold.set()
        await hands.settle()
        assert [row.id for row in rows.pages[0]] == first[::-1]
        assert "added last" not in str(part.border_subtitle)


async def test_matching_words_are_marked_in_the_reader_and_n_goes_through_them(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("said")
        await hands.press("enter", "enter")
        reader = hands.desk.view.reader
        assert len(reader.matches) > 2
        assert all(span.of(reader.text).casefold() == "said" for span in reader.matches)
        before = reader.caret
        await hands.press("n")
        assert reader.caret > before
        await hands.press("N")
        assert reader.caret == before


async def test_a_suggestion_is_taken_with_enter(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("zne")
        assert "did you mean" in str(hands.desk.query_one(HintLine).render())
        await hands.press("enter")
        assert hands.desk.state.now.question.text == "no-fly zone"
        assert hands.desk.view.rows.count


async def test_chips_from_the_tree_and_from_typing_peel_off_one_by_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f", "j", "enter")
        assert hands.desk.state.now.question.chips == ('outlet:"Coastal Wire"',)
        assert hands.desk.view.rows.count == 2
        await hands.press("slash")
        await hands.write("troops country:FRA")
        await hands.press("enter")
        assert hands.desk.state.now.question.chips == ('outlet:"Coastal Wire"', "country:FRA")
        assert hands.desk.state.now.question.text == "troops"
        assert hands.desk.query_one(Chips).display
        await hands.press("2", "space")
        assert hands.desk.view.rows.selected
        await hands.press("escape")
        assert not hands.desk.view.rows.selected
        await hands.press("escape")
        assert hands.desk.state.now.question.chips == ('outlet:"Coastal Wire"',)
        await hands.press("escape", "escape")
        assert hands.desk.state.now.question.query == ""


async def test_a_click_on_a_chip_takes_it_off(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f", "j", "enter")
        await hands.pilot.click(Chips)
        await hands.settle()
        assert not hands.desk.state.now.question.chips


async def test_a_search_is_saved_and_found_in_the_tree(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("jets")
        await hands.press("enter", "s")
        await hands.press("ctrl+u")
        await hands.write("planes")
        await hands.press("enter")
        assert hands.case.saved["planes"] == "jets"
        assert any(entry.label == "planes" for entry in hands.desk.view.sources.entries)
        await hands.press("f", "G", "delete")
        assert "planes" not in hands.case.saved


async def test_an_empty_case_says_what_to_press(open_desk: Open) -> None:
    async with open_desk(FakeCase(empty=True)) as hands:
        shown = hands.screen_text()
        assert "No articles yet." in shown
        assert "adds files" in shown


async def test_nothing_found_says_so(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("xyzzy")
        assert "Nothing matches xyzzy" in hands.screen_text()
        assert "Nothing to read here" in hands.screen_text()


async def test_an_error_of_the_case_is_a_toast_and_the_desk_stays(open_desk: Open) -> None:
    async with open_desk() as hands:
        hands.case.broken = CaseLocked("Another program holds the case.", "Close it and press a key.")
        await hands.press("2")
        assert "Another program holds the case." in hands.said
        hands.case.broken = None
        await hands.press("1")
        assert hands.desk.view.rows.count


async def test_an_unexpected_error_is_a_dialog_with_a_trace(open_desk: Open) -> None:
    async with open_desk(crashes=1) as hands:
        hands.case.broken = ZeroDivisionError("[/oops]")
        await hands.press("2")
        assert "Something went wrong" in hands.screen_text()
        assert "ZeroDivisionError: [/oops]" in hands.screen_text()
        hands.case.broken = None
        await hands.press("enter", "1")
        assert hands.app.screen is hands.desk


async def test_an_action_that_breaks_does_not_end_the_desk(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Marks) -> None:
        raise LookupError("no star")

    monkeypatch.setattr(Marks, "star", broken)
    async with open_desk(crashes=1) as hands:
        await hands.press("asterisk")
        assert "LookupError: no star" in hands.screen_text()
        await hands.press("enter", "2")
        assert hands.desk.view.rows.count


async def test_what_cannot_be_painted_gives_a_fresh_desk(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: MatrixView, y: int) -> Strip:
        raise ArithmeticError("no paint")

    monkeypatch.setattr(MatrixView, "render_line", broken)
    async with open_desk(crashes=1) as hands:
        first = hands.desk
        await hands.app._press_keys(["3"])  # no more: Textual's pilot paints in the task of the test as well
        await hands.until(lambda: isinstance(hands.app.screen, CrashDialog))
        await hands.settle()
        assert "ArithmeticError: no paint" in hands.screen_text()
        await hands.press("enter", "2")
        assert hands.desk is not first
        assert hands.desk.view.rows.count


async def test_the_mouse_moves_opens_and_turns_the_pane(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.pilot.click(hands.desk.view.rows, offset=(10, 3))
        await hands.settle()
        assert hands.desk.view.rows.cursor == 2
        await hands.pilot.click(hands.desk.view.rows, offset=(10, 3))
        await hands.settle()
        assert hands.desk.focused is hands.desk.view.reader
        await hands.pilot.click(Tabs, offset=(20, 0))
        await hands.settle()
        assert hands.desk.state.now.pane == "quotes"
        await hands.pilot.click(KeyBar, offset=(14, 0))
        await hands.settle()
        assert hands.desk.focused is hands.desk.view.reader


async def test_a_quote_found_by_its_speaker_still_says_what_was_said(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "slash")
        await hands.write("starmer")
        row = hands.desk.view.rows.current
        cells = cells_of(replace(row, snippet="\ue000Keir Starmer\ue001"))
        assert cells[1] == [("Keir Starmer", "match")]
        assert cells[3] == [("said", "cue"), (" ", ""), ("“boots on the ground and planes in the air”", "")]


async def test_tab_completes_a_field_then_its_value_and_enter_makes_a_chip_of_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("troops outl")
        await hands.press("tab")
        assert hands.desk.view.search_input.value == "troops outlet:"
        offers = hands.desk.query_one(Completions)
        assert offers.count > 1
        await hands.press("down", "down", "enter")
        taken = hands.desk.view.search_input.value
        assert len(taken) > len("troops outlet:")
        assert not offers.display
        await hands.press("enter")
        assert hands.desk.state.now.question.text == "troops"
        assert hands.desk.state.now.question.chips == (taken.removeprefix("troops ").strip(),)


async def test_tab_goes_on_where_nothing_is_offered(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash", "tab")
        assert hands.desk.focused is not hands.desk.view.search_input


async def test_backspace_at_the_beginning_takes_the_last_filter_back_as_text(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("kind:direct troops")
        await hands.press("enter", "slash", "home", "backspace")
        assert hands.desk.state.now.question.chips == ()
        assert hands.desk.view.search_input.value == "kind:direct troops"
        assert hands.desk.view.search_input.cursor_position == len("kind:direct")
        await hands.press("backspace")
        assert hands.desk.view.search_input.value == "kind:direc troops"


async def test_earlier_searches_come_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        for text in ("troops", "kind:direct"):
            await hands.press("slash")
            await hands.write(text)
            await hands.press("enter", "escape")
        assert hands.desk.state.now.question.query == ""
        await hands.press("slash")
        assert [offer.text for offer in hands.desk.query_one(Completions).found] == ["kind:direct", "troops"]
        await hands.press("down", "down", "enter", "enter")
        assert hands.desk.state.now.question.query == "troops"


async def test_a_word_that_is_being_typed_finds_what_begins_so_and_keeps_its_star(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "slash")
        await hands.write("ready troo")
        assert hands.desk.view.rows.count == 1
        await hands.press("enter")
        assert hands.desk.state.now.question.text == "ready troo*"
        assert hands.desk.view.rows.count == 1


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("troo", "troo*"), ("no-fl", "no-fl*"), ("a", "a"), ("outlet:wir", "outlet:wir"), ('"no fl', '"no fl'),
        ('"no fly" zon', '"no fly" zon*'), ("troops OR", "troops OR"), ("(troops", "(troops*"), ("-tro", "-tro"),
        ("troo*", "troo*"), ("", ""),
    ],
)  # fmt: skip
def test_only_a_bare_last_word_can_be_the_beginning_of_one(typed: str, begun: str) -> None:
    assert Question(typed).begun() == Question(begun)


async def test_word_of_an_older_text_does_not_put_that_text_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        field = hands.desk.view.search_input
        await hands.write("troops")
        hands.desk.post_message(Input.Changed(field, "tro"))
        await hands.settle()
        assert field.value == "troops"
        assert hands.desk.state.now.question.text == "troops"


async def test_what_is_taken_is_for_what_stands_there_now(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("outl")
        field = hands.desk.view.search_input
        field.value = "troops outl"
        field.cursor_position = len(field.value)
        field.action_take()
        assert field.value == "troops outlet:"
