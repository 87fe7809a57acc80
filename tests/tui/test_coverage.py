"""Coverage: outlets over their columns by names that can be told apart, the one in hand by its whole name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Open
from workbench.model import Fact, Phrasing, Span
from workbench.tui.screens.coverage_sheet import WIDTH, CoverageSheet, heads
from workbench.views import Coverage, Row

OUTLETS = (
    "The Evening Standard-Bearer of the North", "The Evening Star", "The Evening Post", "Radio Free Harbour",
    "Radio Free Hinterland", "Agence Centrale", "Neue Allgemeine", "Il Corriere", "Kyodo East", "The Wire",
)  # fmt: skip


def told() -> Coverage:
    phrasings = (Phrasing("A", Span(0, 4), "Rain", "same"), Phrasing("B", Span(0, 4), "Rain", "same"))
    fact = Row("F1", Fact("F1", "It will rain", "event", phrasings, ()), None)
    seen = {("F1", outlet): "same" for outlet in OUTLETS[::2]}
    return Coverage(OUTLETS, (fact,), seen, (), {outlet: n // 2 for n, outlet in enumerate(OUTLETS)})


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_the_outlet_in_hand_is_named_in_full_and_in_sight(width: int, open_desk: Open) -> None:
    async with open_desk(size=(width, 30)) as hands:
        sheet = CoverageSheet(told())
        hands.app.push_screen(sheet)
        await hands.settle()
        for number, outlet in enumerate(OUTLETS):
            shown = hands.screen_text()
            assert f"‹ {outlet} ›" in shown
            assert outlet.removeprefix("The ").split()[0].upper() in shown
            assert ("reports 1 of 1" if number % 2 == 0 else "reports 0 of 1") in shown
            await hands.press("l")
        await hands.press(*"h" * 20)
        assert f"‹ {OUTLETS[0]} ›" in hands.screen_text()


@given(
    st.lists(
        st.sampled_from([*OUTLETS, "Wire One Two Three", "Wire One Two Four"]), min_size=1, max_size=12, unique=True
    )
)
def test_heads_are_told_apart_and_fit(names: list[str]) -> None:
    found = heads(names)
    assert len(set(found)) == len(names)
    assert all(len(part) <= WIDTH for head in found for part in head)
    assert all(title for _, title in found)
