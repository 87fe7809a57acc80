"""Where a passage is found, and where it is not."""

from __future__ import annotations

import pytest

from workbench.ingest.annotations.anchoring import AMBIGUOUS, NO_WORDS, NOT_THERE, anchor
from workbench.model import Span
from workbench.model.imported_marks import StatedPassage

TEXT = (
    "𠮷野 wrote it. “We will not send 40 soldiers to the island before the spring,” said Ann Poe.\n\n"
    "Ann Poe said no. Bo Li said no, too; nothing was agreed at the café\xa0— so far.\n"
)
LONG = "We will not send 40 soldiers to the island before the spring"


def found(words: str, before: str = "", after: str = "", start: int | None = None, end: int | None = None) -> str:
    """The words at the place that is found; else the reason."""
    place = anchor(TEXT, StatedPassage(words, before, after, start, end))
    return place.span.of(TEXT) if place.span else place.reason


def place_of(*stated: object) -> Span | None:
    return anchor(TEXT, StatedPassage(*stated)).span  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "“We will not send 40 soldiers",
        '"We will not send 40 soldiers',  # another quotation mark
        "We will\n  not send\t40 soldiers",  # other blanks
        "cafe\u0301 - so far",  # letters apart from their accents, another dash
        "\ufeffAnn Poe\u00ad said no.",  # what is not seen
    ],
)
def test_words_are_found_whatever_their_typography(words: str) -> None:
    place = anchor(TEXT, StatedPassage(words))
    assert place.span
    assert place.span.of(TEXT).split()[-1] in ("soldiers", "far", "no.")


def test_of_several_places_the_words_around_tell_then_the_nearest() -> None:
    first, second = TEXT.index("said no."), TEXT.index("said no, ")
    assert place_of("said no", "Bo Li ") == Span(second, second + 7)
    assert place_of("said no", "", ". Bo") == Span(first, first + 7)
    assert place_of("said no", "", "", first + 1, first + 8) == Span(first, first + 7)
    assert found("said no") == AMBIGUOUS


@pytest.mark.parametrize(
    "count", [len, lambda text: len(text.encode("utf-16-le")) // 2, lambda text: len(text.encode())]
)
def test_a_place_is_read_as_it_was_counted_where_the_words_are_there(count: object) -> None:
    at = TEXT.index("said no, ")
    start, end = (count(TEXT[:place]) for place in (at, at + 7))  # type: ignore[operator]
    assert place_of("said no", "", "", start, end) == Span(at, at + 7)


def test_a_place_without_words_proves_nothing() -> None:
    assert found("", start=0, end=4) == NO_WORDS
    assert found(" \n", start=0, end=4) == NO_WORDS


def test_words_within_other_words_are_not_meant() -> None:
    assert found("thing") == NOT_THERE
    assert found("thing", "no", " was agreed") == "thing"


def test_a_short_passage_with_other_words_around_it_is_another() -> None:
    assert found("agreed", "nobody ever ", " on it") == NOT_THERE
    assert found("agreed", "nothing was ", " at") == "agreed"


def test_many_words_may_be_a_little_unlike() -> None:
    assert found(LONG.replace("soldiers", "soldier").replace("the spring", "spring")) == LONG
    assert found(LONG[:20] + "  " + LONG[20:]) == LONG


@pytest.mark.parametrize(
    ("old", "new"), [("40", "400"), ("not ", ""), ("not", "also"), ("island", "mainland of Arland")]
)
def test_what_says_something_else_is_not_meant(old: str, new: str) -> None:
    assert found(LONG.replace(old, new)) == NOT_THERE


def test_like_words_in_two_places_are_not_told_apart() -> None:
    text = f"{LONG}. And again: {LONG}!"
    stated = StatedPassage(LONG.replace("soldiers", "soldier"))
    assert anchor(text, stated).span is None


def test_any_text_and_any_passage_is_borne() -> None:
    text = "a\u0301" * 2_000 + "\ud800 x" + "(" * 500
    for words in ("a\u0301" * 50, "\ud800", "(" * 60, "x" * 5_000, "\u0301"):
        anchor(text, StatedPassage(words, "b", "c", 10**9, 10**9 + 5))
