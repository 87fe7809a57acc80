"""Wrapped paragraphs become one line each."""

from __future__ import annotations

import textwrap

from tests.unit.ingest.texts import FIRST, THIRD
from workbench.ingest.cleaning import clean


def test_wrapped_lines_are_joined() -> None:
    wrapped = textwrap.fill(FIRST, 64)
    assert wrapped.count("\n") > 1
    assert clean(f"{wrapped}\n\n{THIRD}").text == f"{FIRST}\n\n{THIRD}"


def test_one_line_per_paragraph_is_not_joined() -> None:
    raw = "The vote was on Monday.\nIt was close, said the mayor.\nNobody was surprised.\nThe lamp will be lit in May."
    assert clean(raw).text == raw
