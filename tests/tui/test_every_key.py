"""Every action, by its first key, where it has something to do on the demonstration case: it shows an effect, and the
desk goes on.
"""

from __future__ import annotations

import pytest

from tests.tui.conftest import Hands, Open
from tests.tui.walks import walk
from workbench.tui.bindings import KEYS, Key
from workbench.work import Case

SIZE = (130, 22)
ENDS = {"app.quit"}


def picture(hands: Hands) -> tuple[object, ...]:
    """What the terminal shows, colours too, with the toasts."""
    strips = hands.app.screen._compositor.render_strips()
    shown = tuple((segment.text, str(segment.style)) for strip in strips for segment in strip)
    return shown, hands.app.focused and hands.app.focused.id, hands.said


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
async def test_its_effect_is_seen(open_desk: Open, demo_case: Case, key: Key) -> None:
    async with open_desk(demo_case, size=SIZE) as hands:
        await hands.press(*walk(key.id))
        before = picture(hands)
        await hands.press(key.keys.split(",")[0])
        if key.id in ENDS:
            assert not hands.app.is_running
        else:
            assert picture(hands) != before
            assert hands.app.is_running
