"""Who does which task, and in which order results go out."""

from __future__ import annotations

from tests.unit.work.workers.stub import article
from workbench.model import Analysis
from workbench.work.workers.schedule import AHEAD, IN_HAND, Schedule
from workbench.work.workers.tasks import Broken, Task


def task(number: int) -> Task:
    return Task("begin", article(number), {})


def scheduled(count: int, workers: int = 2) -> Schedule:
    schedule = Schedule(workers)
    for number in range(count):
        schedule.add(task(number))
    return schedule


def do(schedule: Schedule, worker: str, number: int, *, keeps: bool = False) -> None:
    schedule.done(worker, number, Analysis(article(number).id), keeps)


def handed_back(schedule: Schedule) -> list[str]:
    """The numbers of the articles whose results go out."""
    return [done.article.source[0] for done, _ in schedule.in_order()]


def in_hand(schedule: Schedule, worker: str) -> list[int]:
    """The numbers of the tasks that a worker is given until it gets no more."""
    return [number for number, _ in iter(lambda: schedule.next_for(worker), None)]


def test_results_go_out_in_the_order_of_the_tasks() -> None:
    schedule = scheduled(3)
    assert (in_hand(schedule, "one"), in_hand(schedule, "two")) == ([0, 1], [2])
    do(schedule, "two", 2)
    do(schedule, "one", 1)
    assert handed_back(schedule) == []
    do(schedule, "one", 0)
    assert handed_back(schedule) == ["0", "1", "2"]
    assert schedule.is_done()


def test_there_is_a_limit_to_what_waits() -> None:
    schedule = Schedule(1)
    added = 0
    while schedule.has_room():
        schedule.add(task(added))
        added += 1
    assert added == AHEAD
    assert len(in_hand(schedule, "one")) == IN_HAND


def test_an_article_is_finished_where_it_is_kept() -> None:
    schedule = scheduled(2)
    in_hand(schedule, "one")
    for number in (0, 1):
        do(schedule, "one", number, keeps=True)
    handed_back(schedule)
    schedule.add(task(0))
    schedule.add(task(5))
    assert in_hand(schedule, "two") == [3]
    assert in_hand(schedule, "one") == [2]


def test_what_a_dead_worker_did_is_tried_alone_and_what_it_had_besides_like_any_other() -> None:
    schedule = scheduled(4)
    assert (in_hand(schedule, "one"), in_hand(schedule, "two")) == ([0, 1], [2, 3])
    schedule.lost("one", "killed")
    assert in_hand(schedule, "new") == []
    do(schedule, "two", 2)
    do(schedule, "two", 3)
    assert in_hand(schedule, "new") == [0]
    assert in_hand(schedule, "two") == []
    do(schedule, "new", 0)
    assert in_hand(schedule, "two") == [1]


def test_what_a_second_worker_dies_of_is_broken() -> None:
    schedule = scheduled(2)
    in_hand(schedule, "one")
    schedule.lost("one", "killed")
    assert in_hand(schedule, "two") == [0]
    schedule.lost("two", "killed by signal 9")
    assert in_hand(schedule, "three") == [1]
    do(schedule, "three", 1)
    [(_, broken), (_, found)] = schedule.in_order()
    assert broken == Broken("the process that read it ended twice, killed by signal 9")
    assert found == Analysis(article(1).id)


def test_an_article_that_a_dead_worker_kept_is_anybodys() -> None:
    schedule = scheduled(1)
    in_hand(schedule, "one")
    do(schedule, "one", 0, keeps=True)
    handed_back(schedule)
    schedule.lost("one", "killed")
    schedule.add(task(0))
    assert in_hand(schedule, "two") == [1]
