"""Signatures: what is stored of an article's clauses comes back, and hashes do not depend on typography."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.article_signatures import (
    article_signature,
    changed_clauses,
    clause_hash,
    pack,
    unpack,
)
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
    for name in ("spans", "clause_hashes", "concept_counts", "concepts", "shingles", "features"):
        assert np.array_equal(getattr(again, name), getattr(made, name))
    assert again.statements == made.statements
    assert [again.span(n) for n in range(len(clauses))] == [c.span for c in clauses]


def test_a_clause_hash_is_that_of_its_words() -> None:
    assert clause_hash("The toll\n  rises") == clause_hash("the toll rises")
    assert clause_hash("The toll rises") != clause_hash("The toll rises again")


TOLL = Clause("A", Span(0, 14), "The toll rises", ("toll", "rises"))
BANS = Clause("A", Span(16, 29), "Peru bans nets", ("peru", "bans", "nets"))
BOTH = {clause_hash(TOLL.text), clause_hash(BANS.text)}


def test_an_article_of_which_the_same_is_found_needs_no_comparison() -> None:
    before = article_signature("A", [TOLL, BANS], [(1, "PER", -1, "nets")])
    assert changed_clauses(article_signature("A", [TOLL, BANS], [(1, "PER", -1, "fishing")]), before) == set()
    assert changed_clauses(before, None) == BOTH


def test_a_clause_is_compared_again_when_it_says_or_states_something_else() -> None:
    before = article_signature("A", [TOLL, BANS], [(1, "PER", -1, "nets")])
    denied = article_signature("A", [replace(TOLL, negated=True), BANS], [(1, "PER", -1, "nets")])
    assert changed_clauses(denied, before) == {clause_hash(TOLL.text)}
    other_side = article_signature("A", [TOLL, BANS], [(1, "PER", 1, "nets")])
    assert changed_clauses(other_side, before) == {clause_hash(BANS.text)}


def test_an_article_of_other_clauses_is_compared_again_and_so_is_one_of_an_older_case() -> None:
    both = article_signature("A", [TOLL, BANS])
    assert changed_clauses(both, article_signature("A", [TOLL])) == BOTH
    clauses, *others = pack(both)
    assert changed_clauses(both, unpack("A", clauses[: -both.features.nbytes], *others)) == BOTH
