"""Clauses that state where somebody stands, told apart by who, on which side, and on what.

Outlets tell the same stand in words that have little in common ("will not send soldiers", "ruled out boots on the
ground"); the positions found in both say that it is one: of the same holder, on the same side, and on the same issue or
near in meaning. How near depends on how much the holder says on that side: who has one stand has but that one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.analysis.issues import TAKING_PART
from workbench.model import STANCES, Clause, Position, Span
from workbench.nlp.chains import Floats

Statement = tuple[str, int, str]
"""Holder, side (-1, 0, 1) and issue."""
Place = tuple[str, Span]
"""An article and a clause in it."""
NEAREST = 25
"""How many clauses of the same holder and side each clause is compared with at most."""
NEAR, FARTHER = 0.5, 0.07
"""The least cosine of two clauses of a holder's only stand, and what each doubling of the stands adds."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a clause states."""

    statements: frozenset[Statement]
    meaning: Floats

    @property
    def sides(self) -> frozenset[tuple[str, int]]:
        """Holder and side alone."""
        return frozenset((holder, side) for holder, side, _ in self.statements)


def clauses_of(clauses: Iterable[Clause], positions: Iterable[Position]) -> dict[Place, list[Position]]:
    """The positions of each clause that has some; a position belongs where it begins, else where most of it is."""
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_article[clause.article_id].append(clause)
    out: dict[Place, list[Position]] = defaultdict(list)
    for position in positions:
        if position.stance == "engaged" or (position.issue or position.topic) == TAKING_PART:
            continue
        near = [c for c in by_article[position.article_id] if c.span.overlaps(position.clause)]
        best = max(near, key=lambda c: _belonging(c.span, position.clause), default=None)
        if best is not None:
            out[best.article_id, best.span].append(position)
    return dict(out)


def stands(
    clauses: Sequence[Clause], positions: Iterable[Position], encode: Callable[[Sequence[str]], Floats]
) -> dict[Place, Stand]:
    """What each clause states, where it states where somebody stands."""
    texts = {(c.article_id, c.span): c.text for c in clauses}
    found = clauses_of(clauses, positions)
    meanings = encode([texts[place] for place in found])
    return {
        place: Stand(frozenset((p.holder, STANCES[p.stance][0], p.issue or p.topic) for p in own), meanings[row])
        for row, (place, own) in enumerate(found.items())
    }


def _belonging(clause: Span, position: Span) -> tuple[bool, int, int]:
    """How much a clause is a position's: it has its beginning, then most of its words, then the earlier one."""
    begins = clause.start <= position.start < clause.end
    return begins, min(clause.end, position.end) - max(clause.start, position.start), -clause.start


def pairs(said: Sequence[Stand | None]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes (later, earlier) that state the same."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    issues: dict[tuple[str, int], set[str]] = defaultdict(set)
    for number, stand in enumerate(said):
        for holder, side, issue in stand.statements if stand else ():
            if not places[holder, side] or places[holder, side][-1] != number:
                places[holder, side].append(number)
            issues[holder, side].add(issue)
    for key, own in sorted(places.items()):
        least = NEAR + FARTHER * math.log2(len(issues[key]))
        yield from _near(said, own, least)


def _near(said: Sequence[Stand | None], own: Sequence[int], least: float) -> Iterator[tuple[int, int]]:
    """Pairs among clauses of one holder and side: on the same issue, or near in meaning; the nearest of each."""
    known = [stand for number in own if (stand := said[number])]
    matrix = np.stack([stand.meaning for stand in known])
    for row, stand in enumerate(known):
        alike = matrix[:row] @ stand.meaning
        for other in np.argsort(-alike, kind="stable")[:NEAREST]:
            if known[other].statements & stand.statements or alike[other] >= least:
                yield own[row], own[int(other)]
