"""How sure two passages are of what they say.

One decision: what is plainly said is a degree of certainty, too; but what may or must be differs from it under
conditions of its own, for a report may leave out what the other has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.facts.passage import Passage
from workbench.analysis.facts.typed_expressions import Expression
from workbench.analysis.facts.word_alignment import similarity, words
from workbench.analysis.text.words import concept

Opposed = tuple[Expression | None, Expression | None]
"""What one passage has and what the other; None where it has nothing of it."""
_PLAIN = frozenset({"will", "would"})
"""Values of hedges that make nothing less sure."""
_OBLIGING = frozenset({"obliged", "certain"})
"""Values of hedges that differ only from others that leave it open."""
_INTENDING = frozenset({"open", "planned", "considered", "sought", "hoped", "agreed"})
"""Values of hedges that differ only from others, not from none."""
_DOUBTING = frozenset({"could", "reported", "suspected", "seeming"})
"""Values of hedges that differ from none, whatever the other passage says."""
_NEAR = 0.6
"""The similarity from which two passages are the same but for little."""
_PERCEIVED = frozenset("see seen hear heard smell".split())
"""What "could" only be because it was."""
_BESIDE = frozenset("that which who what whatever whoever whether how where why when".split())
"""Words before a hedge by which it is said of something beside what is told."""


def opposed_hedges(a: Passage, b: Passage, old: Sequence[Expression], new: Sequence[Expression]) -> Iterator[Opposed]:
    """The hedges that disagree of those that only the one and only the other passage has."""
    for own, others, passage, other, turned in ((old, new, a, b, False), (new, old, b, a, True)):
        for e in own:
            if _is_only_hedge(e, passage, other):
                yield (None, e) if turned else (e, None)
            elif e.value not in _PLAIN:
                yield from ((o, e) if turned else (e, o) for o in _against(e, others, passage, other))


def _against(
    e: Expression, others: Sequence[Expression], passage: Passage, other: Passage
) -> list[Expression] | list[None]:
    """What stands against a hedge in another passage; None is what is plainly said."""
    if others:
        return [o for o in others if e.value not in _OBLIGING or o.value not in _PLAIN]
    if e.value in _OBLIGING | _INTENDING or _is_ability(e, passage) or _is_said_beside(e, passage, other):
        return []
    return [None] if e.value in _DOUBTING or not other.concepts.isdisjoint(e.about.split()) else []


def _is_only_hedge(hedge: Expression, passage: Passage, other: Passage) -> bool:
    """Whether what would be, or is meant to be, is told as a fact by a passage that has no hedge at all."""
    if hedge.value not in _INTENDING | {"would"} or other.of_kind.keys() & {"hedge", "negation"}:
        return False
    deed = hedge.about.partition(" ")[0]
    own = words(other.text)
    told = (w for n, w in enumerate(own) if concept(w.lower) == deed and (n == 0 or own[n - 1].lower != "to"))
    return any(told) and [deed] == [concept(w) for w in passage.text[hedge.span.end :].split()[:1]]


def _is_said_beside(hedge: Expression, passage: Passage, other: Passage) -> bool:
    """Whether a hedge is said of something beside what is told; in passages that are nearly the same it is told."""
    beside = not _BESIDE.isdisjoint(passage.text[: hedge.span.start].lower().split()[-1:])
    return beside and similarity(passage.text, other.text) < _NEAR


def _is_ability(hedge: Expression, passage: Passage) -> bool:
    """Whether "could" says only that something was seen, or could not be done."""
    after = passage.text[hedge.span.end :].split()[:2]
    return hedge.value == "could" and (after[:1] == ["not"] or not _PERCEIVED.isdisjoint(after))


def is_same_hedge(x: Expression, y: Expression) -> bool:
    """Whether two hedges are as sure as one another."""
    return x.value == y.value or {x.value, y.value} <= _PLAIN
