"""A kill between any two steps loses nothing: what is owed is known, and done at the next start."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.reliability.story import ARTICLES, STORY, before_each_commit, resumed, told
from workbench.store.entities import load_entities
from workbench.work import Case


def test_a_kill_at_any_step_of_an_add_is_made_up_for(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:

        def work() -> None:
            case.add([str(folder)])
            case.analyse()

        copies, whole = before_each_commit(case, tmp_path / "kept", work), told(case)

    assert {s.name for q in whole["quotes"].values() for s in q.speakers} >= {"Pal Varga", "Ines Okafor"}
    assert all(whole.values())
    assert len(copies) > 2 * ARTICLES
    for copy in copies:
        assert resumed(copy, folder) == whole, copy.name


def test_a_kill_at_any_step_of_an_analysis_made_anew_is_made_up_for(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        whole = told(case)
        copies = before_each_commit(case, tmp_path / "kept", lambda: case.analyse(everything=True))
        assert told(case) == whole

    for copy in copies[::3]:
        assert resumed(copy, folder) == whole, copy.name


def test_a_kill_after_one_more_article_is_made_up_for(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder / f"{name}.txt") for name in STORY if name != "3"] + [str(folder / "*.jsonl")])
        case.analyse()
        assert "Pal Varga" not in {e.name for e in load_entities(case.db)}

        def work() -> None:
            case.add([str(folder / "3.txt")])
            case.analyse()

        copies, whole = before_each_commit(case, tmp_path / "kept", work), told(case)

    for copy in copies:
        assert resumed(copy, folder) == whole, copy.name


def test_a_day_that_the_analyst_sets_lets_the_comparison_wait(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        copy = next(row for row in case.lineage() if row.kind == "copies")
        case.edit(copy.origin, "published_on", "2025-08-22")
        case.edit(copy.article_id, "published_on", "2025-08-21")
        assert case.owed().parts == ["2 not compared"]
        case.analyse()
        assert not case.owed()
        turned = next(row for row in case.lineage() if row.kind == "copies")
        assert (turned.article_id, turned.origin) == (copy.origin, copy.article_id)
        case.edit(copy.origin, "outlet", "Canal Gazette")
        assert not case.owed()


@pytest.mark.parametrize("small", [True, False])
def test_an_article_that_goes_leaves_what_the_others_say(
    folder: Path, tmp_path: Path, small: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.store.transactions import writing
    from workbench.work import article_comparison

    if not small:
        monkeypatch.setattr(article_comparison, "SMALL_CASE_CLAUSES", 0)
        monkeypatch.setattr(article_comparison, "GROWTH_LIMIT", 1.0)
    with Case.open(tmp_path / "less.db") as case:
        case.add([str(folder / f"{name}.txt") for name in STORY if name != "4"] + [str(folder / "*.jsonl")])
        case.analyse()
        less = told(case)
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        [gone] = [row.id for row in case.search("articles").rows if row.value.source.endswith("4.txt")]
        with writing(case.db):
            case.db.execute("DELETE FROM article WHERE id = ?", [gone])
        assert case.owed().parts == ["1 not compared"]
        case.analyse()
        assert not case.owed()
        after = told(case)
    assert after["facts"] == less["facts"]
    assert after["lineage"] == less["lineage"]
    assert after["issues"] == less["issues"]


def test_what_is_merged_is_merged_wholly_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        one, other = [row.id for row in case.search("facts").rows][:2]
        before = told(case)["facts"]
        copies = before_each_commit(case, tmp_path / "kept", lambda: case.merge([one, other]))
        after = told(case)["facts"]
    assert before != after
    for copy in copies:
        with Case.open(copy) as left:
            assert told(left)["facts"] == (after if left.actions() else before)


def compared(case: Path) -> int:
    """How many articles are compared, as another program sees it."""
    if not case.exists():
        return 0
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM issue").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_sigkill_during_the_comparison(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workbench"]
    case, other = tmp_path / "case.db", tmp_path / "other.db"
    slow = tmp_path / "slow.py"
    slow.write_text(
        "import time, sys\nfrom workbench.work import article_comparison\nfrom workbench.cli import main\n"
        "article_comparison.match_facts = lambda *_: time.sleep(600)\nmain(sys.argv[1:])\n",
        encoding="utf-8",
    )
    words = ["add", str(folder), "--case"]
    process = subprocess.Popen([sys.executable, slow, *words, str(case)], stderr=subprocess.DEVNULL)
    while process.poll() is None and not compared(case):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *words], capture_output=True, text=True, check=True)

    assert f"{ARTICLES} not compared" in run("check", "--case", str(case)).stderr
    assert f"{ARTICLES} not compared" in run("facts", "--case", str(case)).stderr
    assert f"{ARTICLES} compared" in run(*words, str(case)).stderr
    run(*words, str(other))
    assert "compared" not in run("check", "--case", str(case)).stderr
    with Case.open(case) as one, Case.open(other) as two:
        assert told(one) == told(two)
        assert told(one)["facts"]
