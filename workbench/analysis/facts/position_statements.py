"""Clauses that state where somebody stands, told apart by who, on which side, and on what.

Outlets tell the same stand in words that have little in common ("will not send soldiers", "ruled out boots on the
ground"); the positions found in both say that it is one: of the same holder, on the same side, and on the same issue or
near in meaning. How near depends on how much the holder says on that side: who has one stand has but that one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.analysis.facts.article_signatures import Digest, Said
from workbench.analysis.positions.issues import TAKING_PART
from workbench.model import STANCES, Clause, Position, Span
from workbench.nlp.linear_chain import Floats

Statement = tuple[str, int, str]
"""Holder, side (-1, 0, 1) and issue."""
Place = tuple[str, Span]
"""An article and a clause in it."""
NEAREST = 25
"""How many wordings of the same holder and side each is compared with at most."""
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


def said(clauses: Sequence[Clause], positions: Iterable[Position]) -> list[Said]:
    """What the clauses of an article state, by their numbers."""
    numbers = {(c.article_id, c.span): n for n, c in enumerate(clauses)}
    found = clauses_of(clauses, positions)
    return sorted(
        (numbers[place], p.holder, STANCES[p.stance][0], p.topic) for place, own in found.items() for p in own
    )


def stands(
    digests: Iterable[Digest], labels: Mapping[str, str], meaning: Callable[[Sequence[int]], Floats]
) -> dict[int, Stand]:
    """Wording -> what it states, where it states where somebody stands; `labels` has the issue of each topic."""
    found: dict[int, frozenset[Statement]] = {}
    for one in sorted(digests, key=lambda d: d.article_id):
        own: dict[int, set[Statement]] = defaultdict(set)
        for number, holder, side, topic in one.said:
            own[int(one.wordings[number])].add((holder, side, labels.get(topic, topic)))
        found = {wording: frozenset(stated) for wording, stated in own.items()} | found
    rows = meaning(list(found)) if found else ()
    return {wording: Stand(stated, row) for (wording, stated), row in zip(found.items(), rows, strict=True)}


def _belonging(clause: Span, position: Span) -> tuple[bool, int, int]:
    """How much a clause is a position's: it has its beginning, then most of its words, then the earlier one."""
    begins = clause.start <= position.start < clause.end
    return begins, min(clause.end, position.end) - max(clause.start, position.start), -clause.start


def same_stands(known: Mapping[int, Stand], fresh: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """Pairs of wordings, the smaller first, that state the same; with `fresh`, those that have one of it."""
    of: dict[tuple[str, int], list[int]] = defaultdict(list)
    issues: dict[tuple[str, int], set[str]] = defaultdict(set)
    for wording, stand in sorted(known.items()):
        for holder, side in sorted(stand.sides):
            of[holder, side].append(wording)
        for holder, side, issue in stand.statements:
            issues[holder, side].add(issue)
    for key, own in sorted(of.items()):
        wanted = [row for row, wording in enumerate(own) if fresh is None or wording in fresh]
        if wanted:
            yield from _near(known, own, wanted, NEAR + FARTHER * math.log2(len(issues[key])))


def _near(
    known: Mapping[int, Stand], own: Sequence[int], wanted: Sequence[int], least: float
) -> Iterator[tuple[int, int]]:
    """Pairs among wordings of one holder and side: on the same issue, or near in meaning; the nearest of each."""
    found = [known[wording] for wording in own]
    matrix = np.stack([stand.meaning for stand in found])
    for row in wanted:
        alike = matrix @ found[row].meaning
        alike[row] = -1.0
        for other in np.argsort(-alike, kind="stable")[:NEAREST]:
            if other != row and (found[other].statements & found[row].statements or alike[other] >= least):
                a, b = sorted((own[row], own[int(other)]))
                yield a, b
