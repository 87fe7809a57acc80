"""`workbench config`: where things are, whether the settings are right, and the file to begin with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fake import FakeCase
from workbench.config import Settings, load_settings

BAD = 'theme = "nrd"\nascii = true\n[keys]\n"desk.tag" = "n"\n"desk.strr" = "f5"\n'


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings would be."""
    path = tmp_path / "settings" / "config.toml"
    monkeypatch.setenv("WORKBENCH_CONFIG", str(path))
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def bad(path: Path) -> Path:
    """Settings with three mistakes."""
    path.parent.mkdir()
    path.write_text(BAD)
    return path


def test_it_shows_where_things_are(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLORTERM", raising=False)
    done = run("config")

    assert done.code == 0
    assert f"{path} (not there: the defaults apply" in done.out
    for said in ("workbench.db", "logs", "NO_COLOR", "The settings are right.", 'theme               "workbench-dark"'):
        assert said in done.out
    assert "COLORTERM           not set" in done.out


def test_json_has_the_same(bad: Path, run: Run) -> None:
    rows = json.loads(run("config", "--json").out)
    by_name = {(row["part"], row["name"]): row for row in rows}

    assert by_name["places", "settings"]["value"] == str(bad)
    assert by_name["places", "settings"]["note"] == "there"
    assert by_name["environment", "WORKBENCH_CONFIG"]["value"] == str(bad)
    assert by_name["settings", "ascii"] == {"part": "settings", "name": "ascii", "value": "true", "note": "set"}
    assert [row["part"] for row in rows].count("problems") == 3
    assert len(run("config", "--jsonl").out.splitlines()) == len(rows)


def test_check_says_each_problem_with_its_line(bad: Path, run: Run) -> None:
    done = run("config", "--check")

    assert (done.code, done.err) == (1, "")
    said = done.out.splitlines()
    assert [f"{bad}, line {number}: " in line for number, line in zip((1, 4, 5), said, strict=True)] == [True] * 3
    assert [each["problem"] for each in json.loads(run("config", "--check", "--json").out)] == said


def test_check_of_right_settings(path: Path, run: Run) -> None:
    done = run("config", "--check")

    assert (done.code, done.out, done.err) == (0, "", "The settings are right.\n")
    assert json.loads(run("config", "--check", "--json").out) == []


def test_init_writes_the_file_once(path: Path, run: Run) -> None:
    done = run("config", "--init")

    assert (done.code, done.out) == (0, f"{path}\n")
    assert "is written" in done.err
    assert path.read_text(encoding="utf-8") == run("config", "--print").out
    assert load_settings() == (Settings(), ())
    assert run("config", "--check").code == 0


def test_init_never_overwrites(bad: Path, run: Run) -> None:
    done = run("config", "--init")

    assert (done.code, done.out) == (0, f"{bad}\n")
    assert "left as it is" in done.err
    assert bad.read_text() == BAD


def test_init_where_no_file_can_be(path: Path, run: Run) -> None:
    path.parent.write_text("a file")
    done = run("config", "--init")

    assert done.code == 1
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("task", ["--init", "--print"])
def test_what_prints_no_json_says_so(task: str, path: Path, run: Run) -> None:
    assert run("config", task, "--json").code == 2
    assert not path.exists()


def test_other_commands_say_the_first_problem_and_go_on(bad: Path, case: FakeCase, run: Run) -> None:
    done = run("quotes")

    assert done.code == 0
    assert f"{bad}, line 4: " in done.err
    assert "1 more: workbench config --check" in done.err
    assert "line 4" in run("keys").err
    assert "line 5" in run("keys").err


def test_a_broken_line_of_the_persons_is_named_and_the_rest_is_used(path: Path, run: Run) -> None:
    path.parent.mkdir()
    people = path.with_name("people.tsv")
    people.write_text("name\tcountry\nIda Moe\tNorway\nOla Lie\tNowhereland\n", encoding="utf-8")
    checked = run("config", "--check")

    assert (checked.code, checked.out) == (1, f"{people}, line 3: Nowhereland is no country.\n")
    assert f"{people} (there)" in run("config").out


def test_persons_that_are_no_text_are_said(path: Path, run: Run) -> None:
    path.parent.mkdir()
    path.with_name("people.tsv").write_bytes(b"name\n\xff\xfe\n")
    checked = run("config", "--check")

    assert checked.code == 1
    assert "are not used: it is not text in UTF-8" in checked.out
