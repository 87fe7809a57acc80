"""How the desk asks the case and changes it: in a thread, and shown when it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from workbench.errors import Unwanted, WorkbenchError
from workbench.tui.case_threads import Lane, painted
from workbench.tui.evidence import EvidenceCache
from workbench.tui.ports import Host, Notifier

if TYPE_CHECKING:
    from workbench.work import Case

T = TypeVar("T")

READ_ONLY = "This case is read-only: nothing was changed. Open a copy to work on it."


class Runner(Protocol):
    """Calls in a thread and goes on with the result."""

    def __call__(self, group: str, call: Callable[[], T], then: Callable[[T], None], *, lane: Lane = "read",
                 delay: float = 0.0, opens: bool = False, first: bool = False) -> None:  # fmt: skip
        """As `CaseGateway.ask`."""


class ScreenRunner:
    """Runs calls for a screen as long as the screen is there."""

    def __init__(self, screen: Screen[Any], host: Host) -> None:
        self._screen = screen
        self._host = host

    def __call__(self, group: str, call: Callable[[], T], then: Callable[[T], None], *, lane: Lane = "read",
                 delay: float = 0.0, opens: bool = False, first: bool = False) -> None:  # fmt: skip
        """Start a worker of the screen."""
        work: Any = partial(self.run, call, then, lane, delay, first)  # a coroutine that is replaced at once would warn
        worker = self._screen.run_worker(work, group=group, exclusive=lane == "read", exit_on_error=False)
        if opens:
            self._host.key_queue.wait_for(worker)

    async def run(self, call: Callable[[], T], then: Callable[[T], None], lane: Lane, delay: float = 0.0,
                  first: bool = False) -> None:  # fmt: skip
        """The work itself; what goes wrong is said, and the screen stays open."""
        try:
            if not first:
                await (asyncio.sleep(delay) if delay else painted(self._screen))
            result = await self._host.threads.run(lane, call)
            if self._screen.is_attached:
                then(result)
        except Unwanted:
            pass
        except WorkbenchError as error:
            self._host.say_error(error)
        except Exception as error:  # whatever it is, the desk stays open and says so
            self._host.crashed(error)


class CaseGateway:
    """The case as the features of the desk see it."""

    def __init__(self, case: Case, run: Runner, notifier: Notifier, refresh: Callable[[Callable[[], None]], None]):
        """`refresh` shows what the case has after a change, then calls what it is given."""
        self.case = case
        self.evidence = EvidenceCache(case)
        self._run = run
        self._notifier = notifier
        self._refresh = refresh

    def ask(self, group: str, call: Callable[[], T], then: Callable[[T], None], *, lane: Lane = "read",
            delay: float = 0.0, opens: bool = False, first: bool = False) -> None:  # fmt: skip
        """Call in a thread, then go on here with the result; a later question of the same group replaces this one.

        Where the result `opens` a dialog or a screen, keys that are typed meanwhile are for that. `first`: before
        anything is painted, as the result is to be in the first frame.
        """
        self._run(group, call, then, lane=lane, delay=delay, opens=opens, first=first)

    def change(
        self, call: Callable[[], T], said: str | Callable[[T], str] = "", then: Callable[[T], None] = lambda _: None
    ) -> None:
        """Change the case, say so, show it everywhere, then go on; `said` may be made of what the call gives."""
        if not self.writable():
            return

        def done(result: T) -> None:
            if text := said(result) if callable(said) else said:
                self._notifier.say(text)
            self.show_change(lambda: then(result))

        self.ask("change", call, done, lane="write")

    def show_change(self, then: Callable[[], None] = lambda: None) -> None:
        """Something changed: show it everywhere."""
        self.evidence.clear()
        self._refresh(then)

    def writable(self) -> bool:
        """Whether the case can be changed; if not, that is said."""
        if self.case.read_only:
            self._notifier.say(READ_ONLY, "warning")
        return not self.case.read_only
