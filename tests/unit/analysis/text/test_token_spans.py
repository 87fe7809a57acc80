from __future__ import annotations

from workbench.analysis.text.token_spans import subtree_span, token_span, tokens_at
from workbench.model import Span
from workbench.nlp.parser import parse

TEXT = "The old dam held."


def test_tokens_stand_where_the_text_has_them() -> None:
    doc = parse(TEXT)
    assert token_span(doc[2]).of(TEXT) == "dam"
    assert token_span(doc[1], doc[3]).of(TEXT) == "old dam held"


def test_a_token_with_all_that_hangs_on_it_is_its_phrase() -> None:
    assert subtree_span(parse(TEXT)[2]).of(TEXT) == "The old dam"


def test_a_stretch_has_every_token_that_it_has_a_part_in() -> None:
    doc = parse(TEXT)
    found = tokens_at(doc, Span(5, 9))
    assert found is not None
    assert found.text == "old dam"
    assert tokens_at(doc, Span(90, 95)) is None
