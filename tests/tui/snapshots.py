"""`python -m tests.tui.snapshots`: writes anew what a few screens show, as text; the tests hold the desk to it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.app import App

from tests.tui.conftest import Hands
from tests.tui.fake import FakeCase
from workbench.config import Settings
from workbench.tui.app import WorkbenchApp

FOLDER = Path(__file__).parent / "snapshots"
SHOWN: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "quotes-80x24": ((80, 24), ("2", "j")),
    "search-120x40": ((120, 40), ("slash", *"jets", "enter")),
    "positions-120x40": ((120, 40), ("3", "enter")),
    "diff-120x40": ((120, 40), ("4", "enter")),
    "people-120x40": ((120, 40), ("6", "j")),
    "facts-200x60": ((200, 60), ("4", "j")),
}
"""Snapshot -> the size of the terminal, and the keys that lead there."""


def shown(app: App[None]) -> str:
    """What the terminal shows, line by line, without the blanks at the ends."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


async def taken(name: str) -> str:
    """What a screen shows now, on the fake case."""
    size, keys = SHOWN[name]
    app = WorkbenchApp(FakeCase(), Settings(), analyse=False)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        hands = Hands(app, pilot, app.case)
        await hands.settle()
        await hands.press(*keys)
        return shown(app)


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in SHOWN:
        (FOLDER / f"{name}.txt").write_text(asyncio.run(taken(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
