"""Screens that are opened and closed again and again leave no connection, no descriptor and no thread behind."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.tui.conftest import Hands, Open
from tests.tui.walks import walk
from workbench.tui.bindings import KEYS
from workbench.work import Case

OFTEN, FEW = 60, 3
"""Twice as often as there may be descriptors: one that each opening left would show."""
ASKING = ("app.goto", "desk.diff")
"""What asks the case while it is open."""
LANES = 9
"""The threads that a desk may have."""
DESCRIPTORS = Path("/proc/self/fd")
A_CONNECTION = 3
"""The descriptors of one connection: the case, its log, and the index of that."""


async def there_and_back(hands: Hands, key: str) -> bool:
    """Press a key, and escape what it opened; whether it opened anything."""
    await hands.press(key)
    opened = hands.app.screen is not hands.desk
    await back(hands)
    return opened


async def back(hands: Hands) -> None:
    """Escape until the desk is in front."""
    for _ in range(50):
        if hands.app.screen is hands.desk:
            return
        await hands.press("escape")
    raise AssertionError(f"{hands.app.screen} does not close")


def descriptors() -> int:
    return len([*DESCRIPTORS.iterdir()]) if DESCRIPTORS.is_dir() else 0


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("desk-")]


def assert_bounded(case: Case, before: int) -> None:
    assert len(case._store._opened) <= LANES + 1
    assert descriptors() <= before + LANES * A_CONNECTION
    assert len(threads()) <= LANES


def assert_gone(case: Case) -> None:
    for _ in range(2000):  # a thread ends a moment after the desk
        if len(case._store._opened) == 1:
            break
        time.sleep(0.01)
    assert len(case._store._opened) == 1


@pytest.mark.parametrize("id", ASKING)
async def test_what_asks_the_case_can_be_opened_any_number_of_times(open_desk: Open, demo_case: Case, id: str) -> None:
    before = descriptors()
    async with open_desk(demo_case, size=(100, 20)) as hands:
        await hands.press(*walk(id))
        key = next(each for each in KEYS if each.id == id).keys.split(",")[0]
        assert await there_and_back(hands, key)
        for _ in range(OFTEN):
            await hands.burst(key, "escape")
            await back(hands)
        assert_bounded(demo_case, before)
    assert_gone(demo_case)


async def test_every_screen_can_be_opened_again_and_again(open_desk: Open, demo_case: Case) -> None:
    before, screens = descriptors(), 0
    keys = [each for each in KEYS if each.scope in ("app", "desk") and each.id not in (*ASKING, "app.quit")]
    async with open_desk(demo_case, size=(140, 20)) as hands:
        await hands.press(*walk("desk.diff"), "asterisk")
        for key in (each.keys.split(",")[0] for each in keys):
            if await there_and_back(hands, key):
                screens += 1
                for _ in range(FEW):
                    await there_and_back(hands, key)
        assert_bounded(demo_case, before)
    assert screens > 10
    assert_gone(demo_case)
