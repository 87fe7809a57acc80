"""Jobs: what takes its time runs beside the desk, is seen, and can be stopped; what others change is shown."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.screen import Screen

from workbench.tui.case_gateway import CaseGateway, ScreenRunner
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.job import Job
from workbench.tui.ports import Actions, Notifier

TICK = 0.2
WATCH = 2.0
_FRESH = 1.5
_BESIDE = 12
"""The cells of the line of status that a job leaves to the rest of it."""
_SIDE = 24
"""The cells that an entry of the sources has for a job."""


class Jobs:
    """What runs."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, view: DeskView, state: StateStore,
                 screen: Screen[Any], run: ScreenRunner, show_status: Callable[[], None]) -> None:  # fmt: skip
        """`screen` lends its workers; `show_status` shows the line that says what is busy."""
        self.running: list[Job] = []
        self._gateway = gateway
        self._notifier = notifier
        self._view = view
        self._state = state
        self._screen = screen
        self._run = run
        self._show_status = show_status
        self._last_done = -1
        self._last_look = 0.0
        self._case_state: int | None = None

    def actions(self) -> Actions:
        """Stop."""
        return {"cancel": self.cancel}

    def busy(self) -> list[str]:
        """How far the first job is, and how many there are."""
        number = [f"{len(self.running)} jobs"] if len(self.running) > 1 else []
        return [*number, *(job.line(self._view.size.width // 2 - _BESIDE) for job in self.running[:1])]

    def runs(self, verb: str) -> bool:
        """Whether a job of that name runs."""
        return any(job.verb == verb for job in self.running)

    def start(self, job: Job, call: Callable[[], object], then: Callable[[object], None]) -> None:
        """Run a job in a thread of its own."""
        self.running.append(job)
        self.show()
        messages = self._notifier.messages
        messages.add(f"{job.verb} began")

        def finally_gone() -> object:
            whole = False
            try:
                result = call()
                whole = True
                return result
            finally:
                messages.add(job.ending(whole))
                job.stopped = True

        def done(result: object) -> None:
            self._drop(job)
            then(result)

        async def work() -> None:
            try:
                await self._run.run(finally_gone, done, "job")
            finally:
                self._drop(job)

        worker: Any = work
        self._screen.run_worker(worker, group="jobs", exit_on_error=False)

    def _drop(self, job: Job) -> None:
        if job in self.running:
            self.running.remove(job)
            if self._screen.is_attached:
                self.show()

    def show(self) -> None:
        """In the line of status, and in the sources with what waits."""
        self._show_status()
        around = self._state.now.surroundings
        idle = [f"{part}  R" for part in around.owed.parts] if around else []
        lines = [line for job in self.running for line in (job.line(_SIDE), job.pace()) if line]
        self._view.sources.show(jobs=lines or idle)
        self._view.line("status").set_class(bool(self.running), "-busy")

    def tick(self) -> None:
        """Now and then: how far the jobs are, and what they have found."""
        if not self.running:
            return
        self.show()
        done = sum(job.done for job in self.running)
        if done != self._last_done and monotonic() - self._last_look > _FRESH:
            self._last_done, self._last_look = done, monotonic()
            self._gateway.show_change()

    def cancel(self) -> None:
        """Stop what runs, after the article it is at."""
        if not self.running:
            self._notifier.say("Nothing is running.")
        self.stop_all()
        self.show()

    def stop_all(self) -> None:
        """Nobody waits for the jobs any more."""
        for job in self.running:
            job.stopped = True

    def watch(self) -> None:
        """Another program may have changed the case."""
        if not self.running and self._view.in_front:
            self._gateway.ask("watch", self._gateway.case.state, self._state_is)

    def _state_is(self, state: int) -> None:
        changed = self._case_state is not None and state != self._case_state
        self._case_state = state
        if changed:
            self._gateway.show_change()
