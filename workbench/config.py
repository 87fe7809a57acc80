"""The analyst's settings: one TOML file, read only at the edges and handed down as a value.

A bad file never stops the program: the reader gives the defaults and one line that says what is wrong and where.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from workbench.model import STANCES

APP = "workbench"
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
    """Binding id -> keys, comma-separated: `"desk.tag" = "t,ctrl+t"`."""
    stances: Mapping[str, str] = field(default_factory=dict)
    """Word class and word -> stance, with a strength if need be: `"verb greenlight" = "supports 2"`; "none" takes a
    word out."""


def settings_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are: what WORKBENCH_CONFIG names, else `config.toml` in the user's configuration folder."""
    named = environ.get("WORKBENCH_CONFIG", "")
    return Path(named) if named else platformdirs.user_config_path(APP) / "config.toml"


def load_settings(path: Path | None = None) -> tuple[Settings, str]:
    """The settings, and one line about what is wrong with the file ("" if nothing is or there is none)."""
    path = path or settings_path()
    try:
        return parse_settings(path.read_text(encoding="utf-8")), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        reason = " ".join(str(error).split())
        return Settings(), f"The settings in {path} are not used: {reason}. The defaults apply."


def parse_settings(text: str) -> Settings:
    """Settings from TOML; raises ValueError with a reason for the user."""
    table = tomllib.loads(text)
    unknown = sorted(table.keys() - {"theme", "animations", "keys", "stances"})
    if unknown:
        raise ValueError(
            f"there is no setting called “{unknown[0]}” (there are theme, animations, [keys] and [stances])"
        )
    usual = Settings()
    keys = _checked(table, "keys", dict, {})
    for name, value in keys.items():
        if not isinstance(value, str):
            raise ValueError(f'the keys of “{name}” must be a string like "t,ctrl+t"')
    return Settings(
        theme=_checked(table, "theme", str, usual.theme),
        animations=_checked(table, "animations", bool, usual.animations),
        keys=keys,
        stances=_stances(_checked(table, "stances", dict, {})),
    )


def _stances(table: dict[str, Any]) -> dict[str, str]:
    """The analyst's stance words, each checked."""
    for name, value in table.items():
        if not _WORD.fullmatch(name):
            raise ValueError(
                f"“{name}” must be a word class (verb, noun, adj, said) and a word, like “verb greenlight”"
            )
        stance = value.split(" ")[0] if isinstance(value, str) and _STANCE.fullmatch(value) else ""
        if stance not in STANCES and stance != "none":
            known = ", ".join(STANCES)
            raise ValueError(f"“{name}” must be a stance ({known}), with a strength 0-3 if you like, or none")
    return table


def _checked(table: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = table.get(name, default)
    if not isinstance(value, kind):
        wanted = {str: "a string", bool: "true or false", dict: "a table"}[kind]
        raise ValueError(f"“{name}” must be {wanted}")
    return value
