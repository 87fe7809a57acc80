"""What an alignment of two wordings shows: names, places, labels, details, voice, and wording that means the same.

One decision: only content words that the other text has nowhere are a change, so words that merely stand elsewhere are
none; what typed expressions (`typed_expressions.py`) account for is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from workbench.analysis.facts.compared_text import (
    BEFORE_NOUNS,
    NEARLY_ALL,
    PLACE_PREPOSITIONS,
    ComparedText,
    Neighbours,
    around_words,
    compared_text,
    is_plural,
)
from workbench.analysis.facts.word_alignment import Word, align, similarity, words
from workbench.analysis.text.words import concept, stem
from workbench.model import Span
from workbench.views import Operation

MIN_SIMILARITY = 0.3
"""The similarity from which two wordings are compared word by word."""
_SPELLED_ALIKE = 0.8
"""The similarity from which two names are one."""
_MAX_OPPOSITE = 2
_REFERRING = frozenset("country nation kingdom company firm agency ministry group organisation organization".split())
"""Nouns that stand for a name."""
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?(?P<verb>\w{3,}(?:ed|en|wn|ght|ld|id|ut|un|nt|ne))\b"
    r"(?=(?:\s+\w+){0,3}?\s+by\b)",
    re.IGNORECASE,
)


class Change(NamedTuple):
    """A change between two texts; a side that has nothing has no span."""

    kind: str
    a: Span | None
    b: Span | None


@lru_cache(maxsize=1024)
def find_changes(a: str, b: str) -> tuple[Change, ...]:
    """The changes from one wording to the other that no typed expression accounts for; all of it where too little is
    shared.
    """
    if similarity(a, b) < MIN_SIMILARITY:
        return (Change("wording", Span(0, len(a)), Span(0, len(b))),)
    return (*_voice_changes(a, b), *_aligned_changes(a, b))


def _voice_changes(a: str, b: str) -> Iterator[Change]:
    """Verbs that are passive with their agent in one text and active in the other."""
    for first, second, turned in ((a, b, False), (b, a, True)):
        other = {stem(m["verb"]) for m in _PASSIVE.finditer(second)}
        for match in _PASSIVE.finditer(first):
            verb = stem(match["verb"])
            active = next((w.span for w in words(second) if w.is_content and stem(w.lower) == verb), None)
            if active and verb not in other and not _after_be(second, active):
                passive = Span(*match.span())
                yield Change("voice", active if turned else passive, passive if turned else active)


def _after_be(text: str, span: Span) -> bool:
    return bool(re.search(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$", text[: span.start]))


def _aligned_changes(a: str, b: str) -> Iterator[Change]:
    left, right = compared_text(a, b), compared_text(b, a)
    for step in align(a, b):
        if step.tag == "equal":
            continue
        replaced = step.tag == "replace"
        old, new = left.rest(step.a, right, replaced), right.rest(step.b, left, replaced)
        if [stem(w.lower) for w in old] == [stem(w.lower) for w in new]:
            continue
        if old and new:
            yield Change(_kind(left, right, step, old, new), around_words(old), around_words(new))
        elif new and not _stands_against(step, left, step.a, new) and right.is_detail(new, left):
            yield Change("added", None, around_words(new))
        elif old and not _stands_against(step, right, step.b, old) and left.is_detail(old, right):
            yield Change("left out", around_words(old), None)


def _stands_against(step: Operation, other: ComparedText, place: Span, found: Sequence[Word]) -> bool:
    """Whether a few words stand against an expression of the other side, or against words that it has elsewhere."""
    few = len(found) <= _MAX_OPPOSITE
    return step.tag == "replace" and few and (other.has(place) or other.content(place) == len(found))


def _kind(left: ComparedText, right: ComparedText, step: Operation, old: Sequence[Word], new: Sequence[Word]) -> str:
    """What a replacement is called."""
    together = left.together(old) and right.together(new)
    codes = left.codes(old), right.codes(new)
    if together and codes[0] and codes[0] == codes[1]:
        return "label" if left.forms(old) == right.forms(new) else "wording"
    if codes[0] & codes[1] or _only_refers(left, old, right, new) or _only_refers(right, new, left, old):
        return "wording"
    if together and left.proper(old) and right.proper(new):
        if _is_same_name(around_words(old).of(left.text), around_words(new).of(right.text)):
            return "wording"
        return (
            "place"
            if {left.before(around_words(old)), right.before(around_words(new))} & PLACE_PREPOSITIONS
            else "name"
        )
    same = [concept(w.lower) for w in old] == [concept(w.lower) for w in new]
    determined = _determined(left, step.a, old) and _determined(right, step.b, new)
    nominal = together and left.nominal(old) and right.nominal(new) and (same or determined or _plural(old, new))
    if not nominal or not _is_framed(left.around(old), right.around(new)):
        return "wording"
    near = similarity(left.text, right.text) >= NEARLY_ALL
    return "label" if near or (left.plain(old) and right.plain(new) and not same) else "wording"


def _only_refers(text: ComparedText, found: Sequence[Word], other: ComparedText, name: Sequence[Word]) -> bool:
    """Whether words only stand for what the other text names: "his country" for "Peru"."""
    return found[-1].lower in _REFERRING and not text.codes(found) and bool(other.codes(name) or other.proper(name))


def _is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, spelled otherwise or by its first letters."""
    a, b = ("".join(c for c in name.casefold() if c.isalnum()) for name in (one, other))
    initials = {"".join(word[0] for word in name.split()).casefold() for name in (one, other)}
    return bool({a, b} & initials) or Indel.normalized_similarity(a, b) >= _SPELLED_ALIKE


def is_framed_alike(change: Change, a: str, b: str) -> bool:
    """Whether what changed has the same word of meaning before or after it in both texts."""
    left, right = compared_text(a, b), compared_text(b, a)
    old = [w for w in left.words if change.a and change.a.covers(w.span)]
    new = [w for w in right.words if change.b and change.b.covers(w.span)]
    return bool(old and new) and _is_framed(left.around(old), right.around(new))


def _is_framed(old: Neighbours, new: Neighbours) -> bool:
    """Whether what stands before or after some words is the same in both texts."""
    return any(x and y and concept(x) == concept(y) for x, y in zip(old, new, strict=True))


def _determined(text: ComparedText, span: Span, found: Sequence[Word]) -> bool:
    """Whether a determiner or a preposition leads to some words."""
    start = next((w.lower for w in text.words if span.covers(w.span)), "")
    return bool({start, text.before(around_words(found)), text.before(span)} & BEFORE_NOUNS)


def _plural(old: Sequence[Word], new: Sequence[Word]) -> bool:
    return is_plural(old[-1].lower) and is_plural(new[-1].lower)
