"""How much each concept of a case weighs: half by how rare it is in news at large, half by how rare it is here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from workbench.analysis.facts.article_signatures import ArticleSignature, concept_hash
from workbench.analysis.facts.match_features import combined_weights
from workbench.analysis.text.lexicon import background_weights


class CaseWeights:
    """In how many clauses of a case each concept stands."""

    def __init__(self, signatures: Sequence[ArticleSignature]) -> None:
        self._clauses = sum(len(one.clause_hashes) for one in signatures)
        every = np.concatenate([one.concepts for one in signatures] or [np.zeros(0, dtype=np.uint32)])
        self._concepts, self._counts = np.unique(every, return_counts=True)

    def of(self, concepts: Iterable[str]) -> Mapping[str, float]:
        """Concept -> weight."""
        names = sorted(set(concepts))
        numbers = np.array([concept_hash(name) for name in names], dtype=np.uint32)
        at = np.minimum(np.searchsorted(self._concepts, numbers), max(0, len(self._concepts) - 1))
        counts = np.where(self._concepts[at] == numbers, self._counts[at], 0) if len(self._concepts) else 0 * numbers
        known = np.array([background_weights().get(name, 1.0) for name in names])
        return dict(zip(names, combined_weights(counts, self._clauses, known).tolist(), strict=True))
