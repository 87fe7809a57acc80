"""The clauses of a case with their vectors: which are near each other, and how near those of two articles are.

One decision: a wording that several articles have stands where the first of them has it, by article id. What is near in
meaning is worth comparing; the search is exact, block by block, so that its memory does not grow with the square of
the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.facts.article_signatures import ArticleSignature
from workbench.analysis.facts.pair_context import PairPlaces, Rows
from workbench.nlp.linear_chain import Floats

Pair = tuple[int, int]
"""Two clause hashes, the smaller first."""
Embed = Callable[[Sequence[int]], Floats]
"""Clause hashes to a vector each, of length one."""
MAX_CANDIDATES = 40
"""How many others each clause is compared with at most."""
MIN_COSINE = 0.2
"""From which two clauses are worth comparing."""
NEAR = 200
"""How many at most are near one."""
AROUND = 4000
"""Among how many, those around their middle, the clauses near any of several are looked for."""
BLOCK = 256
"""So many clauses are looked up at once."""
BLOCK_SIZE = 16_000_000
"""So many cosines of a block with all clauses are kept at most, where a row has not more."""
TABLE_SIZE = 1_000_000
"""So many cosines of articles are kept at once."""


@dataclass(frozen=True, slots=True)
class NearAny:
    """What is near any of several clauses."""

    own: Sequence[int]
    """The hashes of these."""
    others: Sequence[int]
    """The hashes of what is near one of them, the nearest first."""
    cosines: Floats
    """(own, others); -inf where the two are not near."""

    def nearest(self, place: int, most: int) -> list[int]:
        """Of these clauses the nearest, so many at most, to the other at a place; the nearest first."""
        near = sorted(
            ((c, own) for c, own in zip(self.cosines[:, place].tolist(), self.own, strict=True)), reverse=True
        )
        return [own for cosine, own in near[:most] if cosine >= MIN_COSINE]


class ClauseTable:
    """Every wording of a case once, by article and place."""

    def __init__(self, signatures: Sequence[ArticleSignature], embed: Embed) -> None:
        ordered = sorted(signatures, key=lambda one: one.article_id)
        every = np.concatenate([one.clause_hashes for one in ordered] or [np.zeros(0, dtype=np.int64)])
        article = np.repeat(np.arange(len(ordered)), [len(one.clause_hashes) for one in ordered])
        first = np.sort(np.unique(every, return_index=True)[1])
        self.hashes: NDArray[np.int64] = every[first]
        self._article = article[first]
        self._starts = np.searchsorted(self._article, np.arange(len(ordered) + 1))
        self._rows = {clause_hash: row for row, clause_hash in enumerate(self.hashes.tolist())}
        self.vectors = embed(self.hashes.tolist()) if len(self.hashes) else np.zeros((0, 1), dtype=np.float32)

    def nearest(self, fresh: Iterable[int] | None = None) -> set[Pair]:
        """Pairs of clauses of different articles that are worth comparing; with `fresh`, those that have one of it."""
        wanted = np.arange(len(self.hashes)) if fresh is None else self._known(fresh)
        found: set[Pair] = set()
        for rows in self._blocks(wanted):
            for row, own, alike in zip(rows.tolist(), *self._best(rows, MAX_CANDIDATES), strict=True):
                found.update(self._pair(row, other) for other in own[alike >= MIN_COSINE].tolist())
        return found

    def near(self, clause_hashes: Iterable[int]) -> dict[int, list[tuple[int, float]]]:
        """For each of these the clauses of other articles nearest to it, at most NEAR, and the cosine of each."""
        found: dict[int, list[tuple[int, float]]] = {}
        for rows in self._blocks(self._known(clause_hashes)):
            for row, others, alike in zip(rows.tolist(), *self._best(rows, NEAR), strict=True):
                near = alike >= MIN_COSINE
                hashes = self.hashes[others[near]].tolist()
                found[int(self.hashes[row])] = list(zip(hashes, alike[near].tolist(), strict=True))
        return found

    def near_any(self, clause_hashes: Iterable[int]) -> NearAny:
        """The clauses of other articles nearest to any of these, at most NEAR to each."""
        rows = self._known(clause_hashes)
        columns = self._around(rows)
        cosines = self.vectors[rows] @ self.vectors[columns].T
        cosines[self._article[rows][:, None] == self._article[columns]] = -np.inf
        if len(columns) > NEAR:
            cosines[cosines < np.partition(cosines, -NEAR, axis=1)[:, -NEAR, None]] = -np.inf
        cosines[cosines < MIN_COSINE] = -np.inf
        best = cosines.max(axis=0, initial=-np.inf)
        order = np.lexsort((self.hashes[columns], -best))[: np.count_nonzero(best >= MIN_COSINE)]
        return NearAny(self.hashes[rows].tolist(), self.hashes[columns[order]].tolist(), cosines[:, order])

    def _around(self, rows: Rows) -> Rows:
        """The rows nearest to the middle of some, AROUND at most."""
        if len(self.hashes) <= AROUND or not len(rows):
            return np.arange(len(self.hashes))
        return np.sort(np.argpartition(self.vectors @ self.vectors[rows].mean(axis=0), -AROUND)[-AROUND:])

    def _known(self, clause_hashes: Iterable[int]) -> Rows:
        return np.array(sorted(self._rows[h] for h in {*clause_hashes} if h in self._rows), dtype=np.intp)

    def _blocks(self, rows: Rows) -> Iterator[Rows]:
        """So many rows at a time that their cosines with all are a table of bounded size."""
        step = max(1, min(BLOCK, BLOCK_SIZE // max(1, len(self.hashes))))
        return (rows[low : low + step] for low in range(0, len(rows), step))

    def _best(self, rows: Rows, most: int) -> tuple[Rows, Floats]:
        """Of each row the nearest rows of other articles, so many at most, and their cosines."""
        likeness = self.vectors[rows] @ self.vectors.T
        for number, article in enumerate(self._article[rows].tolist()):
            likeness[number, self._starts[article] : self._starts[article + 1]] = -1.0
        count = min(most, likeness.shape[1])
        best = np.argpartition(likeness, -count, axis=1)[:, -count:]
        return best, np.take_along_axis(likeness, best, 1)

    def _pair(self, row: int, other: int) -> Pair:
        a, b = int(self.hashes[row]), int(self.hashes[other])
        return (a, b) if a < b else (b, a)

    def by_articles(self, pairs: Iterable[Pair]) -> Iterator[tuple[list[Pair], PairPlaces]]:
        """Pairs of clauses of different articles, some that all have a clause of one article at a time, and where they
        stand.
        """
        ordered = list(pairs)
        ends = np.array([[self._rows[a], self._rows[b]] for a, b in ordered], dtype=np.intp).reshape(-1, 2)
        articles = self._article[ends]
        often = np.bincount(articles.ravel(), minlength=len(self._starts))[articles]
        turned = (often[:, 1] > often[:, 0]) | ((often[:, 1] == often[:, 0]) & (articles[:, 1] < articles[:, 0]))
        ends[turned], articles[turned] = ends[turned, ::-1], articles[turned, ::-1]
        order = np.lexsort((ends[:, 1], ends[:, 0], articles[:, 1], articles[:, 0]))
        for own in np.split(order, np.flatnonzero(np.diff(articles[order, 0])) + 1) if ordered else ():
            for some in self._portions(int(articles[own[0], 0]), own, articles):
                yield [ordered[n] for n in some.tolist()], self._places(ends[some], articles[some])

    def _portions(self, one: int, pairs: Rows, articles: Rows) -> list[Rows]:
        """Pairs of one article with others, so many of these at a time that their cosines are a small table."""
        sizes = np.diff(self._starts)
        number = np.cumsum(np.diff(articles[pairs, 1], prepend=articles[pairs[0], 1]) != 0)
        most = max(1, int(TABLE_SIZE // (sizes[one] * sizes[articles[pairs, 1]].max())))
        return np.split(pairs, np.flatnonzero(np.diff(number // most)) + 1)

    def _places(self, ends: Rows, articles: Rows) -> PairPlaces:
        one, (others, number) = int(articles[0, 0]), np.unique(articles[:, 1], return_inverse=True)
        starts, sizes = self._starts[others], np.diff(self._starts)[others]
        inside = np.arange(sizes.max()) < sizes[:, None]
        wanted = np.where(inside, starts[:, None] + np.arange(sizes.max()), 0)
        own = self.vectors[self._starts[one] : self._starts[one + 1]]
        likeness = (own @ self.vectors[wanted.ravel()].T).reshape(len(own), *wanted.shape)
        likeness[:, ~inside] = -np.inf
        return PairPlaces(likeness, sizes, ends[:, 0] - self._starts[one], number, ends[:, 1] - starts[number])
