"""What is said stays to be read; jobs say how fast they go."""

from __future__ import annotations

import re

import pytest

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.errors import SourceError
from workbench.tui.job import Job, clock_time, per_time
from workbench.tui.message_log import MOST, MessageLog
from workbench.tui.screens.text_sheet import TextSheet

LONG = "words " * 60 + "at the very end"


def test_the_newest_comes_first_and_the_oldest_go() -> None:
    messages = MessageLog()
    for number in range(MOST + 5):
        messages.add(f"number {number}", "warning" if number % 2 else "information")
    lines = messages.lines().split("\n")
    assert len(lines) == len(messages) == MOST
    assert re.fullmatch(r"\d\d:\d\d:\d\d  number 504", lines[0])
    assert lines[1].endswith("  warning: number 503")
    assert lines[-1].endswith("number 5")


async def test_every_toast_can_be_read_again_whole_and_copied(open_desk: Open) -> None:
    async with open_desk() as hands:
        hands.app.say(LONG)
        hands.app.say_error(SourceError("It is gone.", "Look for it."))
        await hands.press("ctrl+l")
        sheet = hands.app.screen
        assert isinstance(sheet, TextSheet)
        first, second = sheet.text.split("\n")
        assert first.endswith("error: It is gone. Look for it.")
        assert second.endswith(LONG)
        assert "at the very end" in hands.screen_text()
        await hands.press("y")
        assert hands.app.clipboard == sheet.text
        await hands.press("ctrl+l", "escape")
        assert hands.app.screen is hands.desk


async def test_messages_are_read_from_anywhere(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "enter", "ctrl+l")
        assert "Nothing yet." in hands.screen_text()
        diff = hands.app.screen_stack[-2]
        await hands.press("q")
        assert hands.app.screen is diff


async def test_hostile_words_are_shown_as_they_are(open_desk: Open) -> None:
    async with open_desk() as hands:
        hands.app.say("[bold]x[/] [@click=app.quit]y[/] \x1b[31m\u202e")
        await hands.press("ctrl+l")
        assert "[bold]x[/] [@click=app.quit]y[/] ␛[31m·" in hands.screen_text()


async def test_jobs_are_told_of_when_they_begin_and_end(open_desk: Open) -> None:
    async with open_desk(FakeCase(waiting=3)) as hands:
        await hands.press("R", "ctrl+l")
        lines = [line[10:] for line in hands.app.screen.text.split("\n")]
        assert lines[::-1][0] == "analysing began"
        assert re.fullmatch(r"analysing ended after \d+:\d\d, 3 done", lines[::-1][1])


async def test_what_is_in_sight_anyway_is_no_toast(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "w")
        assert not hands.said
        assert "Showing" in hands.app.messages.lines()


# Jobs


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_pace_is_known_once_two_are_done(clock: Clock) -> None:
    job = Job("analysing", clock)
    assert job.line(60) == "analysing …"
    for done in range(3):
        job.report(done, 10, "x")
        assert job.pace() == ("" if done < 2 else "2.0/s  0:04 left")
        clock.now += 0.5 if done < 2 else 0
    assert job.line(60) == "analysing 2/10 ▓░░░░░░░ 2.0/s 0:04 left"


def test_the_pace_is_that_of_the_last_seconds(clock: Clock) -> None:
    job = Job("analysing", clock)
    for done in range(0, 100, 10):  # ten a second
        job.report(done, 1000, "x")
        clock.now += 1
    for done in range(100, 120):  # one a second
        job.report(done, 1000, "x")
        clock.now += 1
    assert job.pace() == "1.0/s  14:41 left"


def test_a_job_that_stands_still_slows_down(clock: Clock) -> None:
    job = Job("analysing", clock)
    job.report(0, 100, "x")
    clock.now += 1
    job.report(10, 100, "x")
    assert job.pace().startswith("10/s")
    clock.now += 99
    assert job.pace() == "6.6/min  13:38 left"


@pytest.mark.parametrize(
    ("room", "line"),
    [
        (60, "analysing 120/400 ▓▓░░░░░░ 4.0/s 1:10 left"),
        (36, "analysing 120/400 ▓░░░░░ 1:10 left"),
        (30, "analysing 120/400 ▓░░░░░"),
        (20, "analysing 120/400"),
        (5, "analysing 120/400"),
    ],
)
def test_what_there_is_no_room_for_is_left_out(clock: Clock, room: int, line: str) -> None:
    job = Job("analysing", clock)
    job.report(0, 400, "x")
    clock.now += 30
    job.report(120, 400, "x")
    assert job.line(room) == line


def test_how_a_job_ended(clock: Clock) -> None:
    job = Job("adding", clock)
    job.report(3, 8, "x")
    clock.now += 65
    assert job.ending(whole=True) == "adding ended after 1:05, 8 done"
    assert job.ending(whole=False) == "adding broke off after 1:05, 3 of 8 done"
    job.stopped = True
    assert job.ending(whole=True) == "adding was stopped after 1:05, 3 of 8 done"


def test_figures() -> None:
    assert [per_time(rate) for rate in (1234, 31.4, 3.14, 0.2, 0.01)] == [
        "1,234/s",
        "31/s",
        "3.1/s",
        "12/min",
        "0.6/min",
    ]
    assert [clock_time(seconds) for seconds in (0.4, 59.6, 90, 7290)] == ["0:00", "1:00", "1:30", "2:01:30"]


async def test_more_jobs_than_one_are_counted(open_desk: Open) -> None:
    case = FakeCase(waiting=4)
    case.gate.clear()
    async with open_desk(case, size=(160, 40), analyse=True, settle=False) as hands:
        jobs = hands.desk.features.jobs
        await hands.until(lambda: bool(jobs.running))
        jobs.running.append(Job("piping"))
        jobs.show()
        await hands.until(lambda: "2 jobs · analysing" in hands.screen_text())
        await hands.until(lambda: "piping …" in hands.screen_text())
        hands.desk.features.jobs.running.pop()
        case.gate.set()
        await hands.settle()
