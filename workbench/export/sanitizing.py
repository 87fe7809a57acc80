"""What leaves the program is plain: no character in it steers a terminal, a spreadsheet or a reading direction.

For people such characters are dropped; in JSON, where offsets must keep counting, they are written as escapes.
"""

from __future__ import annotations

import json
import re
from typing import Any

BLANKS = re.compile(r"[^\S\xa0]+")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ue000\ue001]"
)
"""Controls other than a line feed, bidirectional marks, line separators, lone surrogates, and the marks of snippets."""


_to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_to_ascii = json.JSONEncoder(check_circular=False).encode


def plain(text: str) -> str:
    """The text without what steers; lines are kept, tabs become spaces."""
    if text.isprintable():
        return text
    return STEERING.sub("", LINE_ENDS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """The text without what steers, on a single line."""
    if text.isprintable() and "  " not in text and text.strip() == text:
        return text
    return " ".join(plain(text).split())


def stretch(text: str) -> str:
    """A part of a line: as `one_line`, but blanks at its ends stay, and those that hold words together."""
    return BLANKS.sub(" ", plain(text))


def dumps(value: Any, *, ascii_only: bool = False) -> str:
    """JSON on one line in which what steers stands only as an escape."""
    text = (_to_ascii if ascii_only else _to_json)(value)
    return text if text.isprintable() else STEERING.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def count(number: int, what: str) -> str:
    """`1 outlet`, `3 outlets`."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
