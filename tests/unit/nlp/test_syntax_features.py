from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.nlp import parser, syntax_features
from workbench.nlp.syntax_features import ABOVE, CUE, ELSEWHERE, PATHS, SUBJECT

SAID = "“We will not go,” Paul Smith, the mayor, said on Monday. It rained."
COMPLEMENT = 2


def paths(text: str, first: str, last: str = "") -> dict[str, int]:
    """Word -> the class of the way to it from the cue between two words."""
    doc = parser.parse(text)
    at = [t.text for t in doc]
    found = syntax_features.doc_syntax(doc).paths(np.arange(len(doc)), at.index(first), at.index(last or first) + 1)
    return dict(zip(at, found.tolist(), strict=True))


def test_who_speaks_is_below_the_subject_and_what_is_said_below_the_complement() -> None:
    found = paths(SAID, "said")
    assert [found[w] for w in ("Paul", "Smith", "mayor")] == [SUBJECT] * 3
    assert [found[w] for w in ("We", "not", "go")] == [COMPLEMENT] * 3
    assert (found["said"], found["rained"]) == (CUE, ELSEWHERE)


def test_above_a_cue_is_what_it_depends_on() -> None:
    found = paths("According to the plan, prices will rise.", "According", "to")
    assert (found["rise"], found["prices"], found["will"]) == (ABOVE, ABOVE + 1, ABOVE + 2)
    assert (found["According"], found["to"]) == (CUE, CUE)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_has_a_parse(text: str) -> None:
    assert len(syntax_features.doc_syntax(parser.parse(text)).starts) <= 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.data())
def test_every_word_has_a_class(text: str, data: st.DataObject) -> None:
    found = syntax_features.doc_syntax(parser.parse(text))
    count = len(found.starts)
    if count:
        first = data.draw(st.integers(0, count - 1))
        past = data.draw(st.integers(first + 1, count))
        low = data.draw(st.integers(0, count - 1))
        classes = found.paths(np.arange(low, count), first, past)
        assert len(classes) == count - low
        assert all(0 < c < PATHS for c in classes)
        assert all(c == CUE for at, c in enumerate(classes, low) if first <= at < past)
