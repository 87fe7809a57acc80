"""Cleaning drops what is the page's, keeps what is the article's, and knows where everything stood."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE, anything, sentences
from workbench.ingest.cleaning import clean
from workbench.model import Span


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


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert clean(f"{FIRST}{end}{THIRD}").text == f"{FIRST}\n{THIRD}"


def test_space_is_evened_out() -> None:
    raw = "  One  word\u00a0more. \t\n \n\n\n  Two words.  \n"
    assert clean(raw).text == "One word more.\n\nTwo words."


def test_joiners_stay_where_letters_need_them() -> None:
    assert clean("می\u200cخواهم").text == "می\u200cخواهم"
    assert clean("an\u200dkle").text == "ankle"


def test_markup_of_others_is_left_for_the_screens_to_escape() -> None:
    assert clean(f"[/] [b]{FIRST}").text == f"[/] [b]{FIRST}"


def test_a_body_that_comes_twice_stays_once_with_its_headings() -> None:
    block = f"{SECOND}\nWhat comes next\n{THIRD}\nDivers in May\n{FIRST}"
    assert clean(f"Opening words of the report.\n{block}\n{block}").text == f"Opening words of the report.\n{block}"


def test_a_heading_goes_with_the_copy_below_it_wherever_it_was_first() -> None:
    raw = f"{FIRST}\nIn short\n{SECOND}\nThe vote was close.\nIn short\n{SECOND}\nThat was all."
    assert clean(raw).text == f"{FIRST}\nIn short\n{SECOND}\nThe vote was close.\nThat was all."


def test_a_copy_may_differ_in_quote_marks_spacing_and_case() -> None:
    raw = f"{SECOND}\n\n{SECOND.replace('“', chr(34)).replace('”', chr(34)).replace(' ', '  ')}"
    assert clean(raw).text == SECOND


def test_a_paragraph_that_differs_by_one_word_is_no_copy() -> None:
    changed = THIRD.replace("declined", "refused")
    assert clean(f"{THIRD}\n\n{changed}").text == f"{THIRD}\n\n{changed}"


def test_short_lines_may_repeat() -> None:
    raw = f"{FIRST}\n\n“No.”\n\n{SECOND}\n\n“No.”\n\n{THIRD}"
    assert clean(raw).text == raw


def test_a_body_repeated_on_its_own_line_stays_once() -> None:
    assert clean(f"{FIRST} {SECOND} {FIRST} {SECOND}").text == f"{FIRST} {SECOND}"


@pytest.mark.parametrize("again", [TITLE, f"Coast: {TITLE}", f"{TITLE} | The Elm Courier", TITLE.upper()])
def test_a_title_is_kept_once(again: str) -> None:
    assert clean(f"{TITLE}\n\n{again}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"


def test_the_plainer_title_is_the_one_kept() -> None:
    assert clean(f"Coast: {TITLE}\n{TITLE}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"


def test_a_known_title_is_not_taken_from_the_text() -> None:
    assert clean(f"{TITLE}\n\n{BODY}\n\n{TITLE}", TITLE).text == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    "marker",
    [
        "You may also like",
        "You might also be interested in:",
        "Read more",
        "READ ALSO",
        "Related articles",
        "Related",
        "More from Port Elm",
        "Recommended for you",
        "Trending now",
        "Most popular",
        "Don't miss",
        "Lire aussi :",
        "Читайте также:",
        "More in Coast",
    ],
)
def test_a_list_of_links_at_the_end_is_cut(marker: str) -> None:
    links = (
        "Boat show opens in the rain\n‘I sold my house for a lamp’\nIs this the end of fog?\nPrices LIVE: tide turns"
    )
    assert clean(f"{BODY}\n{marker}\n{links}").text == BODY


def test_a_list_without_such_a_heading_is_the_articles_own() -> None:
    raw = f"{BODY}\n\nThose who voted for it\n\nInes Calder\n\nTomas Reed\n\nAda Finch"
    assert clean(raw).text == raw


def test_a_list_that_sentences_follow_is_the_articles_own() -> None:
    raw = f"{FIRST}\n\nRelated\n\nThe old quay\n\n{SECOND}"
    assert clean(raw).text == raw


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ | Ten lamps that went out",
        "Read more: Ten lamps that went out.",
        "WATCH: The lamp is lit",
        "[Read also: Ten lamps that went out]",
        "Advertisement",
        "Story continues below advertisement",
    ],
)
def test_a_promotional_line_is_cut(line: str) -> None:
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Watch: that was all the guard had to do, she said.",
        "Read more books, the mayor told the school.",
        "More from the sea than from the land, the report says, the danger comes.",
        "Source: the mayor would not say who had told her.",
        "By Tuesday the lamp was lit again",
        "(The lamp was bought in Leith.)",
    ],
)
def test_a_line_of_the_body_that_looks_a_little_like_it_stays(line: str) -> None:
    raw = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert clean(raw).text == raw


def test_wrapped_lines_are_joined() -> None:
    wrapped = textwrap.fill(FIRST, 64)
    assert wrapped.count("\n") > 1
    assert clean(f"{wrapped}\n\n{THIRD}").text == f"{FIRST}\n\n{THIRD}"


def test_one_line_per_paragraph_is_not_joined() -> None:
    raw = "The vote was on Monday.\nIt was close, said the mayor.\nNobody was surprised.\nThe lamp will be lit in May."
    assert clean(raw).text == raw
