"""The desk in ASCII."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.conftest import Open
from workbench.config import Settings
from workbench.tui.ascii import ascii_only


async def test_nothing_but_ascii_reaches_the_terminal(open_desk: Open) -> None:
    async with open_desk(settings=Settings(ascii=True)) as hands:
        for pane in "12345":
            await hands.press(pane)
            assert hands.screen_text().isascii()
        await hands.press("2")
        assert "enter open" in hands.screen_text()


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=40))
def test_what_is_shown_is_ascii(text: str) -> None:
    assert ascii_only(text).isascii()


def test_signs_lines_and_wide_letters_keep_their_width() -> None:
    for text in ("╭─ ● ◐ ○ ▌“é”… ⇄ ↗ ✗ ╯", "部长说"):
        assert cell_len(ascii_only(text)) == cell_len(text)
