"""The settings file as it is handed out: every setting explained, and commented out at its default."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill

from workbench.config.key_names import NO_KEY
from workbench.config.keymap import BoundAction
from workbench.config.settings import Settings
from workbench.model import STANCES

HEAD = """\
# Settings of the workbench.
#
# Every line that can be used begins with # and no blank; it shows what applies anyway. Take the # off to change it.
# Lines that begin with # and a blank explain. `workbench config --check` says whether the file is right, and
# `workbench config` where things are. What is wrong here is reported by its line and left out; the rest applies.
"""

EXPLAINED: dict[str, str] = {
    "theme": "A theme: workbench-dark, workbench-light, workbench-contrast-dark, workbench-contrast-light,\n"
    "# or another that alt+t lists on the desk.",
    "animations": "Whether scrolling and dialogs glide: true or false.",
    "known_people": "Whether what an article takes for granted is looked up: who holds which office, where a body is.\n"
    "# Your own persons go in people.tsv beside this file: a header line with the columns that you use of name,\n"
    "# aliases (; between), role, country, kind, start and end, then a line each, with tabs between.",
    "ascii": "Only ASCII signs and lines, for terminals and fonts that lack the others.",
    "restore": "Whether a case opens as it was left: its pane, sizes, columns and orders, earlier searches, and\n"
    "# notes that were begun and not saved.",
    "pager": "The pager that E opens an article in, with its options; empty: $PAGER, less or more.",
    "editor": "The editor, likewise; empty: $VISUAL, $EDITOR, vi or nano.",
    "browser": "The browser, with %s for the link if it does not come last; empty: $BROWSER, or the system's.",
}
"""What each setting outside the tables does."""

KEYS = f"""
# The keys, by the name of the action. Several are parted by commas; "{NO_KEY}" leaves an action without a key.
# A key is a character ("T", "?"), a name ("enter", "pagedown", "f5", "comma"), or either with ctrl+, alt+ or shift+
# before it ("ctrl+t"). In one place a key does one thing: to use one that is taken, give its action
# another in this file.
[keys]
"""

STANCES_HEAD = """
# What a word says about where a country stands. The word class (verb, noun, adj, or said for what a speaker calls
# something else) and the word, with a stance and if you like a strength from 0 to 3; "none" takes a word out.
# Articles are analysed again when this changes.
"""

STANCES_TAIL = """\
# For example:
#   "verb greenlight" = "supports 2"
#   "adj lukewarm" = "concerned"
#   "noun plan" = "none"
[stances]
"""


def template(actions: Sequence[BoundAction] = (), scopes: Mapping[str, str] | None = None) -> str:
    """The documented file, with the keys of `actions` under the headings that `scopes` gives their scopes."""
    return "".join([HEAD, *_settings(), KEYS, *_keys(actions, scopes or {}), STANCES_HEAD, _stances(), STANCES_TAIL])


def write_template(path: Path, text: str) -> bool:
    """Write the file where there is none, with its folder; whether it was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def as_toml(value: str | bool) -> str:
    """A value as it stands in the file."""
    return json.dumps(value, ensure_ascii=False)


def _settings() -> Iterator[str]:
    usual = Settings()
    for name, explained in EXPLAINED.items():
        yield f"\n# {explained}\n#{name} = {as_toml(getattr(usual, name))}\n"


def _keys(actions: Sequence[BoundAction], scopes: Mapping[str, str]) -> Iterator[str]:
    """The keys of each scope, their descriptions in a column."""
    lines = {action.id: f'#"{action.id}" = "{action.keys}"' for action in actions}
    for scope in dict.fromkeys(action.scope for action in actions):
        yield f"\n# {scopes.get(scope, scope).capitalize()}\n"
        inside = [action for action in actions if action.scope == scope]
        width = max(len(lines[action.id]) for action in inside)
        for action in inside:
            yield f"{lines[action.id]:<{width}}  # {action.description}\n"


def _stances() -> str:
    known = fill(f"The stances: {', '.join(STANCES)}.", 110, initial_indent="# ", subsequent_indent="# ")
    return known + "\n"
