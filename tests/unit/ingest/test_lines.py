"""Lines as cleaning sees them."""

from __future__ import annotations

import pytest

from workbench.ingest.lines import Line, comparison_key, cut_lines, ends_sentence, is_headline, lines_of
from workbench.ingest.tracked_text import TrackedText

TEXT = "One.\n\nTwo\n  \nThree"


def test_only_lines_with_text_count() -> None:
    assert lines_of(TEXT) == (Line(0, 4, "One."), Line(6, 9, "Two"), Line(13, 18, "Three"))


def test_a_line_goes_with_its_line_end() -> None:
    assert cut_lines(TrackedText.of(TEXT), lines_of(TEXT)[:2]).text == "\n  \nThree"


@pytest.mark.parametrize("other", ["“Fog — returns”", '"fog – returns."', "FOG -  RETURNS"])
def test_copies_of_a_line_have_one_key(other: str) -> None:
    assert comparison_key(other) == comparison_key("Fog - returns")


@pytest.mark.parametrize(
    ("line", "ends"),
    [("It rained.", True), ("He said “no.”", True), ("Why?", False), ("Elm Inc.", False)],
)
def test_a_sentence_ends_with_a_stop_that_is_of_no_short_form(line: str, ends: bool) -> None:
    assert ends_sentence(line) is ends
    assert is_headline(line) is not ends
