"""A desk on the fake case, and the one way to wait for it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.css.stylesheet import Stylesheet

from tests.tui.fake import FakeCase
from workbench.config import Settings
from workbench.config.data_folders import data_folder
from workbench.tui.app import WorkbenchApp
from workbench.tui.desk import Desk
from workbench.tui.desk_memory import DeskMemory
from workbench.work import Case


@dataclass
class Hands:
    """An analyst at the desk."""

    app: WorkbenchApp
    pilot: Any
    case: Any

    @property
    def desk(self) -> Desk:
        """The desk, whatever is over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Desk))

    @property
    def busy(self) -> bool:
        """Whether a key is on its way, or something that one has led to."""
        return self.app.key_queue.busy or any(not worker.is_finished for worker in self.app.workers)

    async def settle(self) -> None:
        """Wait until nothing more happens by itself."""
        quiet = 0
        while quiet < 2:
            await self.pilot.pause()
            await nothing_left()
            quiet = 0 if self.busy else quiet + 1
            await asyncio.sleep(0.002 if self.busy else 0)

    async def press(self, *keys: str) -> None:
        """Press keys, each after the last has had its effect."""
        for key in keys:
            await self.app._press_keys([key])
            await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size: Textual takes it up by a timer, a moment later."""
        await self.pilot.resize_terminal(width, height)
        while self.app.screen.size != (width, height):
            await asyncio.sleep(0.002)
        await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what a timer of Textual's brings about; a test that waits in vain is ended."""
        async with asyncio.timeout(30):
            while not holds():
                await asyncio.sleep(0.005)

    async def burst(self, *keys: str) -> None:
        """Keys that come all at once, as a terminal sends what was typed while it waited."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def write(self, text: str) -> None:
        """Put a text where the cursor is, all at once (typing it takes a test long)."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    @property
    def said(self) -> str:
        """The toasts so far."""
        return "\n".join(note.message for note in self.app._notifications)

    def screen_text(self) -> str:
        """What the terminal shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


Open = Callable[..., AbstractAsyncContextManager[Hands]]


async def nothing_left(*_: float) -> None:
    """Wait until the loop has nothing that it could do now."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Traces and exports of a test stay in its own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("SSH_TTY", "a test")  # so that no test changes the clipboard of who runs it
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr("textual.app.wait_for_idle", nothing_left)  # Textual's own sleeps until the process rests
    monkeypatch.setattr("textual.pilot.wait_for_idle", nothing_left)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_parsed_once() -> Iterator[None]:
    """A desk has the style sheets of the desk before."""
    parsed: dict[Any, Any] = {}
    parse = Stylesheet._parse_rules

    def parse_once(sheet: Stylesheet, *given: Any, **named: Any) -> Any:
        key = (*given, *named.items(), *sorted(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, *given, **named)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration case, analysed once."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Case.open(path) as case:
        case.add([str(data_folder("seeds"))])
        case.analyse()
    return path


@pytest.fixture
def demo_case(demo: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of it."""
    with Case.open(Path(shutil.copy(demo, tmp_path))) as opened:
        yield opened


@pytest.fixture
def open_desk() -> Open:
    """Opens a desk; crashes fail the test unless it expects them."""

    @asynccontextmanager
    async def opened(
        case: FakeCase | Case | None = None,
        size: tuple[int, int] = (120, 40),
        *,
        settings: Settings | None = None,
        analyse: bool = False,
        settle: bool = True,
        crashes: int = 0,
        memory: DeskMemory | None = None,
        served: Path | None = None,
    ) -> AsyncIterator[Hands]:
        case = case or FakeCase()
        app = WorkbenchApp(case, settings or Settings(), analyse=analyse, memory=memory, served=served)
        async with app.run_test(size=size, notifications=True) as pilot:
            hands = Hands(app, pilot, case)
            if settle:
                await hands.settle()
            yield hands
            if isinstance(case, FakeCase):
                case.gate.set()
        assert len(app.crashes) == crashes, app.crashes

    return opened
