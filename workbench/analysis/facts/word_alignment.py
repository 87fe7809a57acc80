"""Two passages, word by word: which words stayed, which changed.

One decision: only content words hold the alignment together. Function words and punctuation that happen to be equal
between two changes belong to one change, so that "the" never splits what reads as one rewording.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept
from workbench.model import Span
from workbench.views import Operation

Tag = Literal["equal", "replace", "insert", "delete"]


class Word(NamedTuple):
    """A token at its place."""

    lower: str
    span: Span
    is_content: bool
    """Neither punctuation nor a function word."""


class _Step(NamedTuple):
    same: bool
    a: range
    b: range


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """The tokens of a text."""
    return tuple(_word(m.group(), Span(*m.span())) for m in TOKEN.finditer(text))


def _word(token: str, span: Span) -> Word:
    lower, is_content = _read(token)
    return Word(lower, span, is_content)


@lru_cache(maxsize=65536)
def _read(token: str) -> tuple[str, bool]:
    """The token in lower case, and whether it is a content word; "U.S." and "US" are one, and not the pronoun."""
    letters = token.replace(".", "")
    lower = f"{letters.lower()}." if letters.isupper() and 2 <= len(letters) <= 3 else token.lower()
    return lower, lower not in FUNCTION_WORDS and any(c.isalnum() for c in lower)


@lru_cache(maxsize=1024)
def similarity(a: str, b: str) -> float:
    """How much of the content words, in order, two texts share; 0 to 1."""
    return Indel.normalized_similarity(concepts(a), concepts(b))


@lru_cache(maxsize=2048)
def concepts(text: str) -> tuple[str, ...]:
    """The concepts of the content words of a text, in order."""
    return tuple(concept(w.lower) for w in words(text) if w.is_content)


def align(a: str, b: str) -> tuple[Operation, ...]:
    """The steps from one text to the other; their spans, in order, cover the tokens of both."""
    left, right = words(a), words(b)
    steps = _merge_changes(_steps([w.lower for w in left], [w.lower for w in right]), left)
    return tuple(Operation(_tag(s), _span(left, s.a), _span(right, s.b)) for s in steps)


def _steps(a: list[str], b: list[str]) -> list[_Step]:
    return [
        _Step(op.tag == "equal", range(op.src_start, op.src_end), range(op.dest_start, op.dest_end))
        for op in Indel.opcodes(a, b)
    ]


def _merge_changes(steps: list[_Step], left: Sequence[Word]) -> list[_Step]:
    """Changes next to each other, or with only small words between them, are one."""
    out: list[_Step] = []
    for n, step in enumerate(steps):
        small = step.same and 0 < n < len(steps) - 1 and not any(left[i].is_content for i in step.a)
        if out and not out[-1].same and (small or not step.same):
            out[-1] = _Step(False, range(out[-1].a.start, step.a.stop), range(out[-1].b.start, step.b.stop))
        else:
            out.append(step)
    return out


def _tag(step: _Step) -> Tag:
    if step.same:
        return "equal"
    if step.a and step.b:
        return "replace"
    return "delete" if step.a else "insert"


def _span(found: Sequence[Word], run: range) -> Span:
    if run:
        return Span(found[run[0]].span.start, found[run[-1]].span.end)
    at = found[run.start - 1].span.end if run.start else 0
    return Span(at, at)
