"""What the word alignment of wordings of one fact shows, named as differences from one of them, the base.

One decision: an outlet is all of its phrasings: what it says in another of them it neither lacks nor says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from workbench.analysis.entities import countries
from workbench.analysis.facts.rewording import Change, find_changes, is_framed_alike
from workbench.analysis.facts.word_alignment import concepts, similarity
from workbench.model import Difference, Phrasing, Reading, Span

_NEAR = 0.6
"""The similarity from which two wordings are the same but for little."""
_MAX_REWORDED = 4
"""How many words of meaning are reworded, at the most, where that is named."""
_WEAK = frozenset("any some all every each more most other such new country nation".split())
"""Words that are worth no naming by themselves."""


def reading_at(phrasing: Phrasing, span: Span | None) -> Reading:
    """What a phrasing has at a place of its text; nothing where there is none."""
    if span is None:
        return Reading(phrasing.article_id)
    start = phrasing.span.start
    return Reading(phrasing.article_id, span.of(phrasing.text), Span(start + span.start, start + span.end))


def wording_differences(
    phrasings: Sequence[Phrasing], base: Phrasing, compared: Collection[str]
) -> Iterator[Difference]:
    """Differences of the compared wordings from the base; those that change the same place of it in the same way are
    one.
    """
    grouped: dict[tuple[str, Span | None, str], list[Reading]] = {}
    elsewhere = _elsewhere(phrasings)
    for other in phrasings:
        if other is base or other.text == base.text or other.text not in compared:
            continue
        for found in find_changes(base.text, other.text):
            if found.kind == "wording" and not _is_rewording(found, base.text, other.text):
                continue
            if _says(elsewhere(other), found.a, base.text) or _says(elsewhere(base), found.b, other.text):
                continue
            detail = "" if found.a else _content_of(found.b.of(other.text) if found.b else "")
            readings = grouped.setdefault((found.kind, found.a, detail), [reading_at(base, found.a)])
            readings.append(reading_at(other, found.b))
    for (kind, _, _), readings in grouped.items():
        if len({r.article_id for r in readings}) > 1:
            yield Difference(kind, tuple(readings))


def _elsewhere(phrasings: Sequence[Phrasing]) -> Callable[[Phrasing], frozenset[str]]:
    """Of a phrasing, the concepts of the others of its article."""
    own: dict[str, list[Phrasing]] = {}
    for phrasing in phrasings:
        own.setdefault(phrasing.article_id, []).append(phrasing)

    @cache
    def of(phrasing: Phrasing) -> frozenset[str]:
        return frozenset(c for p in own[phrasing.article_id] if p is not phrasing for c in concepts(p.text))

    return of


def _says(known: frozenset[str], span: Span | None, text: str) -> bool:
    return span is not None and bool(known) and known.issuperset(concepts(span.of(text)))


def _is_rewording(change: Change, a: str, b: str) -> bool:
    """Whether a few words stand for as few others at the same place, or in texts that are nearly the same."""
    if change.a is None or change.b is None:
        return False
    old, new = change.a.of(a), change.b.of(b)
    lengths = len(concepts(old)), len(concepts(new))
    few = max(lengths) <= _MAX_REWORDED and abs(lengths[0] - lengths[1]) <= 1
    weak = any(_WEAK.issuperset(w.lower().removesuffix("'s") for w in words.split()) for words in (old, new))
    one_country = countries.code(old) and countries.code(old) == countries.code(new)
    return few and not (weak or one_country) and (similarity(a, b) >= _NEAR or is_framed_alike(change, a, b))


def told_otherwise(phrasings: Sequence[Phrasing], base: Phrasing) -> Iterator[Difference]:
    """That all of it is said in other words, where nothing else can be named."""
    apart = [p for p in phrasings if p.article_id != base.article_id and similarity(base.text, p.text) < _NEAR]
    others = [p for p in apart if find_changes(base.text, p.text)]
    if others:
        yield Difference("wording", tuple(reading_at(p, Span(0, len(p.text))) for p in (base, *others)))


def _content_of(text: str) -> str:
    return " ".join(concepts(text))
