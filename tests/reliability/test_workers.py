"""Workers that die, and commands that are stopped while workers read: the case is whole, and no process is left."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.work.workers import stub
from workbench.errors import CaseError
from workbench.work import Case, WorkforceSettings
from workbench.work.workers import worker, workforce

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")
COMMAND = [sys.executable, "-m", "tests.unit.work.workers.stub"]
"""The command line with workers that do what an article's title says."""


def folder_of(folder: Path, *titles: str) -> Path:
    folder.mkdir()
    for number, title in enumerate(titles):
        text = f"Title: {title}\n\nMayor Ana Ruiz said that dam {number} would hold until the evening.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def started(*words: object) -> subprocess.Popen[str]:
    command = [*COMMAND, *map(str, words), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code, and what was said."""
    said = process.communicate(timeout=120)[1]
    return process.returncode, said


def children_of(pid: int) -> set[int]:
    """The processes that a process has started and that live."""
    command = ["ps", "-A", "-o", "ppid=,pid=,stat=,comm="]
    rows = map(str.split, subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines())
    return {int(row[1]) for row in rows if int(row[0]) == pid and "Z" not in row[2] and row[3] != "ps"}


def is_running(pid: int) -> bool:
    found = subprocess.run(["ps", "-p", str(pid), "-o", "stat="], capture_output=True, text=True, check=False).stdout
    return bool(found.strip()) and "Z" not in found


def until(holds: Callable[[], object], limit: float = 100) -> None:
    """Wait for something, looking again and again."""
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def analysed(case: Path) -> int:
    """How many articles are analysed, as another program sees it."""
    if not case.exists():
        return 0
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM article WHERE analysed_by IS NOT NULL").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def is_whole(case: Path, waiting: int) -> bool:
    with Case.open(case) as opened:
        return opened.check() == () and opened.pending() == waiting


def test_an_article_that_kills_its_worker_twice_is_named_and_left_waiting(tmp_path: Path) -> None:
    source, case = folder_of(tmp_path / "in", "a", "die", "b", f"die {tmp_path / 'once'}", "c"), tmp_path / "x.db"
    code, said = ended(started("add", source, "--case", case))
    assert code == 1
    assert "1 of 5 articles could not be analysed" in said
    assert "001.txt (the process that read it ended twice, killed by signal 9)" in said
    assert is_whole(case, 1)


def interrupted(tmp_path: Path, *signals: int) -> tuple[int, Path, set[int]]:
    """A command that is sent signals while two workers read for ever: its exit code, the case, its workers."""
    source, case = folder_of(tmp_path / "in", *"ab", *["wait"] * 4), tmp_path / "x.db"
    process = started("add", source, "--case", case)
    until(lambda: analysed(case) == 2)
    workers = children_of(process.pid)
    assert len(workers) == 2
    for number in signals:
        process.send_signal(number)
    code, _ = ended(process)
    return code, case, workers


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_ends_the_command_and_its_workers(tmp_path: Path, times: int) -> None:
    code, case, workers = interrupted(tmp_path, *[signal.SIGINT] * times)
    assert code == 130
    assert not any(map(is_running, workers))
    assert is_whole(case, 4)


def test_workers_do_not_outlive_who_started_them(tmp_path: Path) -> None:
    code, case, workers = interrupted(tmp_path, signal.SIGKILL)
    assert code == -signal.SIGKILL
    until(lambda: not any(map(is_running, workers)))
    assert is_whole(case, 4)


def test_two_adds_at_once_leave_one_whole_case(tmp_path: Path) -> None:
    source, case = folder_of(tmp_path / "in", *["much"] * 20), tmp_path / "x.db"
    both = [started("add", source, "--case", case) for _ in range(2)]
    outcomes = [ended(process) for process in both]
    assert [code for code, _ in outcomes] == [0, 0], outcomes
    assert is_whole(case, 0)
    assert analysed(case) == 20


def test_a_disk_that_is_full_in_the_middle_keeps_what_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "START", stub.START)
    monkeypatch.setattr(workforce, "PAYS_FROM", 1)
    source, path = folder_of(tmp_path / "in", *["much"] * 8), tmp_path / "x.db"
    with Case.open(path, workforce=WorkforceSettings(2)) as case:
        case.add([str(source)])
        pages = case.db.execute("PRAGMA page_count").fetchone()[0]
        case.db.execute(f"PRAGMA max_page_count = {pages + 200}")
        with pytest.raises(CaseError, match="The disk is full: the last step was not kept, everything before it was"):
            case.analyse()
        assert not children_of(os.getpid())
        assert 0 < analysed(path) < 8
        assert case.check() == ()
        case.db.execute("PRAGMA max_page_count = 1000000")
        case.analyse()
        assert not case.owed()
