"""Clauses that state a position, distinguished by who and on which side.

Outlets report the same position in words that have little in common ("will not send soldiers", "ruled out boots on the
ground"); that both state one of the same holder on the same side speaks for their being one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workbench.analysis.facts.article_signatures import ArticleSignature, StatedPosition
from workbench.model import STANCES, TAKING_PART, Clause, Passage, Position, Span

Sides = frozenset[tuple[str, int]]
"""Holders and sides (-1, 0, 1)."""
MIN_CONFIDENCE = 0.6
"""The confidence from which a position tells two clauses to be one fact."""


def positions_by_clause(clauses: Iterable[Clause], positions: Iterable[Position]) -> dict[Passage, list[Position]]:
    """The positions of each clause that has some; a position belongs where it begins, else where most of it is."""
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_article[clause.article_id].append(clause)
    out: dict[Passage, list[Position]] = defaultdict(list)
    for position in positions:
        taking_part = position.stance == "engaged" or (position.issue or position.topic) == TAKING_PART
        if taking_part or position.confidence < MIN_CONFIDENCE:
            continue
        overlapping = [c for c in by_article[position.article_id] if c.span.overlaps(position.clause)]
        best = max(overlapping, key=lambda c: _overlap_rank(c.span, position.clause), default=None)
        if best is not None:
            out[best.article_id, best.span].append(position)
    return dict(out)


def stated_positions(clauses: Sequence[Clause], positions: Iterable[Position]) -> list[StatedPosition]:
    """What the clauses of an article state, by their numbers."""
    numbers = {(c.article_id, c.span): n for n, c in enumerate(clauses)}
    found = positions_by_clause(clauses, positions)
    return sorted(
        (numbers[place], p.holder, STANCES[p.stance][0], p.topic) for place, own in found.items() for p in own
    )


def sides_by_clause(signatures: Iterable[ArticleSignature]) -> dict[int, Sides]:
    """Clause hash -> holders and sides of the positions that it states, where it states some."""
    out: dict[int, Sides] = {}
    for one in sorted(signatures, key=lambda one: one.article_id):
        own: dict[int, set[tuple[str, int]]] = defaultdict(set)
        for number, holder, side, _ in one.statements:
            own[int(one.clause_hashes[number])].add((holder, side))
        for clause_hash, stated in own.items():
            out.setdefault(clause_hash, frozenset(stated))
    return out


def _overlap_rank(clause: Span, position: Span) -> tuple[bool, int, int]:
    """How much a clause is a position's: it has its beginning, then most of its words, then the earlier one."""
    begins = clause.start <= position.start < clause.end
    return begins, min(clause.end, position.end) - max(clause.start, position.start), -clause.start
