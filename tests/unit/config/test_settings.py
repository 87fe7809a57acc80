"""The settings file: what is wrong is reported by its line and left out, the rest applies, and nothing raises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import Settings, load_settings, parse_settings
from workbench.config.template import template
from workbench.tui.bindings import KEYS, SCOPES
from workbench.tui.themes import names

UNCOMMENTED = re.sub(r"(?m)^#(?! |$)", "", template(KEYS, SCOPES))


def parsed(text: str) -> tuple[Settings, tuple[str, ...]]:
    return parse_settings(text, KEYS, names())


REST = 'ascii = true\n[stances]\n"verb greenlight" = "supports 2"\n[keys]\n"desk.star" = "f5"\n'


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("theme = 3", "“theme” must be a string; “workbench-dark” applies"),
        ('theme = "nrd"', "there is no theme called “nrd” (did you mean “nord”?)"),
        ('animations = "yes"', "“animations” must be true or false; false applies"),
        (
            "pager = 'less \"-R'",
            "“pager” must be a command line; in this one a quotation mark is not closed; the default",
        ),
        ("animatons = ''", "no setting called “animatons” (did you mean “animations”?)"),
        ('"desk.tag" = "x"', "“desk.tag” is the name of an action: it goes under [keys]"),
    ],
)
def test_only_the_bad_setting_falls_back(wrong: str, reason: str) -> None:
    settings, (problem,) = parsed(f"# mine\n\n{wrong}\n{REST}")
    assert problem.startswith("line 3: ")
    assert reason in problem
    expected = Settings(ascii=True, stances={"verb greenlight": "supports 2"}, keys={"desk.star": "f5"})
    assert settings == expected


def test_every_problem_is_reported_in_the_order_of_the_lines() -> None:
    above = 'x = """\n\n"""\nanimations = 0\n[stances]\n"verb a" = "likes"\nb = "open"\n'
    settings, problems = parsed(above + '[keys]\n"desk.tag" = "n"\n"desk.note" = "n"\n')
    assert [problem.partition(":")[0] for problem in problems] == [f"line {number}" for number in (1, 4, 6, 7, 9, 10)]
    assert settings == Settings()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("animations = true\ntheme = nord\nx = 1", 2),
        ("animations = true\n\n[keys\n", 3),
        ("animations = true\ntheme = '''\n\n\n", 2),
        ("animations = true\nanimations = false", 2),
        ("animations = true\n\nx = " + "[" * 100_000, 3),
        ("x" * 300_000, 1),
    ],
)
def test_no_toml_is_one_problem_with_its_line(text: str, line: int) -> None:
    settings, (problem,) = parsed(text)
    assert settings == Settings()
    assert problem.startswith(f"line {line}: ")
    assert "defaults apply" in problem


def test_a_file_of_an_editor_that_marks_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbfascii = true\r\nanimations = 1\r\n")
    settings, (problem,) = load_settings(path, KEYS)
    assert settings.ascii
    assert f"{path}, line 2: " in problem


LINES = st.lists(st.one_of(st.sampled_from(UNCOMMENTED.splitlines()), st.text(max_size=20)), max_size=12)


@given(st.one_of(st.text(), LINES.map("\n".join)))
def test_any_text_is_a_settings_file(text: str) -> None:
    settings, problems = parsed(text)
    assert settings == Settings() or "=" in text
    assert all(re.match(r"line \d+: ", problem) and len(problem.splitlines()) == 1 for problem in problems)
    assert all(int(problem[5:].partition(":")[0]) <= text.count("\n") + 1 for problem in problems)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_settings_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    _, problems = load_settings(path, KEYS, names())
    assert all(len(problem.splitlines()) == 1 for problem in problems)
