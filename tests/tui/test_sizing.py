"""Sizes of the parts, by keys and by the mouse."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Hands, Open
from workbench.tui.desk_memory import READER, SOURCES, Layout, layout_from


def width(hands: Hands, part: str) -> int:
    return hands.desk.query_one(f"#{part}-part").size.width


async def drag(hands: Hands, start: tuple[int, int], end: tuple[int, int]) -> None:
    await hands.pilot.mouse_down(offset=start)
    await hands.pilot.hover(offset=end)
    await hands.pilot.mouse_up(offset=end)
    await hands.settle()


async def test_the_part_in_hand_grows_and_the_sizes_of_the_beginning_come_back(open_desk: Open) -> None:
    async with open_desk(size=(160, 40)) as hands:
        sizes = {part: width(hands, part) for part in ("sources", "centre", "reader")}
        for part, key in (("centre", "escape"), ("reader", "enter"), ("sources", "f")):
            await hands.press(key, "greater_than_sign")
            assert width(hands, part) > sizes[part], part
            await hands.press("less_than_sign")
            assert width(hands, part) == sizes[part], part
        await hands.press(*["greater_than_sign"] * 40)
        assert width(hands, "sources") > 2 * width(hands, "centre") / 3
        await hands.press("equals_sign")
        assert {part: width(hands, part) for part in sizes} == sizes


async def test_beneath_the_list_the_reader_has_a_height(open_desk: Open) -> None:
    async with open_desk(size=(80, 30)) as hands:
        reader = hands.desk.query_one("#reader-part")
        high = reader.size.height
        await hands.press("less_than_sign")
        assert reader.size.height > high
        await drag(hands, (10, reader.region.y), (10, 10))
        assert reader.region.y == pytest.approx(10, abs=1)


async def test_one_part_alone_has_no_border(open_desk: Open) -> None:
    async with open_desk(size=(80, 30)) as hands:
        await hands.press("f", "greater_than_sign")
        assert "all of the width" in hands.said


async def test_a_border_follows_the_mouse(open_desk: Open) -> None:
    async with open_desk(size=(160, 40)) as hands:
        sources, reader = (hands.desk.query_one(f"#{part}-part") for part in ("sources", "reader"))
        await drag(hands, (sources.region.right - 1, 9), (39, 12))
        assert sources.region.right == 40
        await drag(hands, (reader.region.x, 9), (80, 9))
        assert reader.region.x == pytest.approx(80, abs=1)
        await drag(hands, (reader.region.x, 9), (0, 9))
        assert width(hands, "centre") > 20
        await drag(hands, (60, 9), (100, 9))
        assert reader.region.x < 80


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("pane", "sources", "beside", "beneath", "sections", "lists", "searches")


@given(st.dictionaries(st.sampled_from(FIELDS), JSON | st.dictionaries(st.just("quotes"), JSON)))
def test_whatever_is_in_the_file_the_layout_is_one(table: dict[str, Any]) -> None:
    layout = layout_from(table)
    assert layout.sources in SOURCES
    assert layout.beside in READER
    assert layout.beneath in READER
    assert isinstance(layout.listing("quotes").order, str)
    assert all(isinstance(each, str) for each in (*layout.searches, *layout.sections))


def test_nothing_gives_the_usual() -> None:
    assert layout_from({}) == Layout()
