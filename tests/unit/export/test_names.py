"""Names of files that every system takes, and names of which none comes twice."""

from __future__ import annotations

import pytest

from workbench.export.names import MOST_BYTES, UniqueNames, file_name, shortened


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('2025-08-21 Wire: "Talks?" <a|b> c/d\\e*', "2025-08-21 Wire Talks a b c d e"),
        ("CON", "CON _"),
        ("lpt1.txt", "lpt1 txt"),
        ("Console", "Console"),
        (" . hidden . ", "hidden"),
        ("\x1b[31mRed\u202e title", "[31mRed title"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("...", "untitled"),
        ("\ud83d", "untitled"),
    ],
)
def test_a_name_is_legal_on_every_system(text: str, name: str) -> None:
    assert file_name(text) == name


@pytest.mark.parametrize("text", ["word " * 200, "𠮷" * 500, "e\u0301" * 400, "a" * 400])
def test_a_long_name_is_cut_between_letters_and_says_so(text: str) -> None:
    name = file_name(text)
    assert MOST_BYTES - 12 < len(name.encode()) <= MOST_BYTES
    assert name.endswith("…")
    assert shortened(name, MOST_BYTES) == name


def test_names_differ_in_more_than_capitals_and_composition() -> None:
    names = UniqueNames()
    given = [names.unique(name, "code") for name in ("Key", "KEY", "key", "Caf\u00e9", "Cafe\u0301")]
    assert given == ["Key", "KEY (code)", "key (code) 2", "Caf\u00e9", "Cafe\u0301 (code)"]
    assert UniqueNames().unique("Key") == "Key"
    assert names.unique("key") == "key 2"
