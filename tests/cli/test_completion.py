"""What shells are given to complete with, and the man page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.cli.manual import PAGE, page
from workbench.cli.root import COMMANDS

ROOT = Path(__file__).parents[2]
ARTICLE = '{"title": "Toll", "outlet": "North Radio", "text": "The minister, Ana Rell, said so. It rained."}'


def offered(line: str, folder: Path) -> list[str]:
    """What fish would be offered at the end of a line."""
    environment = {
        **os.environ,
        "_WORKBENCH_COMPLETE": "fish_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": "" if line.endswith(" ") else line.split(" ")[-1],
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "workbench"], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return [entry.split("\t")[0].split(",", 1)[1] for entry in done.stdout.splitlines() if entry]


def test_commands_fields_values_and_formats_are_offered(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE, encoding="utf-8")
    add = [sys.executable, "-m", "workbench", "add", "a.jsonl", "--case", "workbench.db"]
    subprocess.run(add, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    assert {"quotes"} <= set(offered("workbench qu", tmp_path))
    assert offered("workbench quotes spea", tmp_path) == ["speaker:"]
    assert offered("workbench quotes outlet:nor", tmp_path) == ['outlet:"North Radio"']
    assert set(offered("workbench export mark", tmp_path)) == {"markdown"}


def test_where_there_is_no_case_fields_are_offered_all_the_same(tmp_path: Path) -> None:
    assert offered("workbench quotes --case missing.db outl", tmp_path) == ["outlet:"]
    assert offered("workbench quotes --case missing.db outlet:n", tmp_path) == []
    assert not (tmp_path / "missing.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_WORKBENCH_COMPLETE" in done.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=done.out, text=True, check=True)


def test_an_unknown_shell_is_wrong_usage(run: Run) -> None:
    assert run("completion", "tcsh").code == 2


def test_the_man_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m workbench.cli.manual"


def test_the_man_page_names_every_command() -> None:
    assert all(f"workbench {name} " in page() for name in COMMANDS)


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_reads_the_page_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)], capture_output=True, text=True, env={**os.environ, "MANWIDTH": "100"}
    )
    assert done.returncode == 0
    assert done.stderr == ""
