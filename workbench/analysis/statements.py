"""Clauses that state where somebody stands, told apart by who, on which side, and on what.

Outlets tell the same stand in words that have little in common ("will not send soldiers", "ruled out boots on the
ground"); the positions found in both say that it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.analysis.issues import TAKING_PART
from workbench.model import STANCES, Clause, Position, Span

Statement = tuple[str, int, str]
"""Holder, side (-1, 0, 1) and issue."""
Statements = Mapping[tuple[str, Span], frozenset[Statement]]
NEAREST = 25
"""How many earlier clauses of the same statement each clause is compared with at most."""


def statements(clauses: Iterable[Clause], positions: Iterable[Position]) -> Statements:
    """(article, span) of a clause -> what it states; a position belongs to the clause that has most of its words."""
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_article[clause.article_id].append(clause)
    out: dict[tuple[str, Span], set[Statement]] = defaultdict(set)
    for position in positions:
        if position.stance == "engaged" or (position.issue or position.topic) == TAKING_PART:
            continue
        near = [c for c in by_article[position.article_id] if c.span.overlaps(position.clause)]
        best = max(near, key=lambda c: (_shared(c.span, position.clause), -c.span.start), default=None)
        if best is not None:
            side = STANCES[position.stance][0]
            out[best.article_id, best.span].add((position.holder, side, position.issue or position.topic))
    return {place: frozenset(found) for place, found in out.items()}


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def pairs(said: Sequence[frozenset[Statement]]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes (later, earlier) of what has a statement in common."""
    places: dict[Statement, list[int]] = defaultdict(list)
    for later, found in enumerate(said):
        for statement in sorted(found):
            yield from ((later, earlier) for earlier in places[statement][-NEAREST:])
            places[statement].append(later)
