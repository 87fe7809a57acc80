"""The sentence around a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.text.sentence_context import REACH, sentence_around
from workbench.model import Span

TEXT = 'The port is shut. "The crane fell," said Ms. Alder, "and nobody was hurt." Repairs begin soon.\n\nThe end'


def around(part: str) -> str:
    at = TEXT.index(part)
    sentence, span = sentence_around(TEXT, Span(at, at + len(part)))
    assert span.of(sentence) == part
    return sentence


def test_a_sentence_ends_where_the_next_begins() -> None:
    assert around("port is") == "The port is shut."
    assert around("Repairs begin") == "Repairs begin soon."
    assert around("The end") == "The end"


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert around("nobody was hurt").startswith('"The crane')
    assert around("nobody was hurt").endswith('hurt."')


def test_an_initial_and_a_title_end_no_sentence() -> None:
    text = "They met Sen. Donald J. Alder in the U.S. House. He left."
    assert sentence_around(text, Span(0, 4))[0] == "They met Sen. Donald J. Alder in the U.S. House."


@given(st.text(alphabet='aB .\n!"”', max_size=80), st.data())
def test_the_passage_is_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence, span = sentence_around(text, Span(start, end))
    assert span.of(sentence) == text[start:end]


def test_it_reaches_only_so_far() -> None:
    text = "word " * 4000
    sentence, span = sentence_around(text, Span(10_000, 10_004))
    assert len(sentence) <= 2 * REACH + 4
    assert span.of(sentence) == "word"
