from __future__ import annotations

import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.export.sanitizing import dumps, one_line, plain

ANYTHING = st.text(st.characters(), max_size=60)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in BIDI for c in one_line(text))
    assert not any(unicodedata.category(c) in ("Cc", "Cs") or c in BIDI for c in plain(text) if c != "\n")


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_json_carries_every_character_and_shows_none_that_steers(text: str) -> None:
    line = dumps({"text": text})

    assert json.loads(line) == {"text": text}
    assert plain(line) == line
    assert "\n" not in line


def test_words_of_other_scripts_pass_as_they_are() -> None:
    text = "“Nein”, сказал он — 部长说 👩‍👩‍👧 é"

    assert plain(text) == text
    assert json.loads(dumps(text, ascii_only=True)) == text
    assert dumps(text, ascii_only=True).isascii()


def test_all_line_ends_become_one_kind() -> None:
    assert plain("a\r\nb\rc\u2028d\x85e\tf") == "a\nb\nc\nd\ne f"
