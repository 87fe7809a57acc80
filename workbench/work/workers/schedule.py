"""Which worker does which task, and whose result comes next.

An article is finished where it was begun, as long as that worker lives and kept it. A task whose worker died is tried
once more while no other runs, since what it needs may be memory; then it is broken. Results go out in the order of the
tasks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from itertools import count

from workbench.work.workers.tasks import AnyTask, Broken, Result

IN_HAND = 2
"""So many tasks a worker has at once: the one that it does, and the next."""
AHEAD = 16
"""So many tasks for each worker may be done before the first one in order is."""


class Schedule:
    """The tasks that were not handed back yet."""

    def __init__(self, workers: int) -> None:
        self._most = AHEAD * workers
        self._numbers = count()
        self._tasks: dict[int, AnyTask] = {}
        self._results: dict[int, Result] = {}
        self._waiting: deque[int] = deque()
        self._in_hand: dict[Hashable, deque[int]] = {}
        self._suspects: deque[int] = deque()
        """What was being done when a worker died."""
        self._tried: set[int] = set()
        self._keepers: dict[str, Hashable] = {}
        """Article id -> the worker that keeps what was begun of it."""

    def has_room(self) -> bool:
        """Whether one more task may be added."""
        return len(self._tasks) < self._most

    def is_done(self) -> bool:
        """Whether all that was added is handed back."""
        return not self._tasks

    def add(self, task: AnyTask) -> None:
        """One more task, to be handed back after those before it."""
        number = next(self._numbers)
        self._tasks[number] = task
        self._waiting.append(number)

    def next_for(self, worker: Hashable) -> tuple[int, AnyTask] | None:
        """The next task for a worker, which has it in hand from now on."""
        own = self._in_hand.setdefault(worker, deque())
        number = self._choose(worker) if len(own) < IN_HAND else None
        if number is None:
            return None
        own.append(number)
        return number, self._tasks[number]

    def _choose(self, worker: Hashable) -> int | None:
        if self._suspects or self._runs_alone():
            idle = not any(self._in_hand.values())
            return self._suspects.popleft() if idle and self._suspects else None
        for number in self._waiting:
            if self._keepers.get(self._tasks[number].article_id, worker) == worker:
                self._waiting.remove(number)
                return number
        return None

    def _runs_alone(self) -> bool:
        return any(number in self._tried for own in self._in_hand.values() for number in own)

    def done(self, worker: Hashable, number: int, result: Result, keeps: bool) -> None:
        """A worker has done a task; `keeps`: whether it kept what it began."""
        self._in_hand[worker].remove(number)
        self._results[number] = result
        article = self._tasks[number].article_id
        if keeps:
            self._keepers[article] = worker
        else:
            self._keepers.pop(article, None)

    def lost(self, worker: Hashable, how: str) -> None:
        """A worker is dead; `how`: of what."""
        self._keepers = {article: keeper for article, keeper in self._keepers.items() if keeper != worker}
        own = self._in_hand.pop(worker, deque())
        if own:
            suspect = own.popleft()
            if suspect in self._tried:
                self._results[suspect] = Broken(f"the process that read it ended twice, {how}")
            else:
                self._tried.add(suspect)
                self._suspects.append(suspect)
        self._waiting.extendleft(reversed(own))

    def in_order(self) -> Iterator[tuple[AnyTask, Result]]:
        """Hand back what is done, as far as all before it is."""
        while self._tasks and (first := next(iter(self._tasks))) in self._results:
            yield self._tasks.pop(first), self._results.pop(first)

    def rest(self) -> Iterator[tuple[AnyTask, Result | None]]:
        """Give up what is left, in order; the result where a task is done."""
        while self._tasks:
            first = next(iter(self._tasks))
            yield self._tasks.pop(first), self._results.pop(first, None)
