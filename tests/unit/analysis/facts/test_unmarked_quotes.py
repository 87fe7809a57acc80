"""Passages that are said within quotation marks which they do not have."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.passage import Passage
from workbench.analysis.facts.unmarked_quotes import is_quoted_whole

QUOTED = Passage("“We will open the mill in May”")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("We will open the mill in May", True),
        ("we will open the mill in May,” she added", True),
        ("We will open the old mill in May", True),
        ("She said we will open the mill in May", False),
        ("The mill opens in May, “so they say", False),
    ],
)
def test_what_is_quoted_by_its_own_words(text: str, quoted: bool) -> None:
    [quotation] = QUOTED.of_kind["quotation"]
    assert is_quoted_whole(quotation, Passage(text)) is quoted
