"""A few screens, as they were when they were last looked at; `python -m tests.tui.snapshots` writes them anew."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tests.tui.snapshots import FOLDER, SHOWN, shown


@pytest.mark.parametrize("name", SHOWN)
async def test_the_screen_is_as_it_was_looked_at(open_desk: Open, name: str) -> None:
    size, keys = SHOWN[name]
    async with open_desk(size=size) as hands:
        await hands.press(*keys)
        assert shown(hands.app) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
