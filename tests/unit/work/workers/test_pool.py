"""Workers do what they are given, die without harm, and end with who started them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.work.workers import stub
from tests.unit.work.workers.stub import article
from workbench.config.analysis_settings import AnalysisSettings
from workbench.model import Analysis, Stop, never
from workbench.work.analysis_version import use_settings
from workbench.work.workers import worker
from workbench.work.workers.pool import WorkerPool
from workbench.work.workers.process import Setup
from workbench.work.workers.tasks import Broken, Reader, Result, Task

SETTINGS = AnalysisSettings(stances={"verb greenlight": "supports 2"})


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    monkeypatch.setattr(worker, "START", stub.START)
    made = WorkerPool(2, Setup(SETTINGS), use_settings(SETTINGS))
    yield made
    made.close()
    use_settings(AnalysisSettings())


def id(number: int) -> str:
    return article(number).id


def results(pool: WorkerPool, *titles: str, here: Reader | None = None, stop: Stop = never) -> list[Result]:
    tasks = (Task("begin", article(number, title), {}) for number, title in enumerate(titles))
    return [found for _, found in pool.do(tasks, here or stub.StubReader(), stop, lambda _: None)]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_tasks_are_done_by_workers_and_handed_back_in_order(pool: WorkerPool) -> None:
    found = results(pool, "pid", "break", *["pid"] * 60)
    assert found[1] == Broken("it breaks")
    done = [one for one in found if isinstance(one, Analysis)]
    assert [one.article_id for one in done] == [id(n) for n in (0, *range(2, 62))]
    assert {int(one.unanalysed) for one in done} <= {*pool.pids}


def test_a_worker_that_is_killed_is_replaced_and_its_article_read_by_another(pool: WorkerPool, tmp_path: Path) -> None:
    before = {*pool.pids}
    found = results(pool, *["pid"] * 5, f"die {tmp_path / 'died'}", *["pid"] * 5)
    assert [one.article_id for one in found if isinstance(one, Analysis)] == [*map(id, range(11))]
    assert len({*pool.pids} & before) == 1
    assert not any(map(is_running, before - {*pool.pids}))


def test_an_article_that_kills_two_workers_is_broken_and_the_others_go_on(pool: WorkerPool) -> None:
    found = results(pool, *["pid"] * 3, "die", *["pid"] * 3)
    assert found[3] == Broken("the process that read it ended twice, killed by signal 9")
    assert sum(isinstance(one, Analysis) for one in found) == 6
    assert len(pool.pids) == 2


def test_workers_that_are_killed_between_two_runs_are_replaced(pool: WorkerPool) -> None:
    results(pool, "pid")
    for pid in pool.pids:
        os.kill(pid, signal.SIGKILL)
    assert all(isinstance(one, Analysis) for one in results(pool, *["pid"] * 5))


def test_nothing_comes_once_it_is_to_stop_and_no_process_is_left(pool: WorkerPool) -> None:
    pids = pool.pids
    asked = iter([False] * 3)
    tasks = (Task("finish", article(number, "wait"), {}) for number in range(3))
    assert [*pool.do(tasks, Reader(), lambda: next(asked, True), lambda _: None)] == []
    pool.close()
    assert not any(map(is_running, pids))


@pytest.mark.parametrize("start", ["import os; os._exit(3)", "1/0"])
def test_where_no_worker_can_be_started_this_process_reads(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(worker, "START", start)
    pool = WorkerPool(2, Setup(AnalysisSettings()), "any")
    assert results(pool, "pid", "break") == [Analysis(id(0), unanalysed=str(os.getpid())), Broken("it breaks")]
    assert pool.pids == []


def test_a_worker_of_another_version_of_the_program_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "START", stub.START)
    pool = WorkerPool(1, Setup(SETTINGS), "another")
    assert results(pool, "pid") == [Analysis(id(0), unanalysed=str(os.getpid()))]
