"""When workers are started, and how many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.work.workers import stub
from tests.unit.work.workers.stub import article
from workbench.config.analysis_settings import AnalysisSettings
from workbench.model import KeptOutput, Span, never
from workbench.nlp import pipeline
from workbench.work.analysis_version import use_settings
from workbench.work.workers import Task, Workforce, resources, tasks, worker, workforce
from workbench.work.workers.tasks import Reader
from workbench.work.workforce_settings import WorkforceSettings


@pytest.fixture(autouse=True)
def _stubs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "is_loaded", lambda: False)
    monkeypatch.setattr(worker, "START", stub.START)
    monkeypatch.setattr(workforce, "Reader", stub.StubReader)


def workers_for(length: int, jobs: int) -> int:
    """How many workers there are after articles of so many characters together."""
    texts = length // len(article(0).text)
    with Workforce(WorkforceSettings(jobs), AnalysisSettings(), use_settings(AnalysisSettings())) as force:
        work = (Task("begin", article(number), {}) for number in range(texts))
        done = [task.article.source for task, _ in force.do(work, never, lambda _: None)]
        assert done == [f"{number}.txt" for number in range(texts)]
        return len(force.pids)


def test_few_articles_are_read_by_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 1000)
    assert workers_for(900, jobs=2) == 0
    assert workers_for(1100, jobs=2) == 2


def test_where_the_models_are_loaded_already_more_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 400)
    monkeypatch.setattr(pipeline, "is_loaded", lambda: True)
    assert workers_for(900, jobs=2) == 0
    assert workers_for(1100, jobs=2) == 2


def test_what_needs_no_model_is_less_to_do() -> None:
    assert Task("finish", article(0), {}, kept=KeptOutput(b"parse", b"")).size < Task("finish", article(0), {}).size / 2


def test_one_job_is_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 1)
    assert workers_for(1000, jobs=1) == 0


@pytest.mark.parametrize(("cores", "free", "jobs"), [(8, None, 8), (8, 2 << 30, 4), (2, 64 << 30, 2), (4, 1 << 20, 1)])
def test_there_are_as_many_jobs_as_cores_and_memory_allow(
    monkeypatch: pytest.MonkeyPatch, cores: int, free: int | None, jobs: int
) -> None:
    monkeypatch.setattr(resources, "usable_cores", lambda: cores)
    monkeypatch.setattr(resources, "free_memory", lambda: free)
    assert resources.usual_jobs() == jobs


def test_what_the_system_tells_of_its_memory_is_asked() -> None:
    if Path("/proc/meminfo").exists():
        assert (resources.free_memory() or 0) > 1 << 20


def test_an_article_that_was_begun_is_not_read_again_but_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "KEPT_LENGTH", 1)
    reader, both = Reader(), [article(0), article(1)]
    for one in both:
        reader.do(Task("begin", one, {}))
    assert [reader.keeps(one.id) for one in both] == [True, False]
    finished = [reader.do(Task("finish", one, {}, as_begun=True)) for one in both]
    assert finished == [Reader().do(Task("finish", one, {})) for one in both]
    assert not reader.keeps(both[0].id)


def test_workers_make_the_vectors_that_this_process_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 1)
    monkeypatch.setattr(workforce, "ENCODED", 3)
    said = ["The mayor said that the dam would hold.", "Rain is expected.", "The dam would hold, and rain is expected."]
    clauses = [(one, Span(first, len(one))) for first in (0, 4) for one in said]
    with Workforce(WorkforceSettings(2), AnalysisSettings(), use_settings(AnalysisSettings())) as force:
        [*force.do([Task("begin", article(0, "pid"), {})], never, lambda _: None)]
        assert len(force.pids) == 2
        assert force.encode(clauses) == tasks.encode(clauses) == force.encode(clauses)
        assert force.pids == []


def test_once_it_is_to_stop_no_worker_is_left_and_this_process_encodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 1)
    with Workforce(WorkforceSettings(2), AnalysisSettings(), use_settings(AnalysisSettings())) as force:
        assert [*force.do([Task("finish", article(0, "wait"), {})], lambda: True, lambda _: None)] == []
        assert force.pids == []
        assert len(force.encode([("Rain is expected.", Span(0, 17))])) == 1
