"""What an alignment of two wordings shows: names, places, labels, details, voice, and wording that means the same.

One decision: only content words that the other text has nowhere are a change, so words that merely stand elsewhere are
none; what typed expressions (`typed_expressions.py`) account for is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis.entities import countries
from workbench.analysis.facts.typed_expressions import Expression, find_expressions
from workbench.analysis.facts.word_alignment import Word, align, similarity, words
from workbench.analysis.text.words import concept, stem
from workbench.model import Span
from workbench.views import Operation

MIN_SIMILARITY = 0.3
"""The similarity from which two wordings are compared word by word."""
_LONGEST_LABEL = 3
_MAX_OPPOSITE = 2
_MAX_BETWEEN = 3
_PLACE_PREPOSITIONS = {"in", "at", "near", "from", "outside", "inside", "across", "around", "towards", "toward"}
_BEFORE_NOUNS = frozenset(
    """a an the this that these those his her its their our my your some many most several few all no of in on with for
    from between among against over under about by as and or than more other""".split()
)
"""Words after which a noun phrase stands."""
_BEFORE_VERBS = frozenset(
    """to will would could may might can shall must should not be been is are was were has have had do does did he she
    it they we who which i you""".split()
)
"""Words after which a verb stands."""
_PLURAL = frozenset("people men women children police staff media".split())
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


def is_shortened(a: str, b: str) -> bool:
    """Whether one quotation (as its value has it) is the other without some of its words at an end."""
    short, long = sorted((f" {a} ", f" {b} "), key=len)
    return short != long and short in long


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
        old, new = left.rest(step.a, right), right.rest(step.b, left)
        if old and new:
            yield Change(_kind(left, right, step, old, new), _around(old), _around(new))
        elif (
            step.tag == "replace"
            and len(old or new) <= _MAX_OPPOSITE
            and (left.has(step.a) if new else right.has(step.b))
        ):
            continue  # the words that stand against the differing expression of the other side
        elif new:
            yield Change("added", None, _around(new))
        elif old:
            yield Change("left out", _around(old), None)


class _ComparedText:
    """One of two texts with its words, and the stretches that its typed expressions account for."""

    def __init__(self, text: str, other: str) -> None:
        self.words = words(text)
        self.text = text
        self.typed = [
            e.span for e in find_expressions(text) if e.kind != "quotation" or _is_shortened_quotation(e, other)
        ]
        self.countries = countries.find(text)
        self.stems = {stem(w.lower) for w in self.words}

    def has(self, span: Span) -> bool:
        """Whether a stretch has a typed expression."""
        return any(t.overlaps(span) for t in self.typed)

    def rest(self, span: Span, other: _ComparedText) -> list[Word]:
        """The content words of a stretch that are in no typed expression and that the other text has nowhere."""
        inside = (w for w in self.words if w.is_content and span.covers(w.span))
        new = (w for w in inside if stem(w.lower) not in other.stems)
        return [w for w in new if not any(t.overlaps(w.span) for t in self.typed)]

    def codes(self, found: Sequence[Word]) -> set[str]:
        """The countries among some words."""
        return {c.code for c in self.countries if any(c.span.overlaps(w.span) for w in found)}

    def named(self, found: Sequence[Word]) -> bool:
        """Whether some words have a capital that the start of the text does not explain."""
        return any(self.text[w.span.start].isupper() and w.span.start > 0 for w in found) or bool(self.codes(found))

    def together(self, found: Sequence[Word]) -> bool:
        """Whether words are close together, with few others between them."""
        around = _around(found)
        return sum(around.covers(w.span) for w in self.words) <= len(found) + _MAX_BETWEEN

    def before(self, span: Span) -> str:
        """The word before a stretch."""
        return next((w.lower for w in reversed(self.words) if w.span.end <= span.start), "")

    def nominal(self, found: Sequence[Word]) -> bool:
        """Whether words look like a noun phrase: few, together, and not where or as a verb or an adverb would stand."""
        last, before = found[-1].lower, self.before(_around(found))
        if len(found) > _LONGEST_LABEL or last.endswith(("ed", "ing", "ly")) or before in _BEFORE_VERBS:
            return False
        return before in _BEFORE_NOUNS or before.endswith(("'s", "’s")) or _is_plural(last) or not before


@lru_cache(maxsize=256)
def compared_text(text: str, other: str) -> _ComparedText:
    """A text as it is compared with another."""
    return _ComparedText(text, other)


def _is_shortened_quotation(quotation: Expression, other: str) -> bool:
    theirs = [e.value for e in find_expressions(other) if e.kind == "quotation"]
    return quotation.value not in theirs and any(is_shortened(quotation.value, value) for value in theirs)


def _around(found: Sequence[Word]) -> Span:
    return Span.around(w.span for w in found)


def _kind(left: _ComparedText, right: _ComparedText, step: Operation, old: Sequence[Word], new: Sequence[Word]) -> str:
    """What a replacement is called."""
    together = left.together(old) and right.together(new)
    if together and left.named(old) and right.named(new):
        codes = left.codes(old), right.codes(new)
        if codes[0] and codes[0] == codes[1]:
            return "label"
        return "place" if {left.before(_around(old)), right.before(_around(new))} & _PLACE_PREPOSITIONS else "name"
    if [stem(w.lower) for w in old] == [stem(w.lower) for w in new]:
        return "wording"
    same = [concept(w.lower) for w in old] == [concept(w.lower) for w in new]
    determined = _determined(left, step.a, old) and _determined(right, step.b, new)
    if together and left.nominal(old) and right.nominal(new) and (same or determined or _plural(old, new)):
        return "label"
    return "wording"


def _determined(text: _ComparedText, span: Span, found: Sequence[Word]) -> bool:
    """Whether a determiner or a preposition leads to some words."""
    start = next((w.lower for w in text.words if span.covers(w.span)), "")
    return bool({start, text.before(_around(found)), text.before(span)} & _BEFORE_NOUNS)


def _plural(old: Sequence[Word], new: Sequence[Word]) -> bool:
    return _is_plural(old[-1].lower) and _is_plural(new[-1].lower)


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PLURAL
