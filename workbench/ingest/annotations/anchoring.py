"""Where a passage that a file names stands in a text: a place that is sure, or none.

A place counted elsewhere proves nothing, so the words decide: as they are, then without their typography, then, if they
are many, words hardly unlike them. Of several places the words around them tell, then which is nearest. A wrong place
is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from workbench.ingest.annotations.counting import counted_places
from workbench.ingest.annotations.folded_text import FoldedText, fold
from workbench.model import Span
from workbench.model.imported_marks import StatedPassage

How = Literal["", "by its words", "by like words"]
NO_WORDS = "it names a place and no words, so the place cannot be verified"
NOT_THERE = "its words are not in the article"
AMBIGUOUS = "its words are in the article more than once, and nothing tells which are meant"

SURE = 24
"""From so many characters on, words that are in a text once are those meant, whatever is around them."""
AROUND = 8
"""So many characters of the words around fewer must be there, if that many are given."""
LONG = 40
"""From so many characters on, words may be a little unlike."""
LONGEST = 2_000
"""Up to so many: what is longer takes too long to compare."""
LIKENESS = 93.0
"""How like they must be, of 100."""
NEXT_BEST = 85.0
"""What a first guess must reach, and a second place must not."""
MOST_ROOM = 24
MOST_PLACES = 500
NEAR = 4_000
"""Like words are looked for so many characters around the place that is given."""
MOST_TEXT = 400_000
"""In longer texts like words are looked for only near a place that is given."""
_NUMBER = re.compile(r"\d+")
_NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|nor|neither|without)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place, and how it was found; or why there is none."""

    span: Span | None
    how: How = ""
    reason: str = ""


def anchor(text: str, passage: StatedPassage) -> Anchor:
    """Where a passage stands in a text."""
    words = passage.words
    if not words.strip():
        return Anchor(None, reason=NO_WORDS)
    if span := _as_counted(text, passage):
        return Anchor(span)
    places = [Span(at, at + len(words)) for at in islice(_all(text, words), MOST_PLACES)]
    if len(places) == MOST_PLACES:  # a word that is everywhere
        return _in_its_context(text, passage)
    if places:
        return _chosen(text, places, passage)
    return _by_folded_words(text, passage)


def _as_counted(text: str, passage: StatedPassage) -> Span | None:
    """The place that is given, in whichever way it was counted, if the words stand there."""
    if passage.start is None or passage.end is None:
        return None
    for start, end in counted_places(text, passage.start, passage.end):
        if text[start:end] == passage.words:
            return Span(start, end)
    return None


def _in_its_context(text: str, passage: StatedPassage) -> Anchor:
    """The one place that has all of the words around it, too."""
    whole = passage.before + passage.words + passage.after
    places = list(islice(_all(text, whole), 2)) if len(whole) > len(passage.words) else []
    if len(places) != 1:
        return Anchor(None, reason=AMBIGUOUS)
    start = places[0] + len(passage.before)
    return Anchor(Span(start, start + len(passage.words)))


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _by_folded_words(text: str, passage: StatedPassage) -> Anchor:
    folded, words = fold(text), fold(passage.words).text
    if not words:
        return Anchor(None, reason=NO_WORDS)
    found = (folded.unfolded(at, at + len(words)) for at in islice(_all(folded.text, words), MOST_PLACES))
    places = [span for span in found if not unicodedata.combining(text[span.end : span.end + 1] or " ")]
    if places:
        chosen = _chosen(text, list(dict.fromkeys(places)), passage)
        return Anchor(chosen.span, "by its words" if chosen.span else "", chosen.reason)
    span = _by_like_words(text, folded, words, passage.start)
    return Anchor(span, "by like words") if span else Anchor(None, reason=NOT_THERE)


# Which of several


def _chosen(text: str, places: list[Span], passage: StatedPassage) -> Anchor:
    """The place among some with the words that is meant."""
    around = _given_around(passage)
    if around:
        best = max(_agreement(text, span, passage) for span in places)
        places = [span for span in places if _agreement(text, span, passage) == best]
        if best < min(AROUND, around) and len(fold(passage.words).text) < SURE:
            return Anchor(None, reason=NOT_THERE)
    else:
        whole = [span for span in places if _is_whole(text, span)]
        if not whole:
            return Anchor(None, reason=NOT_THERE)
        places = whole
    if len(places) > 1 and passage.start is not None:
        far = sorted((abs(span.start - passage.start), span) for span in places)
        if far[0][0] < far[1][0] and 4 * far[0][0] <= far[1][0]:
            places = [far[0][1]]
    return Anchor(places[0]) if len(places) == 1 else Anchor(None, reason=AMBIGUOUS)


def _given_around(passage: StatedPassage) -> int:
    """How many characters of the words around a passage are given."""
    return len(fold(passage.before).text) + len(fold(passage.after).text)


def _agreement(text: str, span: Span, passage: StatedPassage) -> int:
    """How many characters around a place are those that are given, from the passage outwards."""
    before, after = fold(passage.before).text, fold(passage.after).text
    here_before = fold(text[max(0, span.start - 2 * len(passage.before) - 20) : span.start]).text
    here_after = fold(text[span.end : span.end + 2 * len(passage.after) + 20]).text
    return _common(before[::-1], here_before[::-1]) + _common(after, here_after)


def _common(one: str, other: str) -> int:
    """The length of what two texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_whole(text: str, span: Span) -> bool:
    """Whether a place begins and ends no word in its middle."""
    return not any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (span.start, span.end) if at)


# Like words


def _by_like_words(text: str, folded: FoldedText, words: str, start: int | None) -> Span | None:
    """The one place whose words are hardly unlike: with the same numbers and the same negations."""
    if not LONG <= len(words) <= LONGEST:
        return None
    found = _likest(words, folded.text, start, folded)
    if found is None:
        return None
    low, high = _whole_words(words, folded.text, *found)
    there = folded.text[low:high]
    if _likeness(words, there) < LIKENESS or not _says_the_same(words, there):
        return None
    rest = folded.text[:low] + "\n" * (high - low) + folded.text[high:]
    again = _likest(words, rest, start, folded)
    return None if again else folded.unfolded(low, high)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return 100 * Indel.normalized_similarity(one, other)


def _likest(words: str, text: str, start: int | None, folded: FoldedText) -> tuple[int, int] | None:
    """The stretch of a text that is likest to some words, if it is somewhat like them."""
    from rapidfuzz import fuzz

    low, high = 0, len(text)
    if start is not None:
        place = folded.place_of(start)
        low, high = max(0, place - NEAR), min(len(text), place + len(words) + NEAR)
    elif len(text) > MOST_TEXT:
        return None
    if high - low < len(words) // 2:
        return None
    found = fuzz.partial_ratio_alignment(words, text[low:high], score_cutoff=NEXT_BEST)
    return (low + found.dest_start, low + found.dest_end) if found and found.dest_end > found.dest_start else None


def _whole_words(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The likest stretch of whole words about a place: the search knows stretches of one length only."""
    room = min(MOST_ROOM, len(words) // 8 + 8)
    starts = [at for at in range(max(0, start - room), start + room) if _begins(text, at)]
    ends = [at for at in range(max(start + 1, end - room), min(len(text), end + room) + 1) if _ends(text, at)]
    tries = [(low, high) for low in starts for high in ends if low < high]
    return max(tries, key=lambda each: _likeness(words, text[slice(*each)]), default=(start, end))


def _begins(text: str, at: int) -> bool:
    """Whether a word or a sign begins there."""
    return at < len(text) and not text[at].isspace() and not (at and text[at - 1].isalnum() and text[at].isalnum())


def _ends(text: str, at: int) -> bool:
    """Whether a word or a sign ends there."""
    return at > 0 and not text[at - 1].isspace() and not (text[at - 1].isalnum() and text[at : at + 1].isalnum())


def _says_the_same(one: str, other: str) -> bool:
    """Whether two texts have the same numbers and as many negations."""
    return _NUMBER.findall(one) == _NUMBER.findall(other) and len(_NEGATION.findall(one)) == len(
        _NEGATION.findall(other)
    )
