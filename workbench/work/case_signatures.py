"""The signatures of all articles of a case: where their clauses stand, and what gives the vectors of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.facts import article_signatures, fact_assembly, position_statements
from workbench.analysis.facts.article_signatures import ArticleSignature
from workbench.analysis.facts.case_weights import CaseWeights
from workbench.analysis.facts.clause_places import ClauseHashes, ClausePlaces
from workbench.analysis.facts.clause_table import ClauseTable
from workbench.analysis.facts.match_features import ClauseProfile
from workbench.analysis.provenance import copies
from workbench.analysis.text.sentence_context import sentence_around
from workbench.model import Passage, Span
from workbench.nlp import clause_encoder
from workbench.nlp.clause_encoder import ClauseInSentence
from workbench.nlp.linear_chain import Floats
from workbench.store.articles import text_of
from workbench.store.clauses import load_clauses_at, load_clauses_of
from workbench.store.database import Database
from workbench.store.positions import load_positions_of
from workbench.store.signatures import clause_vectors, load_signatures, save_clause_vectors
from workbench.work.workers.tasks import encode

Encode = Callable[[Sequence[ClauseInSentence]], list[bytes]]
"""Makes vectors of clauses, in half precision."""


@dataclass(frozen=True, slots=True)
class CaseSignatures:
    """The signatures of a case, and where its clauses stand."""

    signatures: Sequence[ArticleSignature]
    where: ClausePlaces
    hashes: ClauseHashes

    @classmethod
    def read(cls, db: Database, new: Iterable[ArticleSignature] = ()) -> CaseSignatures:
        """What is stored, and signatures that are not stored yet, which go before those of the same articles."""
        return cls.of({**stored_signatures(db), **{one.article_id: one for one in new}}.values())

    @classmethod
    def of(cls, signatures: Iterable[ArticleSignature]) -> CaseSignatures:
        """These signatures, one of each article."""
        found = sorted(signatures, key=lambda one: one.article_id)
        return cls(found, ClausePlaces(found), ClauseHashes(found))

    def clause_at(self, place: Passage) -> int | None:
        """The hash of the clause that has most in common with a place."""
        own = self.hashes.of_article(place[0])
        span = max(own, key=lambda span: _overlap(span, place[1]), default=Span(0, 0))
        return own[span] if _overlap(span, place[1]) else None


def _overlap(one: Span, other: Span) -> float:
    """How much of the two spans together is in both, 0 to 1."""
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return both / max(1, one.end - one.start + other.end - other.start - both)


def stored_signatures(db: Database) -> dict[str, ArticleSignature]:
    """Article id -> the signature by which it was compared."""
    return {row[0]: article_signatures.unpack(*row) for row in load_signatures(db)}


def read_signature(db: Database, id: str) -> ArticleSignature:
    """The signature of an article as it is analysed."""
    clauses = [c for c in load_clauses_of(db, id) if article_signatures.is_comparable(c)]
    said = position_statements.stated_positions(clauses, load_positions_of(db, [id]))
    return article_signatures.article_signature(id, clauses, said, copies.shingles(text_of(db, id)))


def clause_table(db: Database, case: CaseSignatures, encode: Encode = encode) -> ClauseTable:
    """The clauses of a case with their vectors, those that are kept or new ones, which are kept from then on."""

    def embed(clause_hashes: Sequence[int]) -> Floats:
        rows, known = _stored_vectors(db, clause_hashes)
        new = np.flatnonzero(~known).tolist()
        sentences = _sentences(db, [case.where[clause_hashes[n]][0] for n in new])
        found = encode(sentences)
        save_clause_vectors(db, {clause_hashes[n]: vector for n, vector in zip(new, found, strict=True)})
        rows[new] = clause_encoder.from_half_precision(found)
        return rows

    return ClauseTable(case.signatures, embed)


def _stored_vectors(db: Database, clause_hashes: Sequence[int]) -> tuple[Floats, NDArray[np.bool_]]:
    """A row for each clause, and whether it is known: a block of what is stored at a time, in no other form beside."""
    order = np.argsort(np.array(clause_hashes, dtype=np.int64))
    ordered = np.array(clause_hashes, dtype=np.int64)[order]
    rows = np.zeros((len(clause_hashes), clause_encoder.DIMENSIONS), dtype=np.float32)
    known = np.zeros(len(clause_hashes), dtype=bool)
    for numbers, vectors in clause_vectors(db):
        at = np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)
        asked = ordered[at] == numbers
        places = order[at[asked]]
        rows[places], known[places] = clause_encoder.from_half_precision(vectors)[asked], True
    return rows, known


def _sentences(db: Database, places: Sequence[Passage]) -> list[ClauseInSentence]:
    texts = {article: text_of(db, article) for article in {article for article, _ in places}}
    return [sentence_around(texts[article], span) for article, span in places]


class ClauseProfiles:
    """What is compared of clauses of a case; each is read once."""

    def __init__(self, db: Database, case: CaseSignatures) -> None:
        self._db, self._case = db, case
        self._weights = CaseWeights(case.signatures)
        self._known: dict[int, ClauseProfile] = {}

    def of(self, clause_hashes: Iterable[int]) -> Mapping[int, ClauseProfile]:
        """Clause hash -> what is compared of it, for these at least."""
        places = {
            self._case.where[clause_hash][0]: clause_hash for clause_hash in {*clause_hashes} - self._known.keys()
        }
        clauses = {places[place]: clause for place, clause in load_clauses_at(self._db, places).items()}
        self._known |= fact_assembly.build_profiles(clauses, self._weights)
        return self._known
