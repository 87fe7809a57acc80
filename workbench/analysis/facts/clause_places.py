"""Where the clauses of a case stand, looked up either way: where a clause stands, and which clause stands somewhere.

One decision: the numbers stay in the arrays of the signatures until somebody asks, so that one more article does not
pay for all places of a large case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np

from workbench.analysis.facts.article_signatures import ArticleSignature
from workbench.model import Passage, Span


class ClausePlaces(Mapping[int, Sequence[Passage]]):
    """Clause hash -> every clause that has it, by article and place; the first stands for all."""

    def __init__(self, signatures: Sequence[ArticleSignature]) -> None:
        self._ordered = sorted(signatures, key=lambda one: one.article_id)
        sizes = [len(one.clause_hashes) for one in self._ordered]
        hashes = np.concatenate([one.clause_hashes for one in self._ordered] or [np.zeros(0, dtype=np.int64)])
        self._order = np.argsort(hashes, kind="stable")
        self._article = np.repeat(np.arange(len(sizes)), sizes)
        self._starts = np.cumsum([0, *sizes])
        self._hashes, first = np.unique(hashes[self._order], return_index=True)
        self._ends = np.append(first, len(hashes))
        self._known: dict[int, Sequence[Passage]] = {}

    def __getitem__(self, clause_hash: int) -> Sequence[Passage]:
        if clause_hash not in self._known:
            self._known[clause_hash] = self._read(clause_hash)
        return self._known[clause_hash]

    def _read(self, clause_hash: int) -> Sequence[Passage]:
        at = int(np.searchsorted(self._hashes, clause_hash))
        if at == len(self._hashes) or self._hashes[at] != clause_hash:
            raise KeyError(clause_hash)
        rows = self._order[self._ends[at] : self._ends[at + 1]]
        articles = self._article[rows]
        return [
            (self._ordered[article].article_id, self._ordered[article].span(number))
            for article, number in zip(articles.tolist(), (rows - self._starts[articles]).tolist(), strict=True)
        ]

    def __iter__(self) -> Iterator[int]:
        return iter(self._hashes.tolist())

    def __len__(self) -> int:
        return len(self._hashes)


class ClauseHashes(Mapping[Passage, int]):
    """Where a clause stands -> its hash."""

    def __init__(self, signatures: Sequence[ArticleSignature]) -> None:
        self._signatures = {one.article_id: one for one in signatures}
        self._known: dict[str, Mapping[Span, int]] = {}

    @property
    def articles(self) -> Set[str]:
        """The articles that have a signature."""
        return self._signatures.keys()

    def of_article(self, article: str) -> Mapping[Span, int]:
        """Where its clauses stand -> the hash of each; nothing of an article that has no signature."""
        if article not in self._known:
            one = self._signatures.get(article)
            spans = () if one is None else (one.span(number) for number in range(len(one.spans)))
            hashes = () if one is None else one.clause_hashes.tolist()
            self._known[article] = dict(zip(spans, hashes, strict=True))
        return self._known[article]

    def __getitem__(self, place: Passage) -> int:
        return self.of_article(place[0])[place[1]]

    def __iter__(self) -> Iterator[Passage]:
        return ((article, span) for article in self._signatures for span in self.of_article(article))

    def __len__(self) -> int:
        return sum(len(one.spans) for one in self._signatures.values())
