"""Which clauses are worth comparing: those that share rare words.

One decision: an inverted index over each wording's rarest concepts; a concept that very many wordings have is no reason
to compare, so the cost grows with what is shared and not with the square of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workbench.analysis.facts.article_signatures import Digest, number_of
from workbench.analysis.facts.match_features import Reals, background, rarity

NEAREST = 25
"""How many others each wording is compared with at most."""
LEAST = 0.15
"""Cosine over the indexed concepts from which a pair is worth comparing; in ECB+ train nothing below .2 is joined."""
COMMON = 1000
"""A concept that more wordings have leads nowhere."""
RAREST = 10
"""How many concepts of a wording lead to others."""


class Index:
    """The wordings of a case by their concepts."""

    def __init__(self, digests: Sequence[Digest]) -> None:
        clauses = np.concatenate([d.wordings for d in digests]) if digests else np.zeros(0, dtype=np.int64)
        lengths = _joined([d.lengths for d in digests])
        concepts, self._counts = np.unique(_joined([d.concepts for d in digests]), return_counts=True)
        self._concepts, self._clauses = concepts, len(clauses)
        self.wordings, first = np.unique(clauses, return_index=True)
        """Every wording's number, ascending; a row is a place here."""
        starts = np.concatenate([[0], np.cumsum(lengths)])
        which = np.searchsorted(concepts, _joined([d.concepts for d in digests]))
        self._own = [which[starts[n] : starts[n + 1]] for n in first]
        squares = rarity(self._counts, self._clauses, _known(concepts)) ** 2
        self._squares = squares
        self._norms = np.array([max(float(squares[own].sum()), 1e-9) ** 0.5 for own in self._own])
        self._post()

    def _post(self) -> None:
        """For every concept, the rows that have it."""
        rows = np.repeat(np.arange(len(self._own)), [len(own) for own in self._own])
        flat = np.concatenate(self._own) if self._own else np.zeros(0, dtype=np.intp)
        self._rows = rows[np.argsort(flat, kind="stable")]
        self._spread = np.bincount(flat, minlength=len(self._concepts))
        self._starts = np.concatenate([[0], np.cumsum(self._spread)])

    def weights(self, concepts: Iterable[str]) -> Mapping[str, float]:
        """Concept -> weight, 0 to 1, in this case."""
        names = sorted(set(concepts))
        numbers = np.array([number_of(c) for c in names], dtype=np.uint32)
        at = np.minimum(np.searchsorted(self._concepts, numbers), max(0, len(self._concepts) - 1))
        counts = np.where(self._concepts[at] == numbers, self._counts[at], 0) if len(self._concepts) else 0 * numbers
        known = np.array([background().get(c, 1.0) for c in names])
        return dict(zip(names, rarity(counts, self._clauses, known).tolist(), strict=True))

    def pairs(self, fresh: Iterable[int] | None = None) -> list[tuple[int, int]]:
        """Pairs of wordings, each once, the smaller first; with `fresh`, those that have one of it."""
        wanted = self.wordings if fresh is None else np.array(sorted(set(fresh)), dtype=np.int64)
        found: set[tuple[int, int]] = set()
        for row in np.searchsorted(self.wordings, wanted).tolist():
            found.update((min(row, other), max(row, other)) for other in self._nearest(row))
        return [(int(self.wordings[a]), int(self.wordings[b])) for a, b in sorted(found)]

    def sharing(self, wording: int) -> list[tuple[int, float]]:
        """Every other wording that shares a concept with one, but the commonest, and the cosine over those concepts."""
        row = int(np.searchsorted(self.wordings, wording))
        own = self._own[row]
        keys = own[(self._spread[own] > 1) & (self._spread[own] <= COMMON)]
        if not len(keys):
            return []
        others, weights = self._having(keys)
        found, places = np.unique(others, return_inverse=True)
        alike = np.bincount(places, weights=weights) / self._norms[found] / self._norms[row]
        pairs = zip(self.wordings[found].tolist(), alike.tolist(), strict=True)
        return [(other, shared) for other, shared in pairs if other != wording]

    def _having(self, keys: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], Reals]:
        """The rows that have each of some concepts, and what it weighs."""
        rows = np.concatenate([self._rows[self._starts[k] : self._starts[k + 1]] for k in keys])
        return rows, np.repeat(self._squares[keys], self._spread[keys])

    def _nearest(self, row: int) -> list[int]:
        own = self._own[row]
        leading = own[(self._spread[own] > 1) & (self._spread[own] <= COMMON)]
        keys = leading[np.lexsort((self._concepts[leading], self._spread[leading]))][:RAREST]
        if not len(keys):
            return []
        others, weights = self._having(keys)
        overlap = np.bincount(others, weights=weights)
        overlap[row] = 0.0
        return _most(overlap / self._norms[: len(overlap)] / self._norms[row])


def _known(concepts: npt.NDArray[np.uint32]) -> Reals:
    """How rare each concept is in news at large."""
    numbers = {number_of(c): weight for c, weight in background().items()}
    return np.array([numbers.get(c, 1.0) for c in concepts.tolist()])


def _joined(arrays: Sequence[npt.NDArray[np.generic]]) -> npt.NDArray[np.generic]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.uint32)


def _most(alike: Reals) -> list[int]:
    found = np.flatnonzero(alike >= LEAST)
    if len(found) > NEAREST:
        found = found[np.argsort(-alike[found], kind="stable")[:NEAREST]]
    return list(map(int, found))
