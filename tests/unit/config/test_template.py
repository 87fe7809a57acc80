"""The settings file as it is handed out: it states the defaults, explains all, and is never written over a file."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from workbench.config import Settings, parse_settings
from workbench.config.settings import NAMES
from workbench.config.template import EXPLAINED, template, write_template
from workbench.config.toml_lines import lines_of_names
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
    used = lines_of_names(UNCOMMENTED)
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
