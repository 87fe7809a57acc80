"""Of a passage that comes twice the first copy stays."""

from __future__ import annotations

from tests.unit.ingest.texts import FIRST, SECOND, THIRD
from workbench.ingest.cleaning import clean


def test_a_body_that_comes_twice_stays_once_with_its_headings() -> None:
    block = f"{SECOND}\nWhat comes next\n{THIRD}\nDivers in May\n{FIRST}"
    assert clean(f"Opening words of the report.\n{block}\n{block}").text == f"Opening words of the report.\n{block}"


def test_a_heading_goes_with_the_copy_below_it_wherever_it_was_first() -> None:
    raw = f"{FIRST}\nIn short\n{SECOND}\nThe vote was close.\nIn short\n{SECOND}\nThat was all."
    assert clean(raw).text == f"{FIRST}\nIn short\n{SECOND}\nThe vote was close.\nThat was all."


def test_a_copy_may_differ_in_quote_marks_spacing_and_case() -> None:
    raw = f"{SECOND}\n\n{SECOND.replace('“', chr(34)).replace('”', chr(34)).replace(' ', '  ')}"
    assert clean(raw).text == SECOND


def test_a_paragraph_that_differs_by_one_word_is_no_copy() -> None:
    changed = THIRD.replace("declined", "refused")
    assert clean(f"{THIRD}\n\n{changed}").text == f"{THIRD}\n\n{changed}"


def test_short_lines_may_repeat() -> None:
    raw = f"{FIRST}\n\n“No.”\n\n{SECOND}\n\n“No.”\n\n{THIRD}"
    assert clean(raw).text == raw


def test_a_body_repeated_on_its_own_line_stays_once() -> None:
    assert clean(f"{FIRST} {SECOND} {FIRST} {SECOND}").text == f"{FIRST} {SECOND}"
