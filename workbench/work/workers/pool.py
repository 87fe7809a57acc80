"""Worker processes that do tasks; one that dies is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from queue import Empty, SimpleQueue

from workbench.model import Stop
from workbench.work.workers.process import Done, Ready, Setup
from workbench.work.workers.schedule import Schedule
from workbench.work.workers.tasks import AnyTask, Reader, Result
from workbench.work.workers.worker import Message, Worker

LISTEN_SECONDS = 0.1
"""So often is asked whether to stop."""
FAILED_STARTS = 3
"""After so many workers that did not even start, no more are started."""


class WorkerPool:
    """Processes that do tasks as long as the pool is open."""

    def __init__(self, count: int, setup: Setup, version: str) -> None:
        """`version`: what they must analyse by."""
        self._setup = setup
        self._version = version
        self._inbox: SimpleQueue[Message] = SimpleQueue()
        self._schedule = Schedule(count)
        self._failed = 0
        self._workers: list[Worker] = []
        try:
            for _ in range(count):
                self._start()
        except BaseException:
            self.close()
            raise

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes."""
        return [worker.pid for worker in self._workers]

    def close(self) -> None:
        """End all processes at once."""
        while self._workers:
            self._workers.pop().end()

    def do(
        self, tasks: Iterable[AnyTask], here: Reader, stop: Stop, begun: Callable[[AnyTask], None]
    ) -> Iterator[tuple[AnyTask, Result]]:
        """What is found by each task, in their order; `begun` is told of each task when a worker gets it.

        Where no worker can be started, `here` does it. Once it is to stop nothing more comes, and the pool must be
        closed.
        """
        waiting = iter(tasks)
        while not stop():
            if not self._workers:
                yield from self._do_here(waiting, here, stop, begun)
                return
            self._hand_out(waiting, begun)
            done = False
            for done_task in self._schedule.in_order():
                done = True
                yield done_task
            if not done and self._schedule.is_done():
                return
            self._listen(wait=not done)

    def _do_here(
        self, waiting: Iterator[AnyTask], here: Reader, stop: Stop, begun: Callable[[AnyTask], None]
    ) -> Iterator[tuple[AnyTask, Result]]:
        for task, result in chain(self._schedule.rest(), ((task, None) for task in waiting)):
            if result:
                yield task, result
            else:
                yield from here.do_all([task], stop, begun)

    def _hand_out(self, waiting: Iterator[AnyTask], begun: Callable[[AnyTask], None]) -> None:
        while self._schedule.has_room() and (task := next(waiting, None)):
            self._schedule.add(task)
        for worker in self._workers:
            while worker.is_ready and (given := self._schedule.next_for(worker)):
                worker.give(*given)
                begun(given[1])

    def _listen(self, wait: bool) -> None:
        """Hear all that the workers have said; `wait` a little if that is nothing."""
        with suppress(Empty):
            while True:
                self._hear(self._inbox.get(block=wait, timeout=LISTEN_SECONDS))
                wait = False

    def _hear(self, message: Message) -> None:
        worker, said = message.worker, message.said
        if worker not in self._workers:
            return
        if isinstance(said, Done):
            self._schedule.done(worker, said.number, said.result, said.keeps)
        elif isinstance(said, Ready) and said.version == self._version:
            worker.is_ready, self._failed = True, 0
        else:
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        self._workers.remove(worker)
        self._failed += not worker.is_ready
        self._schedule.lost(worker, worker.end())
        if self._failed < FAILED_STARTS:
            self._start()

    def _start(self) -> None:
        try:
            self._workers.append(Worker(self._setup, self._inbox))
        except OSError:  # the system has no room for one more
            self._failed += 1
