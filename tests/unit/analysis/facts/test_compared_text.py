"""One of two texts as it is compared with the other."""

from __future__ import annotations

from workbench.analysis.facts.compared_text import compared_text, is_shortened
from workbench.model import Span

ONE, OTHER = "The militants left 12 old ships in Lima", "The insurgents left 15 ships in Lima"


def test_what_typed_expressions_account_for_is_not_left() -> None:
    left = compared_text(ONE, OTHER).rest(Span(0, len(ONE)), compared_text(OTHER, ONE), replaced=False)
    assert [word.lower for word in left] == ["old"]


def test_a_loaded_word_is_left_where_the_other_text_has_none_like_it() -> None:
    other = "Somebody left 15 ships in Lima"
    left = compared_text(ONE, other).rest(Span(0, len(ONE)), compared_text(other, ONE), replaced=False)
    assert [word.lower for word in left] == ["militants", "old"]


def test_a_quotation_without_words_at_an_end_is_shortened() -> None:
    assert is_shortened("we will wait", "we will wait for rain")
    assert not is_shortened("we will wait", "we will wait")
    assert not is_shortened("we wait", "we will wait")
