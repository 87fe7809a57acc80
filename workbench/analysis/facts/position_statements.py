"""Clauses that state a position, distinguished by who, on which side, and on what.

Outlets report the same position in words that have little in common ("will not send soldiers", "ruled out boots on the
ground"); the positions found in both say that it is one: of the same holder, on the same side, and on the same issue or
near in meaning. How near depends on how much the holder says on that side: who states one position has but that one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.analysis.facts.article_signatures import ArticleSignature, StatedPosition
from workbench.model import STANCES, TAKING_PART, Clause, Position, Span
from workbench.nlp.linear_chain import Floats

Statement = tuple[str, int, str]
"""Holder, side (-1, 0, 1) and issue."""
Place = tuple[str, Span]
"""An article and a clause in it."""
MIN_CONFIDENCE = 0.8
"""The confidence from which a position tells two clauses to be one fact."""
MAX_NEIGHBOURS = 25
"""How many clauses of the same holder and side each is compared with at most."""
MIN_COSINE, COSINE_PER_DOUBLING = 0.5, 0.07
"""The least cosine of two clauses of a holder's only statement, and what each doubling of the statements adds."""


@dataclass(frozen=True, slots=True)
class ClauseStatements:
    """The positions that a clause states, and its meaning as a vector of length one."""

    statements: frozenset[Statement]
    embedding: Floats

    @property
    def sides(self) -> frozenset[tuple[str, int]]:
        """Holder and side alone."""
        return frozenset((holder, side) for holder, side, _ in self.statements)


def positions_by_clause(clauses: Iterable[Clause], positions: Iterable[Position]) -> dict[Place, list[Position]]:
    """The positions of each clause that has some; a position belongs where it begins, else where most of it is."""
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_article[clause.article_id].append(clause)
    out: dict[Place, list[Position]] = defaultdict(list)
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


def statements_by_clause(
    signatures: Iterable[ArticleSignature], labels: Mapping[str, str], embed: Callable[[Sequence[int]], Floats]
) -> dict[int, ClauseStatements]:
    """Clause hash -> what it states, where it states a position; `labels` has the issue of each topic."""
    found: dict[int, frozenset[Statement]] = {}
    for one in sorted(signatures, key=lambda one: one.article_id):
        own: dict[int, set[Statement]] = defaultdict(set)
        for number, holder, side, topic in one.statements:
            own[int(one.clause_hashes[number])].add((holder, side, labels.get(topic, topic)))
        found = {clause_hash: frozenset(stated) for clause_hash, stated in own.items()} | found
    rows = embed(list(found)) if found else ()
    return {
        clause_hash: ClauseStatements(stated, row)
        for (clause_hash, stated), row in zip(found.items(), rows, strict=True)
    }


def _overlap_rank(clause: Span, position: Span) -> tuple[bool, int, int]:
    """How much a clause is a position's: it has its beginning, then most of its words, then the earlier one."""
    begins = clause.start <= position.start < clause.end
    return begins, min(clause.end, position.end) - max(clause.start, position.start), -clause.start


def same_statement_pairs(
    known: Mapping[int, ClauseStatements], fresh: Collection[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Pairs of clause hashes, the smaller first, that state the same; with `fresh`, those that have one of it."""
    of: dict[tuple[str, int], list[int]] = defaultdict(list)
    issues: dict[tuple[str, int], set[str]] = defaultdict(set)
    for clause_hash, stated in sorted(known.items()):
        for holder, side in sorted(stated.sides):
            of[holder, side].append(clause_hash)
        for holder, side, issue in stated.statements:
            issues[holder, side].add(issue)
    for key, own in sorted(of.items()):
        wanted = [row for row, clause_hash in enumerate(own) if fresh is None or clause_hash in fresh]
        if wanted:
            yield from _same_or_near(known, own, wanted, MIN_COSINE + COSINE_PER_DOUBLING * math.log2(len(issues[key])))


def _same_or_near(
    known: Mapping[int, ClauseStatements], own: Sequence[int], wanted: Sequence[int], least: float
) -> Iterator[tuple[int, int]]:
    """Pairs among clauses of one holder and side: on the same issue, or near in meaning; the nearest of each."""
    found = [known[clause_hash] for clause_hash in own]
    matrix = np.stack([each.embedding for each in found])
    for row in wanted:
        alike = matrix @ found[row].embedding
        alike[row] = -1.0
        for other in np.argsort(-alike, kind="stable")[:MAX_NEIGHBOURS]:
            if other != row and (found[other].statements & found[row].statements or alike[other] >= least):
                a, b = sorted((own[row], own[int(other)]))
                yield a, b
