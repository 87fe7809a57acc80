"""What holds for every test: how long something takes decides nothing, and Python looks for garbage between tests.

What stays (the libraries, the language model) is a million objects: to go through all of them whenever a test has made
enough takes a third of the time of the tests of the desk.
"""

from __future__ import annotations

import gc
from itertools import count

from hypothesis import HealthCheck, settings

settings.register_profile("workbench", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("workbench")

_YOUNG, _MIDDLE, _NEVER = 10_000, 10, 1 << 30
_EVERY = 10
"""So many tests from one look for garbage to the next."""
_ALL_EVERY = 100
"""And to one among what outlived earlier looks, whose files stay open meanwhile."""
_tests = count(1)


def _collect(everything: bool = True) -> None:
    if everything:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def pytest_collection_finish() -> None:
    _collect()
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)


def pytest_runtest_logfinish() -> None:
    number = next(_tests)
    if number % _EVERY == 0:
        _collect(everything=number % _ALL_EVERY == 0)
