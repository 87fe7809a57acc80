"""How wordings of one fact differ, each difference named.

One decision: numbers, dates, hedges, verbs of saying, negations, attributions and quotations differ where their values
differ, wherever they stand; names, places, labels, wording and details come from the word alignment of what is left.
Phrasings too unlike to be aligned are compared by the first kind only, and stand unmarked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis import countries
from workbench.analysis.alignment import Word, align, similarity, words
from workbench.analysis.expressions import Expression, expressions
from workbench.analysis.words import concept, stem
from workbench.model import DIFFERENCE_KINDS, Difference, Phrasing, Reading, Span
from workbench.shown import Operation

__all__ = ["align", "differences", "marks"]

FLOOR = 0.3
"""The similarity from which two phrasings are compared word by word."""
_LONGEST_LABEL = 3
_BESIDE = 2
_WHERE = {"in", "at", "near", "from", "outside", "inside", "across", "around", "towards", "toward"}
_DETERMINERS = {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "as", "of"}


class _Found(NamedTuple):
    """A difference of two texts; a side that has nothing has no span."""

    kind: str
    a: Span | None
    b: Span | None


def marks(base: str, other: str) -> tuple[tuple[Span, str], ...]:
    """What to mark in `other` when it stands beside `base`: spans with the kind of difference, "" for plain wording."""
    if base == other or similarity(base, other) < FLOOR:
        return ()
    here, there = expressions(other), {(e.kind, e.value) for e in expressions(base)}
    found = [(e.span, e.kind) for e in here if (e.kind, e.value) not in there]
    found += [(f.b, "" if f.kind == "wording" else f.kind) for f in _aligned(base, other) if f.b]
    out: list[tuple[Span, str]] = []
    for span, kind in found:
        if not any(span.overlaps(taken) for taken, _ in out):
            out.append((span, kind))
    return tuple(sorted(out))


def differences(phrasings: Sequence[Phrasing]) -> tuple[Difference, ...]:
    """Every difference between the phrasings of a fact; their order does not matter."""
    ordered = sorted(phrasings, key=lambda p: (p.article_id, p.span))
    if len(ordered) < 2 or len({p.text for p in ordered}) == 1:
        return ()
    base = _central(ordered)
    found = [*_typed(ordered), *_worded(ordered, base)]
    return tuple(sorted(found, key=lambda d: (DIFFERENCE_KINDS.index(d.kind), _key(d))))


def _key(difference: Difference) -> list[tuple[str, Span, str]]:
    return [(r.article_id, r.span or Span(0, 0), r.text) for r in difference.readings]


def _central(phrasings: Sequence[Phrasing]) -> Phrasing:
    """The phrasing that has most in common with all."""
    own = [{concept(w.lower) for w in words(p.text) if w.is_content} for p in phrasings]
    count = Counter(c for concepts in own for c in concepts)
    usual = sum(len(concepts) for concepts in own) / len(own)
    common = [sum(count[c] for c in concepts) / (len(concepts) + usual or 1) for concepts in own]
    return phrasings[max(range(len(own)), key=lambda n: (common[n], -n))]


# What has a value


def _typed(phrasings: Sequence[Phrasing]) -> Iterator[Difference]:
    own = [expressions(p.text) for p in phrasings]
    for kind in dict.fromkeys(e.kind for found in own for e in found):
        values = [{e.value for e in found if e.kind == kind} for found in own]
        everywhere = set.intersection(*values)
        if any(v - everywhere for v in values):
            pairs = zip(phrasings, own, strict=True)
            readings = (r for p, found in pairs for r in _readings(p, found, kind, everywhere))
            yield Difference(kind, tuple(readings))


def _readings(phrasing: Phrasing, found: Iterable[Expression], kind: str, everywhere: set[str]) -> list[Reading]:
    own = [e for e in found if e.kind == kind and e.value not in everywhere]
    return [_reading(phrasing, e.span) for e in own] or [Reading(phrasing.article_id)]


def _reading(phrasing: Phrasing, span: Span | None) -> Reading:
    if span is None:
        return Reading(phrasing.article_id)
    start = phrasing.span.start
    return Reading(phrasing.article_id, span.of(phrasing.text), Span(start + span.start, start + span.end))


# What the alignment shows


def _worded(phrasings: Sequence[Phrasing], base: Phrasing) -> Iterator[Difference]:
    """Differences from the base; those that change the same place of it in the same way are one."""
    grouped: dict[tuple[str, Span | None, str], list[Reading]] = {}
    for other in phrasings:
        if other is base or other.text == base.text:
            continue
        for found in _compared(base.text, other.text):
            detail = "" if found.a else _gist(found.b.of(other.text) if found.b else "")
            readings = grouped.setdefault((found.kind, found.a, detail), [_reading(base, found.a)])
            readings.append(_reading(other, found.b))
    for (kind, _, _), readings in grouped.items():
        yield Difference(kind, tuple(readings))


def _gist(text: str) -> str:
    return " ".join(concept(w.lower) for w in words(text) if w.is_content)


def _compared(a: str, b: str) -> list[_Found]:
    if similarity(a, b) < FLOOR:
        return [_Found("wording", Span(0, len(a)), Span(0, len(b)))]
    return list(_aligned(a, b))


def _aligned(a: str, b: str) -> Iterator[_Found]:
    """The changes of the alignment that no typed expression accounts for."""
    left, right = _side(a), _side(b)
    for step in align(a, b):
        if step.tag == "equal":
            continue
        old, new = left.rest(step.a, right), right.rest(step.b, left)
        if old and new:
            yield _Found(_kind(left, right, step, old, new), _around(old), _around(new))
        elif step.tag == "replace" and len(old or new) <= _BESIDE:
            continue  # the words that stand against the differing expression of the other side
        elif new:
            yield _Found("added", None, _around(new))
        elif old:
            yield _Found("left out", _around(old), None)


class _Side:
    """One of the two texts with its words, typed stretches and countries."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self.text = text
        self.typed = [e.span for e in expressions(text) if e.kind != "quotation"]
        self.countries = countries.find(text)

        self.stems = {stem(w.lower) for w in self.words}

    def rest(self, span: Span, other: _Side) -> list[Word]:
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

    def before(self, span: Span) -> str:
        """The word before a stretch."""
        return next((w.lower for w in reversed(self.words) if w.span.end <= span.start), "")


@lru_cache(maxsize=256)
def _side(text: str) -> _Side:
    return _Side(text)


def _around(found: Sequence[Word]) -> Span:
    return Span.around(w.span for w in found)


def _kind(left: _Side, right: _Side, step: Operation, old: Sequence[Word], new: Sequence[Word]) -> str:
    """What a replacement is called."""
    if [concept(w.lower) for w in old] == [concept(w.lower) for w in new] and not left.named(old):
        return "wording"
    if left.named(old) and right.named(new):
        codes = left.codes(old), right.codes(new)
        if codes[0] and codes[0] == codes[1]:
            return "label"
        return "place" if {left.before(_around(old)), right.before(_around(new))} & _WHERE else "name"
    if _is_label(left, step.a, old) and _is_label(right, step.b, new):
        return "label"
    return "wording"


def _is_label(side: _Side, span: Span, found: Sequence[Word]) -> bool:
    """Whether the words look like a noun phrase: few, together, with a determiner before or at their start."""
    if len(found) > _LONGEST_LABEL or found[0].lower.endswith(("ed", "ing")):
        return False
    around = _around(found)
    start = next((w.lower for w in side.words if span.covers(w.span)), "")
    return start in _DETERMINERS or side.before(around) in _DETERMINERS or side.before(span) in _DETERMINERS
