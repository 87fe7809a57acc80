"""What the comparison of articles keeps of each: its clauses as numbers, so that one more article is compared with a
large case without reading that again.

One decision: a clause is known by its hash, a number that clauses of the same words share, and by the hashes of its
concepts; both are the same on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.text.words import TOKEN, concept
from workbench.model import Clause, Span

MIN_TERMS = 3
"""A clause with fewer content words states too little to be matched."""

NO_SHINGLES = np.zeros(0, dtype=np.uint64)

StatedPosition = tuple[int, str, int, str]
"""A clause by its number, and of a position in it: holder, side (-1, 0, 1) and topic."""


@dataclass(frozen=True, slots=True)
class ArticleSignature:
    """What the comparison keeps of an article; arrays have an entry for each comparable clause, in text order."""

    article_id: str
    spans: NDArray[np.int32]
    """(clauses, 2): start and end in the article."""
    clause_hashes: NDArray[np.int64]
    concept_counts: NDArray[np.int32]
    """How many of `concepts` are each clause's."""
    concepts: NDArray[np.uint32]
    shingles: NDArray[np.uint64]
    """A number for each run of words (`copies.shingles`)."""
    features: NDArray[np.uint32]
    """A number that stands for all that is known of each clause."""
    statements: tuple[StatedPosition, ...] = ()

    def span(self, number: int) -> Span:
        """Where a clause stands."""
        return Span(int(self.spans[number, 0]), int(self.spans[number, 1]))


def is_comparable(clause: Clause) -> bool:
    """Whether a clause states enough to be compared."""
    return len(clause.terms) >= MIN_TERMS


def clause_hash(text: str) -> int:
    """The number that clauses of the same words share: 63 bits."""
    words = " ".join(TOKEN.findall(text)).casefold()
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


@lru_cache(maxsize=65536)
def concept_hash(concept: str) -> int:
    """The number that stands for a concept: 32 bits."""
    return crc32(concept.encode("utf-8", "replace"))


def article_signature(
    article_id: str,
    clauses: Iterable[Clause],
    statements: Iterable[StatedPosition] = (),
    shingles: NDArray[np.uint64] = NO_SHINGLES,
) -> ArticleSignature:
    """The signature of an article with these comparable clauses."""
    found = tuple(clauses)
    concepts = [sorted({concept_hash(concept(t)) for t in c.terms}) for c in found]
    return ArticleSignature(
        article_id,
        np.array([(c.span.start, c.span.end) for c in found], dtype=np.int32).reshape(-1, 2),
        np.array([clause_hash(c.text) for c in found], dtype=np.int64),
        np.array([len(own) for own in concepts], dtype=np.int32),
        np.array([n for own in concepts for n in own], dtype=np.uint32),
        shingles,
        np.array([_feature_hash(c) for c in found], dtype=np.uint32),
        tuple(statements),
    )


def _feature_hash(clause: Clause) -> int:
    known = (clause.text, clause.terms, clause.names, clause.numbers, clause.action, clause.kind, clause.tenses)
    return crc32(repr((*known, clause.negated, clause.stands_alone)).encode("utf-8", "replace"))


def changed_clauses(one: ArticleSignature, before: ArticleSignature | None) -> set[int]:
    """The hashes of the clauses that have to be compared again, if `before` is what the article was compared by: all,
    unless it has the same clauses; then those of which something else is known, or that state something else.
    """
    hashes: list[int] = one.clause_hashes.tolist()
    if before is None or not _has_same_clauses(one, before):
        return {*hashes}
    changed = {hashes[n] for n in np.flatnonzero(one.features != before.features).tolist()}
    return changed | {hashes[n] for n, *_ in {s[:3] for s in one.statements} ^ {s[:3] for s in before.statements}}


def _has_same_clauses(one: ArticleSignature, other: ArticleSignature) -> bool:
    return np.array_equal(one.clause_hashes, other.clause_hashes) and np.array_equal(one.spans, other.spans)


def pack(one: ArticleSignature) -> tuple[bytes, str, bytes]:
    """A signature as it is stored: clauses, what they state, and the shingles."""
    arrays = (one.spans, one.clause_hashes, one.concept_counts, one.concepts, one.features)
    count = np.array([len(one.spans)], dtype="<i4")
    clauses = b"".join(a.astype(a.dtype.newbyteorder("<")).tobytes() for a in (count, *arrays))
    return clauses, json.dumps(one.statements, ensure_ascii=False), one.shingles.astype("<u8").tobytes()


def unpack(article_id: str, clauses: bytes, statements: str, shingles: bytes) -> ArticleSignature:
    """The signature that `pack` made."""
    count = int(np.frombuffer(clauses, "<i4", 1)[0])
    spans = np.frombuffer(clauses, "<i4", 2 * count, 4).reshape(-1, 2)
    clause_hashes = np.frombuffer(clauses, "<i8", count, 4 + 8 * count)
    concept_counts = np.frombuffer(clauses, "<i4", count, 4 + 16 * count)
    concepts = np.frombuffer(clauses, "<u4", int(concept_counts.sum()), 4 + 20 * count)
    features = np.frombuffer(clauses, "<u4", -1, 4 + 20 * count + concepts.nbytes)
    if len(features) != count:  # an older case has none
        features = np.zeros(count, dtype="<u4")
    stated = tuple((n, holder, side, topic) for n, holder, side, topic in json.loads(statements))
    return ArticleSignature(
        article_id, spans, clause_hashes, concept_counts, concepts, np.frombuffer(shingles, "<u8"), features, stated
    )
