"""The tour: it goes on as its steps are done, by whatever key they have; a step can be skipped and the tour left."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.conftest import Hands, Open
from tests.tui.fake import FakeCase
from workbench.config import Settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.bindings import BY_ID
from workbench.tui.tour import ADD, STEPS, newcomer
from workbench.tui.widgets.tour_card import TourCard

THROUGH = (
    (("slash", "t", "r", "o", "enter"), ("escape",)),
    ((), ("2",)),
    (("j", "enter"), ("escape",)),
    (("4", "d"), ("escape",)),
    (("t",), ("escape",)),
    (("x",), ("escape",)),
)
"""For each step the keys on the way, and those that do it."""


def step(hands: Hands) -> int:
    """The step that the card shows; 0 where there is no card."""
    cards = hands.desk.query(TourCard)
    return int(str(cards.first().query_one(Static).border_title).split()[2]) if cards else 0


def shown_by(hands: Hands) -> str:
    """What can be read of the card, on one line."""
    x, y, width, height = hands.desk.query_one("#tour").region
    lines = [line[x + 1 : x + width - 1] for line in hands.screen_text().splitlines()[y : y + height]]
    return " ".join(" ".join(lines).split())


async def test_the_tour_goes_on_as_its_steps_are_done(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f2")
        for number, (way, done) in enumerate(THROUGH, 1):
            assert step(hands) == number
            await hands.press(*way)
            assert step(hands) == number
            await hands.press(*done)
        assert step(hands) == 0
        assert "That was the tour." in hands.said


async def test_other_keys_do_no_step(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f2", "j", "3", "4", "asterisk", "u", "question_mark", "escape")
        assert step(hands) == 1


async def test_a_comparison_that_does_not_open_is_no_step_done(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f2", "f3", "f3", "f3", "5", "d", "question_mark", "escape")
        assert step(hands) == 4


async def test_steps_are_skipped_and_the_tour_is_left(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f3")
        assert step(hands) == 0
        await hands.press("f2", "f3", "f3")
        assert step(hands) == 3
        await hands.press("f2")
        assert step(hands) == 0
        await hands.press("f2")
        assert step(hands) == 1
        await hands.press("escape")
        assert step(hands) == 0
        await hands.press("f2", *["f3"] * len(STEPS))
        assert step(hands) == 0


async def test_escape_leaves_the_tour_last(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("f2", "f3", "2", "space", "escape")
        assert step(hands) == 3
        await hands.press("escape")
        assert step(hands) == 0


async def test_the_card_shows_the_keys_that_are_set(open_desk: Open) -> None:
    async with open_desk(settings=Settings(keys={"desk.search": "f9", "app.skip": "f8"})) as hands:
        await hands.press("f2")
        assert "Press f9, type a word" in hands.screen_text()
        assert "f8 skip" in hands.screen_text()
        await hands.press("f8", "2")
        assert step(hands) == 3


async def test_in_an_empty_case_articles_come_first(open_desk: Open) -> None:
    async with open_desk(FakeCase(empty=True)) as hands:
        await hands.press("f2")
        assert ADD.title in hands.screen_text()
        await hands.press("a", "escape")
        assert step(hands) == 2


async def test_the_card_is_on_the_desk_only(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "d", "f2")
        assert step(hands) == 0
        assert "go back to it first" in hands.said


@pytest.mark.parametrize("size", [(80, 24), (99, 30), (120, 40), (160, 50), (60, 16)])
async def test_every_step_is_read_whole_and_the_footer_stays(open_desk: Open, size: tuple[int, int]) -> None:
    async with open_desk(size=size) as hands:
        footer = hands.screen_text().splitlines()[-1]
        await hands.press("f2")
        for number in range(1, len(STEPS) + 1):
            step = STEPS[number - 1]
            written = "".join(words for words, _ in step.parts({}))
            assert f"{step.title} {written}" in shown_by(hands)
            assert f"step {number} of {len(STEPS)}" in hands.screen_text()
            assert hands.screen_text().splitlines()[-1] == footer
            await hands.press("f3")


def test_every_key_of_the_tour_is_a_binding() -> None:
    for each in (ADD, *STEPS):
        assert set(each.done_by) <= set(BY_ID)
        assert [style for _, style in each.parts({})].count("bold $accent") == each.text.count("{")


async def test_who_is_new_is_told_of_the_tour() -> None:
    for new in (True, False):
        app = WorkbenchApp(FakeCase(), Settings(), analyse=False, newcomer=new)  # type: ignore[arg-type]
        async with app.run_test(notifications=True) as pilot:
            await pilot.pause()
            assert any("f2 shows you round" in note.message for note in app._notifications) is new


def test_one_is_new_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "a" / "b"))
    assert [newcomer(), newcomer()] == [True, False]
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "a" / "b" / "tour-seen"))
    assert newcomer() is False
