"""Passages that may state a fact in articles of outlets without a phrasing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from workbench.analysis.facts.article_signatures import article_signature, clause_hash
from workbench.analysis.facts.clause_table import ClauseTable
from workbench.analysis.facts.match_features import ClauseProfile, clause_profile
from workbench.analysis.facts.possible_phrasings import KnownFacts, PossiblePhrasing, find_possible_phrasings
from workbench.model import Clause, Span
from workbench.nlp.linear_chain import Floats

TEXTS = {
    "A": "harbour crane fell",
    "B": "harbour crane collapsed",
    "C": "harbour crane toppled",
    "D": "frogs glow blue",
}
HASHES = {article: clause_hash(text) for article, text in TEXTS.items()}
CLAUSES = {article: Clause(article, Span(0, 9), text, tuple(text.split())) for article, text in TEXTS.items()}
VECTORS = {"A": [1.0, 0.0], "B": [0.98, 0.2], "C": [0.97, 0.24], "D": [0.0, 1.0]}
WHERE = {HASHES[article]: [(article, Span(0, 9))] for article in TEXTS}
AT = {(article, Span(0, 9)): clause_hash for article, clause_hash in HASHES.items()}
OUTLETS = {"A": "The Herald", "B": "The Post", "C": "", "D": "The Star"}


def profiles(wanted: Iterable[int]) -> Mapping[int, ClauseProfile]:
    by_hash = {HASHES[article]: clause for article, clause in CLAUSES.items()}
    return {clause: clause_profile(by_hash[clause], {}) for clause in wanted}


def embed(clause_hashes: Sequence[int]) -> Floats:
    articles = {clause_hash: article for article, clause_hash in HASHES.items()}
    return np.array([VECTORS[articles[clause_hash]] for clause_hash in clause_hashes], dtype=np.float32)


TABLE = ClauseTable([article_signature(article, [clause]) for article, clause in CLAUSES.items()], embed)


def near(
    changed: Sequence[str],
    fresh: Sequence[int] = (),
    cannot_link: Iterable[tuple[int, int]] = (),
    outlets: Mapping[str, str] = OUTLETS,
) -> list[PossiblePhrasing]:
    known = KnownFacts({"F1": [("A", Span(0, 9), 1.0)]}, WHERE, AT, outlets, frozenset(cannot_link), {})
    return find_possible_phrasings(known, changed, TABLE.near(fresh), TABLE, profiles)


def test_each_outlet_without_the_fact_has_its_likeliest_passage() -> None:
    assert {(one.fact_id, one.article_id) for one in near(["F1"])} == {("F1", "B"), ("F1", "C")}


def test_the_outlet_of_a_phrasing_has_the_fact() -> None:
    assert [one.article_id for one in near(["F1"], outlets=OUTLETS | {"B": "The Herald"})] == ["C"]


def test_of_facts_that_stay_only_fresh_clauses_are_judged() -> None:
    assert [one.article_id for one in near([], [HASHES["B"]])] == ["B"]
    assert near([]) == []


def test_what_the_analyst_parted_is_not_shown() -> None:
    pair = (min(HASHES["A"], HASHES["B"]), max(HASHES["A"], HASHES["B"]))
    assert [one.article_id for one in near(["F1"], cannot_link=[pair])] == ["C"]


def test_a_passage_is_judged_by_the_phrasings_that_it_is_nearest_to() -> None:
    texts = {f"A{n}": f"harbour crane fell {n}" for n in range(9)}
    clauses = {article: Clause(article, Span(0, 9), text, tuple(text.split())) for article, text in texts.items()}
    hashes = {article: clause_hash(text) for article, text in texts.items()}
    rows = {hashes[article]: [1.0, n / 10] for n, article in enumerate(texts)}
    vectors = {w: np.array(row) / np.hypot(*row) for w, row in rows.items()}
    asked: set[int] = set()

    def profiles_of(wanted: Iterable[int]) -> Mapping[int, ClauseProfile]:
        asked.update(wanted)
        return {hashes[article]: clause_profile(clause, {}) for article, clause in clauses.items()}

    known = KnownFacts(
        {"F1": [(article, Span(0, 9), 1.0) for article in list(texts)[:-1]]},
        {hashes[article]: [(article, Span(0, 9))] for article in texts},
        {(article, Span(0, 9)): hashes[article] for article in texts},
        {article: article for article in texts},
        frozenset(),
        {},
    )
    table = ClauseTable(
        [article_signature(article, [clause]) for article, clause in clauses.items()],
        lambda wanted: np.array([vectors[w] for w in wanted], dtype=np.float32),
    )
    assert [one.article_id for one in find_possible_phrasings(known, ["F1"], {}, table, profiles_of)] == ["A8"]
    assert asked == {hashes[article] for article in ("A5", "A6", "A7", "A8")}
