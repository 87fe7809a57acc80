"""The differences of a fact as they are shown beside its phrasings in their sentences, the base first.

One decision: a reader sees the sentence, so an outlet does not lack what stands in the same sentence beside its
phrasing; and what is added or left out is so from the base that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.analysis.facts.amounts import find_amounts
from workbench.analysis.facts.details import TOLL, find_details, toll_phrase
from workbench.analysis.facts.readings import group_readings
from workbench.analysis.facts.sources import find_sources, is_spoken
from workbench.analysis.facts.word_alignment import concepts
from workbench.analysis.text.quantities import find_quantities
from workbench.model import Difference, Reading, Span
from workbench.nlp import quotation_marks

_EXTRA = frozenset({"added", "left out"})


def shown_differences(
    differences: Sequence[Difference], contexts: Mapping[str, Sequence[str]], base: str
) -> tuple[Difference, ...]:
    """The differences that are left. `contexts`: article -> the sentences around its phrasings; `base`: the article
    that is shown first.
    """
    found = []
    for difference in differences:
        kept = tuple(r for r in difference.readings if r.text or not _is_told(difference, contexts, r))
        kind = _beside(base, kept) if difference.kind in _EXTRA else difference.kind
        whole = tuple(_with_harm(r, contexts) for r in kept) if difference.kind in _EXTRA else kept
        shown = replace(difference, kind=kind, readings=whole)
        several = len({r.article_id for r in kept}) > 1 and len(group_readings(shown)) > 1
        if several or len(kept) == len(difference.readings):
            found.append(shown)
    return tuple(found)


def _is_told(difference: Difference, contexts: Mapping[str, Sequence[str]], silent: Reading) -> bool:
    """Whether an article without a reading has, in the same sentence, what others are told to have."""
    around = contexts.get(silent.article_id, ())
    said = [r for r in difference.readings if r.text]
    if difference.kind == "attribution":
        spoken = any(is_spoken(text) or any(find_sources(text)) for text in around)
        return spoken or any(_has(text, r.text) for r in said for text in around)
    if difference.kind == "quotation":
        return any(_has(quoted, r.text) for r in said for text in around for quoted in _quoted(text))
    if difference.kind in _EXTRA:
        tolls = {toll for r in said for text in contexts.get(r.article_id, ()) for toll, _ in _tolls(text, r.text)}
        return any(_has(text, r.text) for r in said for text in around) or any(
            toll in tolls for t in around for toll, _ in _tolls(t)
        )
    return False


def _has(text: str, words: str) -> bool:
    return frozenset(concepts(text)).issuperset(concepts(words))


def _quoted(text: str) -> Iterator[str]:
    """The quotations of a sentence; all of it where only one mark of two is within it."""
    yield from (span.of(text) for span in quotation_marks.quoted_spans(text))
    if sum(map(text.count, '"“”')) % 2 == 1:
        yield text


def _with_harm(reading: Reading, contexts: Mapping[str, Sequence[str]]) -> Reading:
    """A reading; of a toll with its dead or hurt, for a number alone says little."""
    for text in contexts.get(reading.article_id, ()) if reading.span else ():
        for _, number in _tolls(text, reading.text):
            whole = toll_phrase(text, number)
            moved = (reading.span.start if reading.span else 0) - number.start
            return Reading(reading.article_id, whole.of(text), Span(whole.start + moved, whole.end + moved))
    return reading


def _tolls(text: str, words: str = "") -> Iterator[tuple[str, Span]]:
    """Whom the tolls of a text count, and their numbers: all of them, or those that are these words."""
    found = find_details(text, find_amounts(text, find_quantities(text)))
    yield from ((value, span) for value, span in found if value.startswith(TOLL) and words in ("", span.of(text)))


def _beside(base: str, readings: Sequence[Reading]) -> str:
    """What a detail is called; where all have one, it is their numbers that differ."""
    if all(r.text for r in readings):
        return "number"
    return "left out" if any(r.text and r.article_id == base for r in readings) else "added"
