"""Keys that come faster than they can be acted on, each of which must go where the one before leads."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual import events

from tests.tui.conftest import Open
from workbench.tui.widgets.row_list import RowList


async def test_a_word_that_is_typed_with_its_slash_goes_into_the_search(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.burst("slash", *"notrx", "enter")
        assert hands.desk.state.now.question.text == "notrx"
        assert hands.app.screen is hands.desk
        assert hands.desk.focused is hands.desk.view.rows


async def test_what_is_typed_for_a_dialog_is_there_when_it_opens(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2")
        await hands.burst("t", *"war", "enter", "j", "asterisk")
        assert hands.case.tags() == ("war",)
        assert hands.desk.view.rows.cursor == 1
        row = hands.desk.view.rows.current
        assert row is not None
        assert row.marks.starred


async def test_keys_go_on_after_a_dialog_that_was_left(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2")
        await hands.burst("question_mark", "escape", "n", *"abc", "escape", "j", "j")
        assert isinstance(hands.desk.focused, RowList)
        assert hands.desk.view.rows.cursor == 2
        assert list(hands.app.memory.drafts.values()) == ["abc"]


async def test_keys_do_not_wait_for_ever_for_a_part_that_does_not_answer(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = asyncio.Event()

    async def hang(self: Any) -> None:
        await stuck.wait()

    monkeypatch.setattr("workbench.tui.key_queue._AT_MOST", 0.05)
    monkeypatch.setattr(RowList, "key_space", hang, raising=False)
    async with open_desk() as hands:
        hands.app.post_message(events.Key("space", " "))
        try:
            async with asyncio.timeout(5):
                await asyncio.sleep(0.01)
                while hands.app.key_queue.busy:
                    await asyncio.sleep(0.01)
        finally:
            stuck.set()
