"""The app around the desk: themes, keys, palette, toasts, and what happens when something of ours goes wrong."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.events import Event, InputEvent, Key, Paste
from textual.screen import ModalScreen, Screen

from workbench.config import Settings
from workbench.errors import CaseReadOnly, WorkbenchError
from workbench.tui import garbage_collection
from workbench.tui.bindings import bindings, keys_of
from workbench.tui.case_threads import CaseThreads
from workbench.tui.clipboard import SystemClipboard
from workbench.tui.desk import Desk
from workbench.tui.desk_memory import DeskMemory, Layout
from workbench.tui.file_access import Anywhere, Files, Within
from workbench.tui.key_queue import KeyQueue
from workbench.tui.message_log import MessageLog
from workbench.tui.ports import Severity
from workbench.tui.sanitizing import clean, one_line
from workbench.tui.themed_app import Themed
from workbench.tui.wording import count

if TYPE_CHECKING:
    from workbench.tui.goto_targets import CaseNames
    from workbench.work import Case

_CRASHES_AT_MOST = 5


class WorkbenchApp(Themed):
    """One case on the desk."""

    TITLE = "Workbench"
    CSS_PATH = "desk.tcss"
    BINDINGS = bindings("app")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, case: Case, settings: Settings, *, analyse: bool = True, problem: str = "",
                 newcomer: bool = False, memory: DeskMemory | None = None,
                 served: Path | None = None) -> None:  # fmt: skip
        """`served`: in a browser, the folder whose files the desk may touch; it runs no programs then."""
        super().__init__(settings)
        self.served = served is not None
        self.files: Files = Anywhere() if served is None else Within(served)
        self.case = case
        self.analyse_at_start = analyse
        self.problem = problem
        self.memory = memory or DeskMemory()
        self.newcomer = newcomer
        self.crashes: list[BaseException] = []
        self.messages = MessageLog()
        self.key_queue = KeyQueue(self)
        self.threads = CaseThreads()
        self.names: CaseNames | None = None
        self.system_clipboard = SystemClipboard()
        self._broken: Screen[Any] | None = None
        self._last_input = time.monotonic()

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys that the settings give to ids."""
        return self.settings.keys

    def on_mount(self) -> None:
        """Settings first, then the desk."""
        if not self.settings.animations and "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"
        self.set_keymap(self.keymap)
        self.theme = self.settings.theme
        self.set_interval(garbage_collection.EVERY, self.tidy)
        desk = Desk(self.case, self)
        self.push_screen(desk)
        for line in self.problem.splitlines():
            self.say(line, "warning")
        if self.newcomer:
            key = keys_of("app.tour", self.keymap)[0]
            self.notify(f"New here? {key} shows you round in six steps.", markup=False, timeout=12)
        if self.memory.drafts:
            kept = count(len(self.memory.drafts), "note")
            self.say(f"{kept} begun and not saved: {keys_of('desk.note', self.keymap)[0]} on the same row goes on.")
        if self.analyse_at_start:
            desk.when_complete = lambda: desk.features.later.article_jobs.analyse_owed()

    def post_display_hook(self) -> None:
        """Where there is no terminal, nothing is painted."""
        if self.is_headless:
            self._complete_desk()

    def _end_update(self) -> None:
        """A frame was painted."""
        super()._end_update()
        self._complete_desk()

    def _complete_desk(self) -> None:
        """After the first frame with rows the desk gets ready for keys."""
        for screen in self.screen_stack:
            if isinstance(screen, Desk) and screen.has_rows and not screen.complete:
                self.call_later(screen.make_complete)

    def on_unmount(self) -> None:
        """No thread begins anything more."""
        self.threads.close()

    def tidy(self) -> None:
        """What can be put off until no key waits for its paint."""
        rested = time.monotonic() - self._last_input
        garbage_collection.collect(rested)
        if rested >= garbage_collection.REST:
            self.remember()

    def remember(self) -> None:
        """Write down how the desk is arranged, and what was begun."""
        try:
            self.memory.save()
        except OSError as error:
            self.say(f"How this desk is arranged cannot be kept in {self.memory.path}: {error.strerror}", "warning")

    # Saying

    def say(self, text: str, severity: Severity = "information") -> None:
        """A toast, kept among the messages; never markup."""
        text = one_line(text)
        self.messages.add(text, severity)
        self.notify(text, severity=severity, markup=False, timeout=4 if severity == "information" else 8)

    def say_error(self, error: WorkbenchError) -> None:
        """What is so, and what to do."""
        title = "Read-only" if isinstance(error, CaseReadOnly) else ""
        text = one_line(f"{error.message} {error.hint}")
        self.messages.add(text, "error")
        self.notify(text, title=title, severity="error", markup=False, timeout=10)

    def copy(self, text: str, what: str) -> None:
        """To the clipboard: through the terminal, and through a program of the system where there is one."""
        text = clean(text)
        self.copy_to_clipboard(text)
        work: Any = partial(self._copied, text, what)
        self.run_worker(work, group="clipboard", exit_on_error=False)

    async def _copied(self, text: str, what: str) -> None:
        by = "" if self.served else await self.system_clipboard.put(text)
        here = "browser" if self.served else "terminal"
        self.say(f"Copied {what} · {by or f'through your {here}'}")

    def hand_over(self, path: Path) -> None:
        """Give a file that was written to whoever asked for it: in a browser, as a download."""
        if self.is_web:
            self.deliver_binary(path)

    # When something of ours goes wrong

    def crashed(self, error: BaseException) -> None:
        """Say so, keep the trace, and go on; what comes while that is being read is kept without a word."""
        from workbench.tui.screens.crash_dialog import CrashDialog, save_trace

        self.crashes.append(error)
        path = save_trace(error)
        self.messages.add(f"{type(error).__name__}: {one_line(str(error))}; the trace: {path}", "error")
        if not any(isinstance(screen, CrashDialog) for screen in self.screen_stack):
            self.push_screen(CrashDialog(error, path), self._after_crash)

    def _after_crash(self, go_on: bool | None) -> None:
        if not go_on:
            self.exit()

    async def on_event(self, event: Event) -> None:
        """Keys and their actions are handled here: a mistake in one must not end the program."""
        if isinstance(event, InputEvent):
            self._last_input = time.monotonic()
        typed = event if isinstance(event, Key | Paste) and not event.is_forwarded else None
        if typed and self.key_queue.holds(typed):
            return
        try:
            await super().on_event(event)
        except Exception as error:  # whatever an action raises
            self.crashed(error)
        if typed:
            self.key_queue.sent()

    def _handle_exception(self, error: Exception) -> None:
        """What cannot be painted: a fresh desk with a dialog over it, instead of the end. Too many do end it."""
        if len(self.crashes) >= _CRASHES_AT_MOST or not self.is_running:
            super()._handle_exception(error)
            return
        if not any(screen is self._broken for screen in self.screen_stack):
            self._broken = self.screen
            self.call_later(self._renew, error)

    async def _renew(self, error: Exception) -> None:
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        self.memory.layout = Layout(searches=self.memory.layout.searches)  # what broke it may be how it was arranged
        await self.switch_screen(Desk(self.case, self))
        self.crashed(error)

    # Actions

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action; the desk hears of those that were done on it."""
        desk = self.screen if isinstance(self.screen, Desk) else None
        if desk:
            desk.make_complete()
        done = await super().run_action(action, default_namespace, namespaces)
        if done and desk and desk.features.tour.on:
            used: Any = getattr(default_namespace or self, "BINDINGS", ())
            desk.features.tour.heard(next((each.id for each in used if each.action == action), ""))
        return done

    def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        if not isinstance(self.screen, Desk):
            self.say("The tour is on the desk: go back to it first.")
        elif self.screen.features.tour.on:
            self.screen.features.tour.end()
        else:
            self.screen.features.tour.start()

    def action_skip(self) -> None:
        """The next step of the tour."""
        self.desk.features.tour.next()

    def action_help(self) -> None:
        """Every key, those of where one is first."""
        app_dialogs().show_help(self)

    def action_messages(self) -> None:
        """What was said in this session."""
        app_dialogs().show_messages(self)

    def action_themes(self) -> None:
        """Choose among all themes."""
        app_dialogs().choose_theme(self)

    @property
    def desk(self) -> Desk:
        """The desk, whatever is over it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, Desk))

    def action_leave(self) -> None:
        """Quit; ask only if that would cut a job short."""
        if self.desk.features.jobs.running:
            app_dialogs().confirm_leaving(self)
        else:
            self.exit()

    def action_suspend(self) -> None:
        """Back to the shell, where there is one."""
        driver = self._driver
        if self.is_web:
            self.say(f"In the browser there is no shell to go back to. {self._leaving()}.")
        elif driver is None or not driver.can_suspend:
            self.say(f"This terminal has no shell to go back to. {self._leaving()}.")
        else:
            self.action_suspend_process()

    def action_how_to_quit(self) -> None:
        """Whoever presses ^c out of habit hears how to leave, and how to stop a job."""
        stop = f" {keys_of('desk.cancel', self.keymap)[0]} stops the job." if self.desk.features.jobs.running else ""
        self.say(f"{self._leaving()}. Everything is saved already.{stop}")

    def _leaving(self) -> str:
        quits = keys_of("app.quit", self.keymap)
        return f"To quit, press {quits[0]}" + (f", or {quits[-1]} in a dialog" if len(quits) > 1 else "")

    def action_goto(self, typed: str = "") -> None:
        """Ask where to go, and go there; not out of a dialog."""
        if not isinstance(self.screen, ModalScreen):
            app_dialogs().go_to(self, typed)


def app_dialogs() -> ModuleType:
    """The module of the dialogs, which the desk starts without."""
    from workbench.tui import app_dialogs

    return app_dialogs
