"""Signatures: what is stored of an article's clauses comes back, and hashes do not depend on typography."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.article_signatures import article_signature, clause_hash, clause_places, pack, unpack
from workbench.analysis.provenance.copies import shingles
from workbench.model import Clause, Span

WORDS = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.integers(0, 10**6), WORDS), max_size=8))
def test_what_is_packed_comes_back(found: list[tuple[int, list[str]]]) -> None:
    clauses = [Clause("A", Span(start, start + 5), " ".join(words), tuple(words)) for start, words in found]
    made = article_signature(
        "A", clauses, [(0, "PER", 1, "toll")] if clauses else [], shingles(" ".join(map(str, range(20))))
    )
    again = unpack("A", *pack(made))
    for name in ("spans", "clause_hashes", "concept_counts", "concepts", "shingles"):
        assert np.array_equal(getattr(again, name), getattr(made, name))
    assert again.statements == made.statements
    assert [again.span(n) for n in range(len(clauses))] == [c.span for c in clauses]


def test_a_clause_hash_is_that_of_its_words() -> None:
    assert clause_hash("The toll\n  rises") == clause_hash("the toll rises")
    assert clause_hash("The toll rises") != clause_hash("The toll rises again")


def test_places_stand_by_article_and_span_whatever_the_order() -> None:
    one = article_signature("B", [Clause("B", Span(0, 5), "tolls", ("toll",))])
    other = article_signature(
        "A", [Clause("A", Span(9, 14), "Tolls", ("toll",)), Clause("A", Span(2, 7), "tolls", ("toll",))]
    )
    [found] = clause_places([one, other]).values()
    assert found == [("A", Span(9, 14)), ("A", Span(2, 7)), ("B", Span(0, 5))]
    assert clause_places([other, one]) == clause_places([one, other])
