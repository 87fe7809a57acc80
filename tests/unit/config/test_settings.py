"""The settings file: what is wrong is reported by its line and left out, the rest applies, and nothing raises."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import NAMES, Settings, load_settings, parse_settings
from workbench.config.key_names import canonical, like
from workbench.config.template import EXPLAINED, template, write_template
from workbench.config.toml_lines import lines_of
from workbench.tui.bindings import KEYS, SCOPES
from workbench.tui.themes import names

TEMPLATE = template(KEYS, SCOPES)
UNCOMMENTED = re.sub(r"(?m)^#(?! |$)", "", TEMPLATE)


def parsed(text: str) -> tuple[Settings, tuple[str, ...]]:
    return parse_settings(text, KEYS, names())


def test_the_template_is_the_defaults() -> None:
    assert parsed(TEMPLATE) == (Settings(), ())


def test_the_template_without_its_comment_marks_is_the_defaults_too() -> None:
    assert parsed(UNCOMMENTED) == (Settings(), ())


def test_the_template_explains_every_setting_and_every_key() -> None:
    used = lines_of(UNCOMMENTED)
    assert set(EXPLAINED) == {each.name for each in fields(Settings)} - {"keys", "stances"}
    assert set(NAMES) <= set(used)
    for key in KEYS:
        assert f'"{key.id}" = "{key.keys}"' in UNCOMMENTED.splitlines()[used[f"keys.{key.id}"] - 1]
        assert key.description in TEMPLATE


def test_the_examples_of_the_template_are_right() -> None:
    examples = "[stances]\n" + "\n".join(re.findall(r'(?m)^#   (".*)$', TEMPLATE))
    settings, problems = parsed(examples)
    assert (len(settings.stances), problems) == (3, ())


def test_the_template_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    assert write_template(path, TEMPLATE)
    path.write_text("mine")
    assert not write_template(path, TEMPLATE)
    assert path.read_text() == "mine"


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


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ('"desk.tga" = "x"', "no action called “desk.tga” (did you mean “desk.tag”?)"),
        ('"row.star" = "x"', "(did you mean “desk.star”?)"),
        ('"desk.tag" = "n"', "“n” is desk.note already"),
        ('"desk.tag" = "f5"', "“f5” is desk.star already"),
        ('"desk.tag" = "cntrl+t"', "no key called “cntrl+t” (did you mean “ctrl+t”?); desk.tag stays on t"),
        ('"desk.tag" = "g, entr"', "no key called “entr” (did you mean “enter”?)"),
        ('"desk.tag" = ""', "is empty"),
        ('"desk.tag" = ["t"]', "must be a string"),
        ("desk.tag = 1", "the keys of “desk.tag” must be a string"),
    ],
)
def test_a_bad_key_leaves_the_others(wrong: str, reason: str) -> None:
    settings, (problem,) = parsed(f'[keys]\n"desk.star" = "f5"\n{wrong}\n"desk.copy" = "f9"\n')
    assert problem.startswith("line 3: ")
    assert reason in problem
    assert settings.keys == {"desk.star": "f5", "desk.copy": "f9"}


def test_every_problem_is_reported_in_the_order_of_the_lines() -> None:
    above = 'x = """\n\n"""\nanimations = 0\n[stances]\n"verb a" = "likes"\nb = "open"\n'
    settings, problems = parsed(above + '[keys]\n"desk.tag" = "n"\n"desk.note" = "n"\n')
    assert [problem.partition(":")[0] for problem in problems] == [f"line {number}" for number in (1, 4, 6, 7, 9, 10)]
    assert settings == Settings()


def test_two_actions_can_change_places_and_one_can_go_without_a_key() -> None:
    settings, problems = parsed(
        '[keys]\n"desk.tag" = "n"\n"desk.note" = "t"\n"desk.star" = "none"\n"desk.copy" = "none"'
    )
    assert problems == ()
    assert settings.keys == {"desk.tag": "n", "desk.note": "t", "desk.star": "none", "desk.copy": "none"}


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


def test_lines_are_found_after_values_of_many_lines_and_at_once() -> None:
    strings = 'a = """\n]\\"""\n""""\nb = \'\'\'\n[x\n\'\'\'\nc = [ # ]\n  "]", \'[\',\n' + "']',\n" * 10_000 + "]\n"
    assert lines_of(strings + "[t.u]\nd = { e = 1 }") == {
        "a": 1, "b": 4, "c": 7, "t": 10_010, "t.u": 10_010, "t.u.d": 10_011, "t.u.d.e": 10_011,
    }  # fmt: skip


def test_a_file_of_an_editor_that_marks_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbfascii = true\r\nanimations = 1\r\n")
    settings, (problem,) = load_settings(path, KEYS)
    assert settings.ascii
    assert f"{path}, line 2: " in problem


def test_every_key_of_the_desk_can_be_written() -> None:
    for key in KEYS:
        assert [canonical(each) for each in key.keys.split(",")] == key.keys.split(",")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"), ("^T", "ctrl+t"), ("Shift+Ctrl+Up", "ctrl+shift+up"), ("shift+a", "A"),
        (" esc ", "escape"),
        ("+", "plus"), ("ctrl++", "ctrl+plus"), ("ctrl+i", "tab"), ("⏎", "enter"), ("ö", "ö"), ("comma", "comma"),
        ("full_stop", "full_stop"), ("«", "left_pointing_double_angle_quotation_mark"), ("F12", "f12"),
        ("", ""), ("ctrl+", ""), ("f99", ""), ("foo+a", ""), ("aa", ""), ("latin_small_letter_a", ""), ("\x1b", ""),
    ],
)  # fmt: skip
def test_names_of_keys(written: str, name: str) -> None:
    assert canonical(written) == name


@given(st.text())
def test_any_name_of_a_key_is_one_or_is_not(written: str) -> None:
    for name in (canonical(written), like(written)):
        assert "," not in name
        assert name == name.strip()


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
