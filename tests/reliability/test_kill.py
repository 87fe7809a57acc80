"""An add that is killed at any moment leaves a whole case, and a second add completes it."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from workbench.work import Case

ARTICLES = 200
KILLS = 6
COMMAND = [sys.executable, "-m", "workbench"]


def folder_of_articles(folder: Path) -> Path:
    folder.mkdir()
    for number in range(ARTICLES):
        body = f"Councillor Ada Moss said on day {number} that bridge {number} would stay open. " * 8
        (folder / f"{number:03}.txt").write_text(f"Bridge {number} stays open\n\n{body}\n", encoding="utf-8")
    return folder


def stored(case: Path) -> int:
    if not case.exists():
        return 0
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM article").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_sigkill_at_random_points_of_an_add(tmp_path: Path) -> None:
    source, case = folder_of_articles(tmp_path / "in"), tmp_path / "case.db"
    add = [*COMMAND, "add", str(source), "--case", str(case), "--no-analysis"]
    rng = random.Random(20250822)
    interrupted = 0
    for _ in range(KILLS):
        before = stored(case)
        process = subprocess.Popen(add, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        target = before + rng.randrange(1, 40)
        while process.poll() is None and stored(case) < target:
            time.sleep(rng.random() / 50)
        process.send_signal(signal.SIGKILL)
        interrupted += process.wait() == -signal.SIGKILL
        if case.exists():
            with Case.open(case) as left:
                assert left.check() == ()
    assert interrupted
    assert subprocess.run(add, capture_output=True, check=False).returncode == 0
    listed = subprocess.run(
        [*COMMAND, "articles", "--case", str(case), "--json"], capture_output=True, text=True, check=True
    )
    assert len(json.loads(listed.stdout)) == ARTICLES
    assert subprocess.run([*COMMAND, "check", "--case", str(case)], capture_output=True, check=False).returncode == 0


def test_sigkill_during_the_analysis(tmp_path: Path) -> None:
    source, case = tmp_path / "in", tmp_path / "case.db"
    source.mkdir()
    for number in range(6):
        (source / f"{number}.txt").write_text(f"Mayor Ana Ruiz said that dam {number} would hold.\n", encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "add", str(source), "--case", str(case)], stderr=subprocess.DEVNULL)
    while process.poll() is None and not analysed(case):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    checked = subprocess.run([*COMMAND, "check", "--case", str(case)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    again = subprocess.run([*COMMAND, "add", str(source), "--case", str(case)], capture_output=True, check=False)
    assert again.returncode == 0
    assert analysed(case) == 6


def analysed(case: Path) -> int:
    if not case.exists():
        return 0
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM article WHERE analysed_by IS NOT NULL").fetchone()[0])
        except sqlite3.OperationalError:
            return 0
