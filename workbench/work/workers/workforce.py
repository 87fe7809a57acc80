"""Whoever reads the articles of one analysis: this process, or workers where that pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Self

from workbench.config.analysis_settings import AnalysisSettings
from workbench.model import Stop, never
from workbench.work.workers.pool import WorkerPool
from workbench.work.workers.process import Setup
from workbench.work.workers.resources import usual_jobs
from workbench.work.workers.tasks import AnyTask, EncodeTask, Reader, Result, Task, Vectors, encode
from workbench.work.workforce_settings import WorkforceSettings

if TYPE_CHECKING:
    from workbench.nlp.clause_encoder import ClauseInSentence

PAYS_FROM = 60_000
"""From so many characters on, some thirteen articles, workers are sooner done, though each has to load the models."""
LOADED = 2.5
"""How many times more it has to be where this process has loaded them before."""
ENCODED = 64
"""So many clauses are made vectors in one task."""


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
        self.close()

    def close(self) -> None:
        """End the workers at once; what is asked for later, this process does."""
        if self._pool:
            self._pool.close()
        self._pool = None

    @property
    def pids(self) -> list[int]:
        """The numbers of the worker processes that there are."""
        return self._pool.pids if self._pool else []

    def do(
        self, tasks: Iterable[Task], stop: Stop, begun: Callable[[AnyTask], None]
    ) -> Iterator[tuple[AnyTask, Result]]:
        """What is found by each task, in their order, until it is to stop; `begun` is told when each is begun."""
        from workbench.nlp import pipeline

        waiting = iter(tasks)
        least = PAYS_FROM * (LOADED if pipeline.is_loaded() else 1)
        first = [] if self._pool or self._jobs == 1 else list(_as_many_as_are(least, waiting))
        if sum(task.size for task in first) >= least:
            self._pool = WorkerPool(self._jobs, self._setup, self._version)
        every = chain(first, waiting)
        if self._pool is None:
            yield from self._here.do_all(every, stop, begun)
            return
        yield from self._pool.do(every, self._here, stop, begun)
        if stop():
            self.close()

    def encode(self, clauses: Sequence[ClauseInSentence]) -> Vectors:
        """The vectors of clauses, made by workers where there are any; they are the same. It is the last they do."""
        if self._pool is None:
            return encode(clauses)
        order = sorted(range(len(clauses)), key=lambda number: clauses[number][0])  # a sentence is read once
        parts = [order[first : first + ENCODED] for first in range(0, len(order), ENCODED)]
        tasks = (EncodeTask([clauses[number] for number in part]) for part in parts)
        out: dict[int, bytes] = {}
        for part, (task, made) in zip(parts, self._pool.do(tasks, self._here, never, lambda _: None), strict=True):
            assert isinstance(task, EncodeTask)
            out |= zip(part, made if isinstance(made, list) else encode(task.clauses), strict=True)
        self.close()
        return [out[number] for number in range(len(clauses))]


def _as_many_as_are(size: float, tasks: Iterator[Task]) -> Iterator[Task]:
    while size > 0 and (task := next(tasks, None)):
        size -= task.size
        yield task
