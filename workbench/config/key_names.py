"""The names of keys, as Textual knows them, without Textual: how people write a key, and the name it comes to."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable

NO_KEY = "none"
"""For an action that no key does."""

_RENAMED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_WRITTEN = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "bksp": "backspace", "pgup": "pageup",
    "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown", "⏎": "enter", "←": "left", "→": "right",
    "↑": "up", "↓": "down",
}  # fmt: skip
"""How else a key is written, in our own help among others."""
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+at": "ctrl+@"}
"""What terminals send as one."""
_MODIFIERS = {name: name for name in ("alt", "ctrl", "hyper", "meta", "shift", "super")} | {"control": "ctrl"}


def _of_character(character: str) -> str:
    """The name of the key that writes a character; "" where none does."""
    if character.isalnum():
        return character
    if not character.isprintable():
        return ""
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


SYMBOLS = {_of_character(sign): sign for sign in string.punctuation}
NAMED = (
    "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown", "pageup", "right",
    "space", "tab", "up", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip


def canonical(written: str) -> str:
    """The name of a key however it is written (`T`, `?`, `^t`, `Ctrl+T`, `esc`); "" for a key that cannot exist."""
    *modifiers, last = _parts(written)
    if any(each not in _MODIFIERS for each in modifiers):
        return ""
    held = {_MODIFIERS[each] for each in modifiers}
    name = _name(last)
    if len(name) == 1 and held:
        name, held = (name.upper(), set()) if held == {"shift"} else (name.lower(), held)
    whole = "+".join([*sorted(held), name]) if name else ""
    return _SAME.get(whole, whole)


def nearest_key(written: str) -> str:
    """The key that was meant, perhaps; "" if none is near."""
    *modifiers, last = _parts(written)
    name = _name(last) or nearest(last.lower(), [*NAMED, *SYMBOLS, *_WRITTEN])
    return canonical("+".join([*(nearest(each, _MODIFIERS) or each for each in modifiers), name]))


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that a word is a slip of, perhaps; "" if none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(choices), scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""


def did_you_mean(near: str) -> str:
    """The question after what is unknown, if something is near."""
    return f" (did you mean “{near}”?)" if near else ""


def _parts(written: str) -> list[str]:
    """The modifiers in small letters, and what is pressed with them last."""
    word = written.strip()
    if len(word) > 1 and word.startswith("^"):
        word = "ctrl+" + word[1:]
    plus = word == "+" or word.endswith("++")
    *modifiers, last = (word[:-1] + "plus" if plus else word).split("+")
    return [*(each.strip().lower() for each in modifiers), last.strip()]


def _name(word: str) -> str:
    """The name of what is pressed, without modifiers."""
    if len(word) == 1 and word not in _WRITTEN:
        return _of_character(word)
    small = word.lower()
    small = _WRITTEN.get(small, small)
    if small in NAMED or small in SYMBOLS:
        return small
    try:
        character = unicodedata.lookup(small.replace("_", " "))
    except KeyError:
        return ""
    return _of_character(character) if len(character) == 1 and not character.isalnum() else ""
