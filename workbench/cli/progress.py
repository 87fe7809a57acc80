"""Progress and interruption of long jobs.

A bar appears on stderr only when a job takes longer than a second and somebody looks at it. The first Ctrl-C asks the
job to stop where everything done is kept; the second stops it hard.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

from workbench.cli.exit_codes import say
from workbench.export.sanitizing import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0


class Bar:
    """A `Report` that shows itself after a second."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int | None, label: str) -> None:
        if self._progress is None and sys.stderr.isatty() and time.monotonic() - self._began >= PATIENCE:
            self._progress = _progress()
            self._task = self._progress.add_task(self._what, total=total, label="")
            self._progress.start()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total, label=one_line(label))

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        _rate_column(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[label]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
        console=Console(stderr=True, markup=False, emoji=False, highlight=False),
        transient=True,
    )


def _rate_column() -> Any:
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Rate()


class Interruption:
    """A `Stop` that Ctrl-C sets."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked

    def ask(self, signum: int, frame: FrameType | None) -> None:
        """Ask the job to stop; ask twice and it stops hard."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say("Stopping; what is done is kept. Ctrl-C again stops at once.")


@contextmanager
def job(what: str) -> Iterator[tuple[Bar, Interruption]]:
    """A bar and an interruption for the time of one job."""
    bar, stop = Bar(what), Interruption()
    before = signal.signal(signal.SIGINT, stop.ask)
    try:
        yield bar, stop
    finally:
        signal.signal(signal.SIGINT, before)
        bar.close()
