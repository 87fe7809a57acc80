"""Which word is a command and which a case, where the case is, and how help holds together."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from inspect import cleandoc
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Run
from tests.cli.fake import FakeCase
from workbench import __version__
from workbench.cli import desk, options
from workbench.cli.root import COMMANDS, load, workbench
from workbench.export.formats import FORMATS


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The cases that the desk was opened on."""
    paths: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(desk, "_desk", lambda path, **_: paths.append(path))
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    return paths


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_whose_examples_parse(name: str, run: Run) -> None:
    command = load(COMMANDS[name], name)
    examples = re.findall(rf"^  workbench ({name}\b.*)$", cleandoc(command.help or ""), re.MULTILINE)

    assert run(name, "--help").out.startswith(f"Usage: workbench {name}")
    assert examples
    for example in examples:
        words = shlex.split(re.split(r" [|<>] ", example)[0])[1:]
        with command.make_context(name, words) as context:
            assert context.params


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    options = [each for each in load(COMMANDS[name], name).params if isinstance(each, click.Option)]

    assert all(each.help for each in options)


def test_help_lists_every_command(run: Run) -> None:
    out = run("--help").out

    assert all(re.search(rf"^  {name} +\S", out, re.MULTILINE) for name in COMMANDS)


def test_help_of_export_names_every_format(run: Run) -> None:
    out = run("export", "--help").out

    assert all(name in out for name in FORMATS)


def test_version(run: Run) -> None:
    assert run("--version").out.strip().endswith(__version__)


@pytest.mark.parametrize("word", ["talks.db", "./quotes", "sub/case"])
def test_a_path_opens_the_desk(word: str, opened: list[Path], run: Run) -> None:
    assert run(word).code == 0
    assert opened == [Path(word)]


def test_a_file_that_is_there_opens_the_desk_whatever_its_name(opened: list[Path], run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks").touch()

    assert run("talks").code == 0
    assert opened == [Path("talks")]


def test_a_slip_is_not_a_new_case(opened: list[Path], run: Run) -> None:
    done = run("artcles")

    assert (done.code, opened) == (2, [])
    assert "Did you mean 'articles'?" in done.err


def test_an_unknown_option_is_wrong_usage(run: Run) -> None:
    assert run("--frob").code == 2


def test_without_a_case_the_one_here_is_opened_else_the_one_of_the_user(
    opened: list[Path], run: Run, tmp_path: Path
) -> None:
    run()
    (tmp_path / "workbench.db").touch()
    run()

    assert opened == [tmp_path / "data" / "workbench.db", Path("workbench.db")]
    assert (tmp_path / "data").is_dir()


def test_reading_makes_no_case(opened: list[Path], run: Run, tmp_path: Path) -> None:
    done = run("quotes", "--json")

    assert (done.code, done.out) == (1, "")
    assert "workbench add" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_desk_needs_a_terminal(run: Run, tmp_path: Path) -> None:
    done = run(str(tmp_path / "x.db"))

    assert done.code == 1
    assert "needs a terminal" in done.err


def test_keys_are_the_table_of_the_desk(run: Run) -> None:
    assert "desk.search" in run("keys").out


def test_demo_makes_a_case_and_prints_its_path(
    case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk, "mkdtemp", lambda prefix: str(tmp_path))
    done = run("demo", "--no-tui")

    assert done.out == f"{tmp_path / 'demo.db'}\n"
    assert [call[0] for call in case.calls] == ["open", "add", "analyse", "close"]
    assert case.calls[1][1][0].endswith("seeds")


def piped(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=False,
        env={**os.environ, "FORCE_COLOR": "", **environment},
    )


def test_a_reader_that_leaves_is_no_error() -> None:
    script = (
        "import os, sys; from workbench.cli import main, output\n"
        "r, w = os.pipe(); os.close(r); os.dup2(w, 1)\n"
        "sys.exit(main(['export', '--list', '--json']))"
    )
    done = piped(script)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_stdout_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "workbench", "export", "--list", "--json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_terminal_that_knows_no_unicode_gets_json_all_the_same() -> None:
    script = (
        "from workbench.cli import exit_codes, output\n"
        "exit_codes._tolerate_any_encoding()\n"
        "output.json_array([{'a': 'é“'}]); output.table(['x'], [['é“']])"
    )
    done = piped(script, PYTHONIOENCODING="ascii")

    assert done.returncode == 0, done.stderr
    assert b'{"a": "\\u00e9\\u201c"}' in done.stdout
    assert b"\\xe9\\u201c" in done.stdout


def test_words_of_broken_encoding_lose_only_what_is_broken() -> None:
    assert options.WORDS.convert("a\udcffb\x00", None, None) == "ab"


def test_the_group_is_one_command() -> None:
    assert isinstance(workbench, click.Group)
