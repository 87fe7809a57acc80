"""The analyst's settings: one TOML file, read only at the edges and handed down as a value.

A bad file never stops the program: what is wrong in it is left out, with a line that says what and where; the rest
applies. `template` documents every setting.
"""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from workbench.config.key_names import did_you_mean, nearest
from workbench.config.keymap import BoundAction, Problems, remap_keys
from workbench.config.toml_lines import lines_of_names, syntax_error
from workbench.model import STANCES

APP = "workbench"
CHARACTERS_AT_MOST = 200_000
_WORD = re.compile(r"(?:verb|noun|adj|said) \S+(?: \S+){0,2}")
_STANCE = re.compile(r"[a-z_]+(?: [0-3])?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set; the defaults are what most people want."""

    theme: str = "workbench-dark"
    """A theme's name, as the command palette lists them."""
    animations: bool = False
    """Whether scrolling and dialogs glide."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Binding id -> keys, comma-separated: `"desk.tag" = "t,ctrl+t"`; "none" is no key."""
    stances: Mapping[str, str] = field(default_factory=dict)
    """Word class and word -> stance, with a strength if need be: `"verb greenlight" = "supports 2"`; "none" takes a
    word out."""
    known_people: bool = True
    """Whether who holds which office, and where an institution is, is looked up where an article does not say it."""
    ascii: bool = False
    """Only ASCII signs and lines."""
    restore: bool = True
    """Whether a case opens as it was left."""
    pager: str = ""
    """The command line of the pager; empty: $PAGER, less or more."""
    editor: str = ""
    """Of the editor; empty: $VISUAL, $EDITOR, vi or nano."""
    browser: str = ""
    """Of the browser, with %s for the link if it does not come last; empty: $BROWSER, or the system's."""


COMMANDS = ("pager", "editor", "browser")
"""The settings that are command lines."""
NAMES = tuple(each.name for each in fields(Settings))


def settings_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are: what WORKBENCH_CONFIG names, else `config.toml` in the user's configuration folder."""
    named = environ.get("WORKBENCH_CONFIG", "")
    return Path(named) if named else platformdirs.user_config_path(APP) / "config.toml"


def state_path(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of what the desk has to remember: what WORKBENCH_STATE names, else the user's state folder."""
    named = environ.get("WORKBENCH_STATE", "")
    return Path(named) if named else platformdirs.user_state_path(APP)


def load_settings(
    path: Path | None = None, actions: Sequence[BoundAction] = (), themes: Collection[str] = ()
) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and a line for each thing that is wrong with the file (none if there is no file).

    Keys are checked against `actions` and the theme against `themes`, where they are given.
    """
    path = path or settings_path()
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(CHARACTERS_AT_MOST + 1)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"it is not text in UTF-8 ({error})"
        return Settings(), (_line(f"The settings in {path} are not used: {reason}. The defaults apply."),)
    settings, problems = parse_settings(text, actions, themes)
    return settings, tuple(_line(f"{path}, {problem}.") for problem in problems)


def parse_settings(
    text: str, actions: Sequence[BoundAction] = (), themes: Collection[str] = ()
) -> tuple[Settings, tuple[str, ...]]:
    """Settings from TOML, and what is wrong: `line 3: ...`, in the order of the lines."""
    if len(text) > CHARACTERS_AT_MOST:
        return Settings(), ("line 1: this is too long for settings; the defaults apply",)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, reason = syntax_error(text, error)
        return Settings(), (_line(f"line {line}: {reason}. Nothing in the file is used; the defaults apply"),)
    settings, found = _read(table, actions, themes)
    if not found:
        return settings, ()
    lines = lines_of_names(text)
    placed = sorted((lines.get(name, 1), reason) for name, reason in found)
    return settings, tuple(_line(f"line {line}: {reason}") for line, reason in placed)


def _read(table: dict[str, Any], actions: Sequence[BoundAction], themes: Collection[str]) -> tuple[Settings, Problems]:
    """What is right in a table, and the names that are not, with the reason."""
    usual = Settings()
    right: dict[str, Any] = {}
    found: Problems = []
    for name, value in table.items():
        reason = _reason(name, value, usual, themes) if name in NAMES else _unknown(name, value, actions)
        if reason:
            found.append((name, reason))
            continue
        inner: Problems = []
        if name == "keys":
            value, inner = remap_keys(value, actions)
        elif name == "stances":
            value, inner = _stances(value)
        found += [(f"{name}.{each}", reason) for each, reason in inner]
        right[name] = value
    return Settings(**right), found


def _reason(name: str, value: Any, usual: Settings, themes: Collection[str]) -> str:
    """Why a setting cannot be used; "" if it can."""
    default = getattr(usual, name)
    if not isinstance(value, type(default)):
        wanted = {str: "a string", bool: "true or false", dict: f"a table: [{name}]"}[type(default)]
        return f"“{name}” must be {wanted}{_instead(default)}"
    if name == "theme" and themes and value not in themes:
        return f"there is no theme called “{value}”{did_you_mean(nearest(value, themes))}{_instead(default)}"
    return _no_command(name, value) if name in COMMANDS else ""


def _no_command(name: str, value: str) -> str:
    try:
        shlex.split(value)
    except ValueError:
        return f"“{name}” must be a command line; in this one a quotation mark is not closed{_instead('')}"
    return ""


def _instead(default: object) -> str:
    if isinstance(default, dict):
        return ""
    shown = str(default).lower() if isinstance(default, bool) else f"“{default}”" if default else "the default"
    return f"; {shown} applies"


def _unknown(name: str, value: Any, actions: Sequence[BoundAction]) -> str:
    scopes = {action.id.partition(".")[0] for action in actions}
    if name.partition(".")[0] in scopes and ("." in name or isinstance(value, dict)):
        return f"“{name}” is the name of an action: it goes under [keys]"
    listed = ", ".join(name for name in NAMES if name not in ("keys", "stances"))
    meant = did_you_mean(nearest(name, NAMES))
    return f"there is no setting called “{name}”{meant}; there are {listed}, [keys] and [stances]"


def _stances(table: dict[str, Any]) -> tuple[dict[str, str], Problems]:
    """The analyst's stance words that are right, and those that are not."""
    found = [(name, reason) for name, value in table.items() if (reason := _no_stance(name, value))]
    wrong = {name for name, _ in found}
    return {name: value for name, value in table.items() if name not in wrong}, found


def _no_stance(name: str, value: Any) -> str:
    """Why an entry says no stance; "" if it does."""
    if not _WORD.fullmatch(name):
        return f"“{name}” must be a word class (verb, noun, adj, said) and a word, like “verb greenlight”"
    stance = value.split(" ")[0] if isinstance(value, str) and _STANCE.fullmatch(value) else ""
    if stance in STANCES or stance == "none":
        return ""
    return f"“{name}” must be a stance ({', '.join(STANCES)}), with a strength 0-3 if you like, or none"


def _line(text: str) -> str:
    return " ".join(text.split())
