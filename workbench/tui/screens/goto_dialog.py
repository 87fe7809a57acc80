"""The dialog that goes to anything: a line, and beneath it what is meant, nearest first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from workbench.tui.case_threads import painted
from workbench.tui.goto_targets import Finder, Target
from workbench.tui.ports import host_of
from workbench.tui.sanitizing import plain
from workbench.tui.screens.dialogs import Dialog
from workbench.tui.widgets.columns import fit, marked
from workbench.tui.widgets.line_list import LineList
from workbench.tui.wording import Piece

_KIND = 9
_STEPS = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": 8, "pageup": -8}
_TYPING = 0.04


class TargetList(LineList):
    """What is meant."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="targets")
        self.found: Sequence[Target] = ()
        self.typed = ""

    def show(self, found: Sequence[Target], typed: str) -> None:
        """Other targets."""
        self.found, self.typed = found, typed
        self.count = len(found)
        self.cursor = 0
        self.refresh()

    def role_of(self, index: int) -> str:
        """The line that Enter takes, lit although the typing goes elsewhere."""
        return "cursor" if index == self.cursor else ""

    def pieces(self, index: int, width: int) -> list[Piece]:
        """Kind, name with the typed letters marked, and how often or which key."""
        target = self.found[index]
        detail: Piece = (target.detail, "accent" if target.kind == "action" else "quiet")
        room = width - _KIND - len(target.detail) - 2
        name = fit(marked(target.label, self.typed.lstrip(">@#")), room)
        return [*fit([(target.kind, "quiet")], _KIND), *name, (" ", ""), detail]

    def empty_lines(self) -> list[list[Piece]]:
        """Nothing is called so."""
        return [[("Nothing here is called that.", "quiet")]]


class GoTo(Dialog[Target]):
    """Asks where to go."""

    hint = "⏎ go   ↑↓ choose   esc stay      > actions   @ speakers   # tags"

    def __init__(self, actions: Sequence[Target], load: Callable[[], Sequence[Target]] | None, typed: str = "") -> None:
        """`load` gives what the case has, in a thread."""
        super().__init__("Go to")
        self.finder = Finder(actions)
        self.load = load
        self.typed = typed

    def body(self) -> ComposeResult:
        """The line and the list."""
        yield Input(self.typed, placeholder="an article, outlet, speaker, country, issue, fact, tag, search or action",
                    id="wanted")  # fmt: skip
        yield TargetList()

    def on_mount(self) -> None:
        """The actions at once, the names of the case as soon as they are here."""
        self._look()
        if self.load is not None:
            self.run_worker(self._load(self.load), exit_on_error=False)

    def on_unmount(self) -> None:
        """The names of a large case do not wait for the next look for rubbish."""
        self.finder = Finder(())

    async def _load(self, load: Callable[[], Sequence[Target]]) -> None:
        await painted(self)
        names = await host_of(self).threads.run("read", load)
        self.finder = await host_of(self).threads.run("read", lambda: Finder([*names, *self.finder.targets]))
        self._look()

    def _look(self) -> None:
        typed = self.query_one(Input).value
        work: Any = partial(self._found, typed)
        self.run_worker(work, group="find", exclusive=True, exit_on_error=False)

    async def _found(self, typed: str) -> None:
        await asyncio.sleep(_TYPING)
        finder = self.finder
        found = await host_of(self).threads.run("read", lambda: finder.find(typed))
        self.query_one(TargetList).show(found, typed)
        more = f"{len(found):,}" if found else "nothing"
        self.query_one(".dialog-title", Static).update(plain(f"Go to   {more}"))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._look()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        self.action_save()

    def on_key(self, event: events.Key) -> None:
        """The list moves while the line keeps the cursor."""
        if event.key in _STEPS:
            self.query_one(TargetList).cursor += _STEPS[event.key]
            event.stop()

    def action_save(self) -> None:
        """Go."""
        lines, typed = self.query_one(TargetList), self.query_one(Input).value
        if lines.typed != typed:  # Enter came sooner than what it is for
            lines.show(self.finder.find(typed), typed)
        if lines.cursor < len(lines.found):
            self.dismiss(lines.found[lines.cursor])
