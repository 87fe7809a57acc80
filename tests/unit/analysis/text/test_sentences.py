from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.text.sentences import sentence_at, sentence_spans
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


@given(st.text(alphabet="Ab .!?\n”’()x", max_size=80))
def test_sentences_are_stretches_of_the_text_in_order(text: str) -> None:
    found = sentence_spans(text)
    assert all(span.of(text).strip() == span.of(text) != "" for span in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
