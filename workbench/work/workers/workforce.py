"""Whoever reads the articles of one analysis: this process, or workers where that pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Self

from workbench.config.analysis_settings import AnalysisSettings
from workbench.model import Stop
from workbench.work.workers.pool import WorkerPool
from workbench.work.workers.process import Setup
from workbench.work.workers.resources import usual_jobs
from workbench.work.workers.tasks import Reader, Result, Task

PAYS_FROM = 60_000
"""From so many characters on, some thirteen articles, workers are sooner done, though each has to load the models."""


@dataclass(frozen=True, slots=True)
class WorkforceSettings:
    """How many processes read articles, and how much they give way to other programs."""

    jobs: int = 0
    """0: as many as there are cores."""
    niceness: int = 0


class Workforce:
    """Does tasks; it has to be closed."""

    def __init__(self, settings: WorkforceSettings, analysis: AnalysisSettings, version: str) -> None:
        """`version`: what this process analyses by."""
        self._jobs = settings.jobs or usual_jobs()
        self._setup = Setup(analysis, settings.niceness)
        self._version = version
        self._here = Reader()
        self._pool: WorkerPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.close()

    @property
    def pids(self) -> list[int]:
        """The numbers of the worker processes that there are."""
        return self._pool.pids if self._pool else []

    def do(self, tasks: Iterable[Task], stop: Stop, begun: Callable[[Task], None]) -> Iterator[tuple[Task, Result]]:
        """What is found by each task, in their order, until it is to stop; `begun` is told when each is begun."""
        waiting = iter(tasks)
        first = [] if self._pool or self._jobs == 1 else list(_as_many_as_pay(waiting))
        if sum(len(task.article.text) for task in first) >= PAYS_FROM:
            self._pool = WorkerPool(self._jobs, self._setup, self._version)
        every = chain(first, waiting)
        return self._pool.do(every, self._here, stop, begun) if self._pool else self._here.do_all(every, stop, begun)


def _as_many_as_pay(tasks: Iterator[Task]) -> Iterator[Task]:
    length = 0
    while length < PAYS_FROM and (task := next(tasks, None)):
        length += len(task.article.text)
        yield task
