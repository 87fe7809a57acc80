"""Names of keys: however a key is written, it comes to the name that Textual has for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config.key_names import canonical, nearest_key
from workbench.tui.bindings import KEYS


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
    for name in (canonical(written), nearest_key(written)):
        assert "," not in name
        assert name == name.strip()
