"""The speed benchmark counts what it says it counts; no time decides here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.table import Table

from tests.benchmarks.speed import measure, report
from tests.benchmarks.speed.stopwatch import NAMES, PARSE, Stopwatch, watched
from workbench.analysis import article
from workbench.model import Article, Outcome
from workbench.work import Case

STORY = "“We will stay in the city,” Mr Amin said on Monday. He left."
ODD = "He called it “over. Mr Amin said that he would go home."
FOOTPRINTS = {program: measure.Footprint(1.5, 250.0) for program in (measure.OURS, measure.PEER)}


def cells(table: Table) -> list[list[str]]:
    return [list(row) for row in zip(*(column.cells for column in table.columns), strict=True)]


def steps(*at: float) -> Callable[[], float]:
    times: Iterator[float] = iter(at)
    return lambda: next(times)


def test_a_stage_does_not_count_what_a_stage_within_it_takes() -> None:
    watch = Stopwatch(steps(0, 1, 4, 6))
    outer = watch.timed("outer", watch.timed("inner", lambda: "found"))
    assert outer() == "found"
    assert dict(watch.spent) == {"inner": 3, "outer": 3}


def test_a_stage_that_raises_is_counted_too() -> None:
    watch = Stopwatch(steps(0, 2, 5, 6))
    with pytest.raises(ZeroDivisionError):
        watch.timed("bad", lambda: 1 / 0)()
    watch.timed("good", lambda: 1)()
    assert dict(watch.spent) == {"bad": 2, "good": 1}


def test_ratios_compare_like_with_like() -> None:
    ours = measure.Tally(words=1000, parsing=1.0, working=3.0, quotes=20, marked=8)
    theirs = measure.Tally(words=500, parsing=0.5, working=0.5, quotes=3, marked=3, unread=2)
    timing = measure.Timing(ours, theirs, {"parse": 1.0, "rest": 3.0})
    rows = cells(report.programs(timing, FOOTPRINTS))
    assert rows == [
        ["workbench", "within", "250", "0.500", "1.5", "250", "20", "8", "0"],
        ["workbench", "before", "333", "0.333", "–", "–", "–", "–", "–"],
        ["textacy", "within", "500", "1.000", "1.5", "250", "3", "3", "2"],
        ["textacy", "before", "1,000", "1.000", "–", "–", "–", "–", "–"],
    ]
    assert cells(report.stages(timing))[-1] == ["all", "4.00", "100%", "250"]


def test_every_stage_of_the_analysis_is_timed() -> None:
    watch = Stopwatch()
    with watched(watch):
        article.analyse(Article("", "", STORY))
    assert set(watch.spent) == set(NAMES)
    assert watch.last[PARSE].text == STORY


def test_without_textacy_the_program_is_measured_alone() -> None:
    timing = measure.timing([STORY, ODD], peer=False)
    assert timing.peer is None
    assert timing.ours.words == len((STORY + " " + ODD).split())
    assert timing.ours.quotes >= timing.ours.marked >= 1
    assert list(timing.stages) == [*NAMES, "rest"]
    rows = cells(report.programs(timing, FOOTPRINTS))
    assert [row[:2] for row in rows] == [["workbench", "within"], ["workbench", "before"]]


def test_a_case_is_timed_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[int] = []
    whole = Case.analyse

    def analyse(case: Case) -> Outcome:
        done = whole(case)
        analysed.append(done.compared)
        return done

    monkeypatch.setattr(Case, "analyse", analyse)
    assert measure.case_of([STORY, ODD]) > 0
    assert analysed == [2]


@pytest.mark.peers
def test_both_programs_read_the_same_articles_and_textacy_refuses_an_odd_mark() -> None:
    pytest.importorskip("textacy", reason="textacy is in the bench extra only")
    timing = measure.alone(measure.timing, [STORY, ODD], True)
    assert timing.peer is not None
    assert (timing.peer.words, timing.peer.quotes, timing.peer.unread) == (len(STORY.split()), 1, 1)
    footprint = measure.alone(measure.footprint, measure.PEER, [ODD])
    assert footprint.load > 0
    assert footprint.memory > 0
