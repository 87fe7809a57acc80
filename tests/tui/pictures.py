"""`python -m tests.tui.pictures`: the pictures of the README, from the demonstration case, as SVG."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from workbench.config import Settings
from workbench.config.data_folders import data_folder
from workbench.tui.app import WorkbenchApp
from workbench.work import Case

PICTURES = Path(__file__).parents[2] / ".pictures"
SIZE = (132, 36)
SHOWN: dict[str, tuple[str, ...]] = {
    "articles": ("1", "j"),
    "quotes": ("2", "slash", *"no-fly", "enter"),
    "positions": ("3",),
    "facts": ("4", "j"),
    "people": ("6", "j"),
    "diff": ("4", "enter"),
}
"""Picture -> the keys that lead there."""


async def shoot(case: Case) -> None:
    """Press the keys of every picture on a fresh desk and save what it shows."""
    for name, keys in SHOWN.items():
        app = WorkbenchApp(case, Settings())
        async with app.run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press("minus" if key == "-" else key)
                await pilot.pause(0.5)
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
            (PICTURES / f"{name}.svg").write_text(spaced(app.export_screenshot()), encoding="utf-8")


def spaced(svg: str) -> str:
    """The picture with its blanks kept by every renderer, those that drop no-break spaces too."""
    return re.sub(
        r"<text([^>]*>)([^<]*)(?=</text>)",
        lambda m: f'<text xml:space="preserve"{m[1]}{m[2].replace("&#160;", " ")}',
        svg,
    )


def main() -> None:
    """Make the case and the pictures."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, Case.open(Path(place, "demo.db")) as case:
        os.chdir(data_folder("seeds").parent)
        case.add(["seeds"])
        case.analyse()
        asyncio.run(shoot(case))


if __name__ == "__main__":
    main()
