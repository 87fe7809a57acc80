"""Long work in sight: what runs, how far it is, how fast, and how to stop it.

A job is written to by the thread that does it and looked at by the screen on a timer; there is nothing to lock, since
each field is replaced whole.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from rich.cells import cell_len

from workbench.tui.sanitizing import one_line

_FULL, _EMPTY = "▓", "░"
_LATELY = 10.0
"""The seconds over which the rate is taken."""
_APART = 0.25
"""The seconds between two points that the rate is taken from."""
_ENOUGH = 2
"""How many must be done before a rate says anything."""


class Job:
    """One running job."""

    def __init__(self, verb: str, clock: Callable[[], float] = monotonic) -> None:
        self.verb = verb
        self.progress: tuple[int, int | None, str] = (0, None, "")
        self.stopped = False
        self._clock = clock
        self._began = clock()
        self._points: tuple[tuple[float, int], ...] = ()
        """When so many were done: the last one that is too old, and those since."""

    def report(self, done: int, total: int | None, label: str) -> None:
        """A `Report` for the case."""
        self.progress = (done, total, label)
        now = self._clock()
        points = self._points
        if not points or now - points[-1][0] >= _APART:
            old = sum(at < now - _LATELY for at, _ in points)
            self._points = (*points[max(0, old - 1) :], (now, done))

    def stop(self) -> bool:
        """A `Stop` for the case."""
        return self.stopped

    @property
    def done(self) -> int:
        """How many are done."""
        return self.progress[0]

    def ending(self, whole: bool) -> str:
        """`analysing ended after 0:12, 8 done`, or how far it came where it did not end by itself."""
        done, total, _ = self.progress
        after = clock_time(self._clock() - self._began)
        if whole and not self.stopped:
            return f"{self.verb} ended after {after}" + (f", {total:,} done" if total else "")
        how = "was stopped" if self.stopped else "broke off"
        return f"{self.verb} {how} after {after}" + (f", {done:,} of {total:,} done" if total else "")

    def line(self, room: int) -> str:
        """`analysing 3/8 ▓▓▓░░░░░ 3.1/s 0:02 left`; what there is no room for is left out, the pace first."""
        done, total, _ = self.progress
        if self.stopped:
            return f"{self.verb}: stopping after this one"
        if not total:
            return f"{self.verb} {done or '…'}"
        count, (rate, left) = f"{self.verb} {done}/{total}", self._pace()
        forms = [
            f"{count} {bar(done, total, 8)} {rate} {left}",
            f"{count} {bar(done, total, 6)} {left}",
            f"{count} {bar(done, total, 6)}",
            f"{count} {left}",
        ]
        return next((form.rstrip() for form in forms if cell_len(form.rstrip()) <= room), count)

    def pace(self) -> str:
        """`3.1/s  1:30 left`; "" while it is not known."""
        return "  ".join(part for part in self._pace() if part)

    def _pace(self) -> tuple[str, str]:
        done, total, _ = self.progress
        points = self._points
        if not total or done >= total or not points or done < _ENOUGH or points[-1][1] <= points[0][1]:
            return "", ""
        (then, had), (last, have) = points[0], points[-1]
        # The one under way counts as done, so that the rate falls only where it takes longer than those before.
        rate = min((have - had) / (last - then), (done + 1 - had) / max(self._clock() - then, _APART))
        return per_time(rate), f"{clock_time((total - done) / rate)} left"

    def label(self) -> str:
        """What it is at."""
        return one_line(self.progress[2])


def per_time(rate: float) -> str:
    """`31/s`, `3.1/s`, `12/min`, by how many a second."""
    if rate < 1:
        return f"{rate * 60:.0f}/min" if rate * 60 >= 10 else f"{rate * 60:.1f}/min"
    return f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"


def clock_time(seconds: float) -> str:
    """`0:05`, `1:30`, `2:01:30`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def bar(done: int, total: int, width: int) -> str:
    """A bar that is readable without colour."""
    full = min(width, done * width // total) if total else 0
    return _FULL * full + _EMPTY * (width - full)
