"""Reads that end early: because nobody waits for them any more, because they take too long, or for `^C`.

SQLite asks between its steps whether to go on, so whatever a statement does, it ends soon after.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from workbench.errors import TakesTooLong, Unwanted
from workbench.store.database import Database

T = TypeVar("T")

LONGEST = 20.0
"""Seconds that one query may take."""
_STEPS = 5_000
"""Of SQLite's virtual machine, between two questions: some tenths of a millisecond."""


class _Limits(threading.local):
    """What the reads of this thread are bound by."""

    wanted: Callable[[], bool] | None = None
    end: float | None = None


_limits = _Limits()


def while_wanted(wanted: Callable[[], bool], call: Callable[[], T]) -> T:
    """What a call gives; its reads stop, with `Unwanted`, once they are not wanted any more. For this thread alone."""
    before, _limits.wanted = _limits.wanted, wanted
    try:
        return call()
    finally:
        _limits.wanted = before


@contextmanager
def time_limit(seconds: float = LONGEST) -> Iterator[None]:
    """The reads inside end, with `TakesTooLong`, after so many seconds."""
    before, _limits.end = _limits.end, time.monotonic() + seconds
    try:
        yield
    finally:
        _limits.end = before


@contextmanager
def stoppable(db: Database) -> Iterator[None]:
    """Reads that end by the limits of this thread, or by `^C`."""
    stopped: list[BaseException] = []

    def ask() -> bool:
        try:
            if _limits.wanted is not None and not _limits.wanted():
                stopped.append(Unwanted("Something newer was asked for."))
            elif _limits.end is not None and time.monotonic() > _limits.end:
                stopped.append(TakesTooLong("The search took too long and was stopped.", _ADVICE))
        except KeyboardInterrupt as pressed:  # SQLite's driver would swallow it
            stopped.append(pressed)
        return bool(stopped)

    db.conn.set_progress_handler(ask, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise (stopped[0] if stopped else KeyboardInterrupt) from error
    finally:
        db.conn.set_progress_handler(None, 0)


_ADVICE = "Use fewer or rarer words, or add a field such as date: or outlet:."
