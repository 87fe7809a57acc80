"""Which clauses are worth comparing: those that share rare words.

One decision: an inverted index over each clause's rarest concepts; a concept that very many clauses have is no reason
to compare, so the cost grows with what is shared and not with the square of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workbench.analysis.facts.article_signatures import ArticleSignature, concept_hash
from workbench.analysis.facts.match_features import Reals, combined_weights
from workbench.analysis.text.lexicon import background_weights

MAX_CANDIDATES = 25
"""How many others each clause is compared with at most."""
MIN_COSINE = 0.15
"""Cosine over the indexed concepts from which a pair is worth comparing; in ECB+ train nothing below .2 is joined."""
MAX_SPREAD = 1000
"""A concept that more clauses have leads nowhere."""
RAREST_CONCEPTS = 10
"""How many concepts of a clause lead to others."""


class CandidateIndex:
    """The clauses of a case, each wording once, by their concepts."""

    def __init__(self, signatures: Sequence[ArticleSignature]) -> None:
        clauses = np.concatenate([d.clause_hashes for d in signatures]) if signatures else np.zeros(0, dtype=np.int64)
        concept_counts = _concatenated([d.concept_counts for d in signatures])
        concepts, self._counts = np.unique(_concatenated([d.concepts for d in signatures]), return_counts=True)
        self._concepts, self._clauses = concepts, len(clauses)
        self.clause_hashes, first = np.unique(clauses, return_index=True)
        """Ascending; a row is a place here."""
        starts = np.concatenate([[0], np.cumsum(concept_counts)])
        which = np.searchsorted(concepts, _concatenated([d.concepts for d in signatures]))
        self._own = [which[starts[n] : starts[n + 1]] for n in first]
        squares = combined_weights(self._counts, self._clauses, _background_of(concepts)) ** 2
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
        numbers = np.array([concept_hash(c) for c in names], dtype=np.uint32)
        at = np.minimum(np.searchsorted(self._concepts, numbers), max(0, len(self._concepts) - 1))
        counts = np.where(self._concepts[at] == numbers, self._counts[at], 0) if len(self._concepts) else 0 * numbers
        known = np.array([background_weights().get(c, 1.0) for c in names])
        return dict(zip(names, combined_weights(counts, self._clauses, known).tolist(), strict=True))

    def pairs(self, fresh: Iterable[int] | None = None) -> list[tuple[int, int]]:
        """Pairs of clause hashes, each once, the smaller first; with `fresh`, those that have one of it."""
        wanted = self.clause_hashes if fresh is None else np.array(sorted(set(fresh)), dtype=np.int64)
        found: set[tuple[int, int]] = set()
        for row in np.searchsorted(self.clause_hashes, wanted).tolist():
            found.update((min(row, other), max(row, other)) for other in self._nearest(row))
        return [(int(self.clause_hashes[a]), int(self.clause_hashes[b])) for a, b in sorted(found)]

    def sharing_concepts(self, clause_hash: int) -> list[tuple[int, float]]:
        """Every other clause that shares a concept with one, but the commonest, and the cosine over those concepts."""
        row = int(np.searchsorted(self.clause_hashes, clause_hash))
        own = self._own[row]
        keys = own[(self._spread[own] > 1) & (self._spread[own] <= MAX_SPREAD)]
        if not len(keys):
            return []
        others, weights = self._having(keys)
        found, places = np.unique(others, return_inverse=True)
        alike = np.bincount(places, weights=weights) / self._norms[found] / self._norms[row]
        pairs = zip(self.clause_hashes[found].tolist(), alike.tolist(), strict=True)
        return [(other, shared) for other, shared in pairs if other != clause_hash]

    def _having(self, keys: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], Reals]:
        """The rows that have each of some concepts, and what it weighs."""
        rows = np.concatenate([self._rows[self._starts[k] : self._starts[k + 1]] for k in keys])
        return rows, np.repeat(self._squares[keys], self._spread[keys])

    def _nearest(self, row: int) -> list[int]:
        own = self._own[row]
        leading = own[(self._spread[own] > 1) & (self._spread[own] <= MAX_SPREAD)]
        keys = leading[np.lexsort((self._concepts[leading], self._spread[leading]))][:RAREST_CONCEPTS]
        if not len(keys):
            return []
        others, weights = self._having(keys)
        overlap = np.bincount(others, weights=weights)
        overlap[row] = 0.0
        return _best_rows(overlap / self._norms[: len(overlap)] / self._norms[row])


def _background_of(concepts: npt.NDArray[np.uint32]) -> Reals:
    """How rare each concept is in news at large."""
    numbers = {concept_hash(c): weight for c, weight in background_weights().items()}
    return np.array([numbers.get(c, 1.0) for c in concepts.tolist()])


def _concatenated(arrays: Sequence[npt.NDArray[np.generic]]) -> npt.NDArray[np.generic]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.uint32)


def _best_rows(alike: Reals) -> list[int]:
    found = np.flatnonzero(alike >= MIN_COSINE)
    if len(found) > MAX_CANDIDATES:
        found = found[np.argsort(-alike[found], kind="stable")[:MAX_CANDIDATES]]
    return list(map(int, found))
