"""One kind of space and line end; characters that letters need stay."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import FIRST, THIRD
from workbench.ingest.cleaning import clean


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert clean(f"{FIRST}{end}{THIRD}").text == f"{FIRST}\n{THIRD}"


def test_space_is_evened_out() -> None:
    raw = "  One  word\u00a0more. \t\n \n\n\n  Two words.  \n"
    assert clean(raw).text == "One word more.\n\nTwo words."


def test_joiners_stay_where_letters_need_them() -> None:
    assert clean("می\u200cخواهم").text == "می\u200cخواهم"
    assert clean("an\u200dkle").text == "ankle"


def test_markup_of_others_is_left_for_the_screens_to_escape() -> None:
    assert clean(f"[/] [b]{FIRST}").text == f"[/] [b]{FIRST}"
