"""Long work in sight: what runs, how far it is, and how to stop it.

A job is written to by the thread that does it and looked at by the screen on a timer; there is nothing to lock, since
each field is replaced whole.
"""

from __future__ import annotations

from workbench.tui.plain import one_line

_FULL, _EMPTY = "▓", "░"


class Job:
    """One running job."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        self.progress: tuple[int, int | None, str] = (0, None, "")
        self.stopped = False

    def report(self, done: int, total: int | None, label: str) -> None:
        """A `Report` for the case."""
        self.progress = (done, total, label)

    def stop(self) -> bool:
        """A `Stop` for the case."""
        return self.stopped

    @property
    def done(self) -> int:
        """How many are done."""
        return self.progress[0]

    def line(self, width: int = 8) -> str:
        """`analysing 3/8 ▓▓▓░░░░░`."""
        done, total, _ = self.progress
        if self.stopped:
            return f"{self.verb}: stopping after this one"
        if not total:
            return f"{self.verb} {done or '…'}"
        return f"{self.verb} {done}/{total} {bar(done, total, width)}"

    def label(self) -> str:
        """What it is at."""
        return one_line(self.progress[2])


def bar(done: int, total: int, width: int) -> str:
    """A bar that is readable without colour."""
    full = min(width, done * width // total) if total else 0
    return _FULL * full + _EMPTY * (width - full)
