"""Whom or what a passage names beside somebody or something that another passage names, too: "Peru and Chile".

One decision: only what an "and" joins to words of the other passage counts, and only a name or "other" ones; what else
a passage has more than another may be only where it was cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.entities import countries
from workbench.analysis.facts.word_alignment import Word, concepts, words
from workbench.analysis.text.words import FUNCTION_WORDS, concept
from workbench.model import Span

_LONGEST = 4
"""How many words of meaning a name or the "other" ones have at most."""
_OTHERS = frozenset({"other", "others"})
_SPEAKING_OF_SEVERAL = frozenset("he his him she her they their them we our us who whose both it its i my".split())
"""Words that may stand for a name."""
_AFTER_NOUNS = frozenset("in of to at on for from with by about over against as who which that and or is are".split())


def companions(text: str, other: str) -> Iterator[Span]:
    """The names, and "other" ones, of a text that the other text lacks beside something that both have."""
    own, known = words(text), frozenset(concepts(other))
    joints = [n for n, word in enumerate(own) if word.lower == "and" and 0 < n < len(own) - 1]
    if not joints:
        return
    spoken_of = not _SPEAKING_OF_SEVERAL.isdisjoint(w.lower for w in words(other))
    codes = {c.code for c in countries.find(other)}
    for n in joints:
        for run, beside in ((_after(text, own, n), own[n - 1]), (_before(text, own, n), own[n + 1])):
            lacking = bool(run) and not any(concept(w.lower) in known for w in run)
            if not lacking or concept(beside.lower) not in known or (spoken_of and run[0].lower not in _OTHERS):
                continue
            span = Span(run[0].span.start, run[-1].span.end)
            if not codes & {c.code for c in countries.find(span.of(text))}:
                yield span


def _after(text: str, own: Sequence[Word], joint: int) -> list[Word]:
    """The words of a name, or of "other" ones, after an "and"; empty where there are none, or more than that."""
    stop = joint + 1
    others = own[stop].lower in _OTHERS
    while stop < len(own) and (_is_name(text, own[stop]) or (others and own[stop].is_content)):
        stop += 1
    ends = stop == len(own) or own[stop].lower in _AFTER_NOUNS or not own[stop].lower[0].isalnum()
    run = list(own[joint + 1 : stop])
    return run if ends and len(run) <= _LONGEST else []


def _before(text: str, own: Sequence[Word], joint: int) -> list[Word]:
    """The words of a name before an "and" that a name follows."""
    start = joint
    while start and _is_name(text, own[start - 1]):
        start -= 1
    run = list(own[start:joint])
    return run if _after(text, own, joint) else []


def _is_name(text: str, word: Word) -> bool:
    return text[word.span.start].isupper() and word.lower not in FUNCTION_WORDS
