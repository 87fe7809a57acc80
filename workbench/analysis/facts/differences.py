"""How wordings of one fact differ, each difference named.

One decision: numbers, dates, hedges, verbs of saying, negations, attributions and quotations differ where their values
differ, wherever they stand; names, places, labels, details, voice and wording come from the word alignment of what is
left (`rewording.py`). Phrasings too unlike to be aligned are compared by the first kind only, and stand unmarked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from workbench.analysis.facts.rewording import MIN_SIMILARITY, find_changes
from workbench.analysis.facts.typed_expressions import Expression, find_expressions
from workbench.analysis.facts.word_alignment import similarity, words
from workbench.analysis.text.date_tense import OPEN
from workbench.analysis.text.dates import resolve_date
from workbench.analysis.text.words import concept
from workbench.model import DIFFERENCE_KINDS, Difference, Phrasing, Reading, Span

NO_DATES: Mapping[str, str] = MappingProxyType({})
MAX_ALIGNED = 60
"""How many wordings of a fact, the commonest, are compared word by word."""
NEEDS_BOTH_SIDES = frozenset({"strength"})
"""Kinds that differ only among phrasings that have some: who says nothing of who spoke differs in attribution."""


def mark_differences(
    base: str, other: str, dates: tuple[str, str] = ("", ""), tenses: tuple[str, str] = ("", "")
) -> tuple[tuple[Span, str], ...]:
    """What to mark in `other` beside `base`: spans with the kind of difference, "" for plain wording.
    `dates`: when the article of each was published; `tenses`: of each as a Phrasing has them.
    """
    if base == other or similarity(base, other) < MIN_SIMILARITY:
        return ()
    known = {(e.kind, value) for e, values in _expression_values(base, dates[0], tenses[0]) for value in values}
    kinds = {kind for kind, _ in known}
    found = [
        (e.span, e.kind)
        for e, values in _expression_values(other, dates[1], tenses[1])
        if not any((e.kind, value) in known for value in values) and (e.kind not in NEEDS_BOTH_SIDES or e.kind in kinds)
    ]
    found += [(c.b, "" if c.kind == "wording" else c.kind) for c in find_changes(base, other) if c.b]
    out: list[tuple[Span, str]] = []
    for span, kind in found:
        if not any(span.overlaps(taken) for taken, _ in out):
            out.append((span, kind))
    return tuple(sorted(out))


def find_differences(phrasings: Sequence[Phrasing], dates: Mapping[str, str] = NO_DATES) -> tuple[Difference, ...]:
    """Every difference between the phrasings of a fact; their order does not matter. `dates`: article -> when it was
    published, against which "Tuesday" is resolved.
    """
    ordered = sorted(phrasings, key=lambda p: (p.article_id, p.span))
    if len(ordered) < 2 or (len({p.text for p in ordered}) == 1 and not dates):
        return ()
    base = _most_central(ordered)
    found = [*_expression_differences(ordered, dates), *_wording_differences(ordered, base)]
    return tuple(sorted(found, key=lambda d: (DIFFERENCE_KINDS.index(d.kind), _key(d))))


def _key(difference: Difference) -> list[tuple[str, Span, str]]:
    return [(r.article_id, r.span or Span(0, 0), r.text) for r in difference.readings]


def _most_central(phrasings: Sequence[Phrasing]) -> Phrasing:
    """The phrasing that has most in common with all."""
    of = {
        text: frozenset(concept(w.lower) for w in words(text) if w.is_content) for text in {p.text for p in phrasings}
    }
    own = [of[p.text] for p in phrasings]
    count = Counter(c for concepts in own for c in concepts)
    usual = sum(len(concepts) for concepts in own) / len(own)
    common = [sum(count[c] for c in concepts) / (len(concepts) + usual or 1) for concepts in own]
    return phrasings[max(range(len(own)), key=lambda n: (common[n], -n))]


# What has a value


ExpressionValues = list[tuple[Expression, tuple[str, ...]]]
"""Expressions with what their values may be, the likelier first."""


def _expression_values(text: str, published_on: str, tenses: str) -> ExpressionValues:
    signs = iter(tenses)
    return [
        (e, resolve_date(e.value, published_on, next(signs, OPEN)) if e.kind == "date" else (e.value, *e.others))
        for e in find_expressions(text)
    ]


def _resolve_values(own: Sequence[ExpressionValues]) -> list[list[tuple[Expression, str]]]:
    """One value for each expression: of what it may be, what most phrasings may have. What is open differs from
    nothing that it may be.
    """
    count = Counter(key for found in own for key in {(e.kind, value) for e, values in found for value in values})
    return [[(e, max(values, key=lambda v: count[e.kind, v])) for e, values in found] for found in own]


def _expression_differences(phrasings: Sequence[Phrasing], dates: Mapping[str, str]) -> Iterator[Difference]:
    own = _resolve_values([_expression_values(p.text, dates.get(p.article_id, ""), p.tenses) for p in phrasings])
    for kind in dict.fromkeys(e.kind for found in own for e, _ in found):
        told = [[(e, value) for e, value in found if e.kind == kind] for found in own]
        rows = [(p, has) for p, has in zip(phrasings, told, strict=True) if has or kind not in NEEDS_BOTH_SIDES]
        everywhere = set.intersection(*({value for _, value in has} for _, has in rows))
        if any({value for _, value in has} - everywhere for _, has in rows):
            yield Difference(kind, tuple(r for p, has in rows for r in _readings(p, has, everywhere)))


def _readings(phrasing: Phrasing, found: Iterable[tuple[Expression, str]], everywhere: set[str]) -> list[Reading]:
    own = [e for e, value in found if value not in everywhere]
    return [_reading(phrasing, e.span) for e in own] or [Reading(phrasing.article_id)]


def _reading(phrasing: Phrasing, span: Span | None) -> Reading:
    if span is None:
        return Reading(phrasing.article_id)
    start = phrasing.span.start
    return Reading(phrasing.article_id, span.of(phrasing.text), Span(start + span.start, start + span.end))


# What the alignment shows


def _wording_differences(phrasings: Sequence[Phrasing], base: Phrasing) -> Iterator[Difference]:
    """Differences from the base; those that change the same place of it in the same way are one."""
    grouped: dict[tuple[str, Span | None, str], list[Reading]] = {}
    told = Counter(p.text for p in phrasings)
    common = {text for text, _ in sorted(told.items(), key=lambda t: (-t[1], t[0]))[:MAX_ALIGNED]}
    for other in phrasings:
        if other is base or other.text == base.text or other.text not in common:
            continue
        for found in find_changes(base.text, other.text):
            detail = "" if found.a else _content_of(found.b.of(other.text) if found.b else "")
            readings = grouped.setdefault((found.kind, found.a, detail), [_reading(base, found.a)])
            readings.append(_reading(other, found.b))
    for (kind, _, _), readings in grouped.items():
        yield Difference(kind, tuple(readings))


def _content_of(text: str) -> str:
    return " ".join(concept(w.lower) for w in words(text) if w.is_content)
