from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from workbench.nlp import parser, tagger
from workbench.nlp.syntax_features import doc_syntax
from workbench.nlp.windows import split_windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return tagger.load().tokenizer


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=600))
def test_every_piece_stands_where_it_says(text: str) -> None:
    tokenizer = tagger.load().tokenizer
    for window in split_windows(text, doc_syntax(parser.parse(text)), tokenizer, size=24):
        assert 0 < len(window.ids) <= 22
        assert len(window.ids) == len(window.offsets)
        assert all(0 <= a <= b <= len(text) for a, b in window.offsets)
        assert len(window.words) == len(window.model_labels) - 2 == len(window.ids)


def test_paragraphs_stay_whole_while_they_fit(tokenizer: Tokenizer) -> None:
    text = "One short line.\n\nAnother short line.\nA third."
    (window,) = split_windows(text, doc_syntax(parser.parse(text)), tokenizer)
    assert text[window.offsets[0][0] : window.offsets[-1][1]] == text


def test_a_long_paragraph_loses_no_word(tokenizer: Tokenizer) -> None:
    text = "The minister said the talks would go on. " * 40
    found = split_windows(text, doc_syntax(parser.parse(text)), tokenizer, size=32)
    assert len(found) > 5
    assert sum(len(w.ids) for w in found) == len(tokenizer.encode(text, add_special_tokens=False).ids)
