"""Rubbish is collected while the analyst rests, and sooner only where there is too much of it."""

from __future__ import annotations

import gc
import weakref

import pytest

from workbench.tui import garbage_collection


@pytest.mark.parametrize(
    ("rested", "left", "done"),
    [
        (9.0, 0, False),
        (9.0, garbage_collection.ENOUGH, True),
        (0.0, garbage_collection.ENOUGH, False),
        (0.0, garbage_collection.TOO_MUCH, True),
    ],
)
def test_it_is_collected_in_a_rest_or_when_there_is_too_much(
    rested: float, left: int, done: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[bool] = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, left))
    monkeypatch.setattr(gc, "collect", lambda: collected.append(True))
    assert garbage_collection.collect(rested) is done
    assert bool(collected) is done


def test_what_was_left_is_gone_through_only_after_a_long_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, garbage_collection.TOO_MUCH))
    with garbage_collection.put_off():
        ring: list[object] = []
        ring.append(Held(ring))
        held = weakref.ref(ring[0])
        garbage_collection.collect(0.0)
        del ring
        garbage_collection.collect(garbage_collection.REST)
        assert held() is not None
        garbage_collection.collect(garbage_collection.LONG_REST)
        assert held() is None


class Held:
    """Something in a ring that only the collector can open."""

    def __init__(self, ring: list[object]) -> None:
        self.ring = ring


def test_python_looks_for_it_as_ever_once_the_desk_is_closed() -> None:
    before = gc.get_threshold()
    with garbage_collection.put_off():
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold()[2] > 1_000_000
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
