"""Keys one after the other: each goes where the one before has led, however fast they come.

Textual hands a key to what has the focus when it arrives, and the key before it may not have been acted on yet: of `/`
and a word that are typed in one go the letters would be taken for keys of the list. So a key waits until the one before
it has gone all its way: to its widget, up to the app, and into the focus or the screen that its action asks for.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.worker import Worker

Typed = Key | Paste

_AT_MOST = 0.5
"""Seconds that a key waits for a part that does not answer."""
_OPENS_WITHIN = 1.0
"""And for what is to open."""
_LOOK_EVERY = 0.005


class KeyQueue:
    """The keys of an app that wait for their turn."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.waiting: deque[Typed] = deque()
        self._task: asyncio.Task[None] | None = None
        self._next: Typed | None = None
        self._target: DOMNode = app
        self._screen: DOMNode = app
        self._leads_to: list[Worker[Any]] = []

    @property
    def busy(self) -> bool:
        """Whether a key is on its way."""
        return self._task is not None and not self._task.done()

    def wait_for(self, worker: Worker[Any]) -> None:
        """What a key has led to is there when this has ended."""
        self._leads_to.append(worker)

    def holds(self, event: Typed) -> bool:
        """Whether a key that has come must wait; it comes again when it is its turn."""
        if self.busy and event is not self._next:
            self.waiting.append(event)
            return True
        self._screen = self.app.screen
        self._target = self.app.focused or self._screen
        return False

    def sent(self) -> None:
        """A key that need not wait was sent on its way."""
        if not self.busy:
            self._task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        await self._arrived()
        while self.waiting:
            self._next = self.waiting.popleft()
            self.app.post_message(self._next)
            await self._turn(self.app)
            await self._arrived()
        self._next = None

    async def _arrived(self) -> None:
        """Until the key that was sent has had its effect."""
        for node in [*self._target.ancestors_with_self, self.app]:
            await self._turn(node)
        await self._opened()
        if self.app.is_running and self.app.screen is not self._screen:
            await self._turn(self.app.screen)
            await self._turn(self.app)

    async def _opened(self) -> None:
        """Until what the key asked for is there, if it comes soon."""
        end = time.monotonic() + _OPENS_WITHIN
        while self._leads_to and time.monotonic() < end:
            await asyncio.sleep(_LOOK_EVERY)
            self._leads_to = [worker for worker in self._leads_to if not worker.is_finished]
        self._leads_to = []

    async def _turn(self, node: DOMNode) -> None:
        """Until a node has done what it has been asked so far."""
        done = asyncio.Event()
        if node.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _AT_MOST)
