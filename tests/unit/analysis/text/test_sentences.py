from __future__ import annotations

import pytest

from workbench.analysis.text.sentences import sentence_at
from workbench.model import Span


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It rained. The dam held. They left.", "dam", "The dam held."),
        ("It rained. The dam held.", "rained. The", "It rained. The dam held."),
        ("Headline\nThe dam held", "dam", "The dam held"),
        ("He said: “The dam held.” They left.", "dam", "He said: “The dam held.”"),
    ],
)
def test_the_sentence_around_a_span_has_no_blanks_at_its_ends(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    assert sentence_at(text, Span(start, start + len(words))).of(text) == expected
