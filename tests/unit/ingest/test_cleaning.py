"""Cleaning drops what is the page's, keeps what is the article's, and knows where everything stood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import BODY, FIRST, SECOND, TITLE, anything, sentences
from workbench.ingest.cleaning import clean
from workbench.model import Span


def test_offsets_lead_back_past_all_that_was_cut() -> None:
    lines = (TITLE, "Photo", f"{FIRST} (Photo by Mara Voss/Getty Images)", "READ MORE: x y z", SECOND, "")
    raw = "\r\n\r\n".join(lines)
    cleaned = clean(raw)
    assert cleaned.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    for words in (TITLE, FIRST, SECOND, "the mayor"):
        start = cleaned.text.index(words)
        assert cleaned.offsets.span_to_raw(Span(start, start + len(words))).of(raw) == words


@pytest.mark.parametrize("piece", ["share ", "A A/", "A ", "(", "Photo: A ", "/ AP ", " | AP", "copy ", "Credit: A "])
def test_no_line_takes_long(piece: str) -> None:
    line = (piece * 700)[:690]
    assert clean(f"{FIRST}\n\n{line}!x\n\n{BODY}").text.startswith(FIRST)


@settings(max_examples=150, deadline=None)
@given(anything)
def test_every_kept_character_stands_where_the_map_says(raw: str) -> None:
    cleaned = clean(raw)
    for segment in cleaned.offsets.segments:
        for place in (segment.clean, segment.clean + segment.length - 1):
            found = cleaned.offsets.span_to_raw(Span(place, place + 1))
            assert found.of(raw) == cleaned.text[place]
        assert cleaned.text[segment.clean :][: segment.length] == raw[segment.raw :][: segment.length]


@settings(max_examples=150, deadline=None)
@given(anything)
def test_only_white_space_is_put_in(raw: str) -> None:
    cleaned = clean(raw)
    mapped = {i for s in cleaned.offsets.segments for i in range(s.clean, s.clean + s.length)}
    assert all(char in " \n" for i, char in enumerate(cleaned.text) if i not in mapped)


@settings(max_examples=150, deadline=None)
@given(anything)
def test_a_clean_text_stays_as_it_is(raw: str) -> None:
    text = clean(raw).text
    assert clean(text).text == text


@settings(max_examples=100, deadline=None)
@given(anything)
def test_nothing_that_steers_a_terminal_is_left(raw: str) -> None:
    text = clean(raw).text
    assert not set(text) & set("\x00\x1b\x9b\u202e\u200b\ufeff\ue000\ue001\ud800\r\t\x0c\u2028\xa0")
    assert text.splitlines() == text.split("\n") or not text
    text.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(st.lists(sentences, min_size=1, max_size=12, unique_by=str.casefold), st.sampled_from(["\n", "\n\n"]))
def test_no_sentence_of_a_body_is_dropped(body: list[str], between: str) -> None:
    raw = between.join(body)
    assert clean(raw).text == raw


def test_a_plain_article_is_not_touched() -> None:
    assert clean(f"{TITLE}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"
