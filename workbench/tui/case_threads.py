"""How the screen talks to the case: never on the screen's own thread.

Reads run side by side; writes run one after the other, in the order of the keys that asked for them; jobs have
threads of their own. Each thread has its own connection, which is the case's affair.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from textual.screen import Screen

T = TypeVar("T")

Lane = Literal["read", "write", "job"]
_PAINTED_WITHIN = 0.05


class CaseThreads:
    """Three lanes of threads: one set for the desk and all that lies over it, so that there are never more."""

    def __init__(self) -> None:
        sizes: dict[Lane, int] = {"read": 4, "write": 1, "job": 4}
        self._lanes = {lane: ThreadPoolExecutor(size, f"desk-{lane}") for lane, size in sizes.items()}

    async def run(self, lane: Lane, call: Callable[[], T]) -> T:
        """The result of a call, without holding up the screen; what it raises is raised here.

        A read that nobody waits for any more ends in its thread too, so that the next one finds a thread free.
        """
        from workbench.store.interruption import while_wanted  # the store brings much that the first paint needs not

        dropped = Event()
        asked = partial(while_wanted, lambda: not dropped.is_set(), call) if lane == "read" else call
        try:
            return await asyncio.get_running_loop().run_in_executor(self._lanes[lane], asked)
        except asyncio.CancelledError:
            dropped.set()
            raise

    def close(self) -> None:
        """Let what has begun end, and begin nothing more."""
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)


async def painted(screen: Screen[Any]) -> None:
    """Wait until what a key has changed is on the screen: a thread that begins sooner holds the painting up."""
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    with suppress(TimeoutError):  # a screen that lies under another is not refreshed
        await asyncio.wait_for(done.wait(), _PAINTED_WITHIN)


class LazyValue(Generic[T]):
    """A value that several threads want, worked out by the first of them."""

    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self._lock = Lock()
        self._found: list[T] = []

    def get(self) -> T:
        """The value; what the call raises is raised to each who asks."""
        with self._lock:
            if not self._found:
                self._found.append(self._call())
            return self._found[0]
