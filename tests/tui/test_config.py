"""Settings: a file that is there, one that is not, and one that is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.conftest import Open
from workbench.config import Settings, load_settings, settings_path


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == (Settings(), ())


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "nord"\nanimations = true\n[keys]\n"desk.tag" = "ctrl+g"\n')
    assert load_settings(path) == (Settings("nord", True, {"desk.tag": "ctrl+g"}), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = \ntheme = 3", "line 1"),
        ("theme = 3", "“theme” must be a string"),
        ("colour = 'x'", "no setting called “colour”"),
        ("keys = 'x'", "“keys” must be a table"),
        ("[keys]\na = 1", "keys of “a”"),
        ('[stances]\ngreenlight = "supports"', "“greenlight” must be a word class"),
        ('[stances]\n"verb greenlight" = "likes"', "must be a stance"),
        ('[stances]\n"verb greenlight" = 3', "must be a stance"),
    ],
)
def test_a_bad_file_gives_the_defaults_and_one_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    settings, (problem,) = load_settings(path)
    assert settings == Settings()
    assert said in problem
    assert "line " in problem
    assert "\n" not in problem


def test_bytes_that_are_no_text_and_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert load_settings(path)[1]
    assert load_settings(tmp_path)[1]


def test_the_environment_names_another_file() -> None:
    assert settings_path({"WORKBENCH_CONFIG": "/x/y.toml"}) == Path("/x/y.toml")
    assert settings_path({}).name == "config.toml"


async def test_an_action_can_be_left_without_a_key(open_desk: Open) -> None:
    async with open_desk(settings=Settings(keys={"desk.star": "none"})) as hands:
        assert not hands.said
        await hands.press("asterisk")
        assert not hands.case.starred


async def test_each_problem_is_said_by_itself(open_desk: Open) -> None:
    async with open_desk() as hands:
        hands.app.problem = "one\ntwo"
        hands.app.on_mount()
        await hands.settle()
        assert [note.message for note in hands.app._notifications] == ["one", "two"]


def test_the_desk_brings_in_nothing_heavy() -> None:
    code = (
        "import sys, workbench.tui, workbench.tui.bindings\n"
        "assert 'textual' not in sys.modules\n"
        "import workbench.tui.app\n"
        "print([m for m in ('spacy', 'onnxruntime', 'trafilatura', 'sqlite_utils', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
