"""When Python looks for rubbish among all objects: while the analyst reads, not while a key waits for its paint.

Going through the objects of a large case takes a fifth of a second, and Python does it whenever enough has been made.
On the desk it is put off until no key has come for a moment; what is short-lived is still collected at once. What a
collection leaves is not gone through again until the analyst has rested for long: most of it stays, and a key that
comes just then would wait for all of it. While the desk starts nothing is collected: what is made then stays.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 1.0
"""Seconds from one look at whether it is time to the next."""
REST = 0.5
"""So many seconds after a key the analyst is taken to be reading."""
LONG_REST = 20.0
"""And after so many, what earlier collections have left is gone through too."""
ENOUGH, TOO_MUCH = 20, 100
"""So many collections of what is younger are worth one of all; and are not waited with any longer."""
_NEVER = 1 << 30


@contextmanager
def put_off() -> Iterator[None]:
    """While this lasts, only `collect` goes through what is old, and before it is first called nothing does."""
    young, middle, old = gc.get_threshold()
    gc.disable()
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, old)
        gc.unfreeze()
        gc.enable()


def collect(rested: float) -> bool:
    """Collect if it is time: there is enough and the last key is so many seconds ago, or too much. Whether it was."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    left = gc.get_count()[2]
    if left < ENOUGH or (rested < REST and left < TOO_MUCH):
        return False
    if rested >= LONG_REST:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    return True
