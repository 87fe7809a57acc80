"""Which clauses are near each other, and how those of two articles stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from workbench.analysis.facts import clause_table
from workbench.analysis.facts.article_signatures import ArticleSignature, article_signature, clause_hash
from workbench.analysis.facts.clause_table import MAX_CANDIDATES, ClauseTable
from workbench.model import Clause, Span
from workbench.nlp.linear_chain import Floats

ANGLES = {"crane fell down": 0.0, "crane came down": 0.3, "crane lay down": 0.9, "frogs glow blue": 2.0}


def signature(article: str, *texts: str) -> ArticleSignature:
    clauses = [Clause(article, Span(n, n + 1), text, tuple(text.split())) for n, text in enumerate(texts)]
    return article_signature(article, clauses)


def embed(clause_hashes: Sequence[int]) -> Floats:
    known = {clause_hash(text): angle for text, angle in ANGLES.items()}
    angles = np.array([known[h] for h in clause_hashes], dtype=np.float32)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def pair(one: str, other: str) -> tuple[int, int]:
    a, b = sorted((clause_hash(one), clause_hash(other)))
    return a, b


def table(*signatures: ArticleSignature) -> ClauseTable:
    return ClauseTable(signatures, embed)


def test_clauses_of_two_articles_that_are_near_are_worth_comparing() -> None:
    found = table(signature("A", "crane fell down", "frogs glow blue"), signature("B", "crane came down")).nearest()
    assert found == {pair("crane fell down", "crane came down")}


def test_clauses_of_one_article_are_not_compared() -> None:
    assert table(signature("A", "crane fell down", "crane came down")).nearest() == set()


def test_with_fresh_clauses_only_their_pairs_are_looked_for() -> None:
    made = table(signature("A", "crane fell down"), signature("B", "crane came down"), signature("C", "crane lay down"))
    assert len(made.nearest()) == 3
    assert made.nearest([clause_hash("crane lay down")]) == {
        pair("crane lay down", "crane fell down"), pair("crane lay down", "crane came down")
    }  # fmt: skip
    assert made.nearest([17]) == set()


def test_a_wording_of_two_articles_is_one_row() -> None:
    made = table(signature("A", "crane fell down"), signature("B", "crane fell down", "frogs glow blue"))
    assert made.hashes.tolist() == [clause_hash("crane fell down"), clause_hash("frogs glow blue")]
    assert made.nearest() == set()


def test_no_clause_is_compared_with_too_many() -> None:
    rows = MAX_CANDIDATES + 30
    clauses = [article_signature(f"A{n}", [Clause(f"A{n}", Span(0, 1), f"word{n}", ("w",))]) for n in range(rows)]
    made = ClauseTable(clauses, lambda asked: np.ones((len(asked), 1), dtype=np.float32))
    assert len(made.nearest([int(clauses[0].clause_hashes[0])])) == MAX_CANDIDATES


def test_what_is_near_one_clause_comes_with_its_cosine() -> None:
    made = table(signature("A", "crane fell down"), signature("B", "crane came down", "frogs glow blue"))
    [(other, cosine)] = made.near([clause_hash("crane fell down")])[clause_hash("crane fell down")]
    assert other == clause_hash("crane came down")
    assert np.isclose(cosine, np.cos(0.3))


def test_what_is_near_any_of_several_clauses_is_the_nearest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table(
        signature("A", "crane fell down"), signature("B", "crane came down"),
        signature("C", "crane lay down", "frogs glow blue"),
    )  # fmt: skip
    fell, came, lay = (clause_hash(f"crane {verb} down") for verb in ("fell", "came", "lay"))
    for around in (4, 3):
        monkeypatch.setattr(clause_table, "AROUND", around)
        found = made.near_any([fell, came])
        assert next(other for other in found.others if other not in (fell, came)) == lay
        assert found.nearest(found.others.index(lay), 1) == [came]
        assert found.nearest(found.others.index(lay), 3) == [came, fell]
    assert list(made.near_any([17]).others) == []


def test_pairs_of_one_article_come_together_with_all_their_cosines() -> None:
    made = table(
        signature("A", "crane came down"), signature("B", "frogs glow blue", "crane fell down"),
        signature("C", "crane lay down", "crane came down"),
    )  # fmt: skip
    asked = [pair("crane came down", "crane fell down"), pair("crane lay down", "crane fell down")]
    [(pairs, at)] = made.by_articles(asked)
    assert pairs == asked
    assert (at.rows.tolist(), at.others.tolist(), at.columns.tolist()) == ([1, 1], [0, 1], [0, 0])
    assert np.allclose(at.likeness, np.cos([[[1.7], [1.1]], [[0.3], [0.9]]]))


def test_where_an_article_has_fewer_clauses_there_is_no_cosine() -> None:
    made = table(
        signature("A", "crane came down"), signature("B", "frogs glow blue", "crane lay down"),
        signature("C", "crane fell down"),
    )  # fmt: skip
    asked = [pair("crane came down", "crane fell down"), pair("frogs glow blue", "crane fell down")]
    [(_, at)] = made.by_articles(asked)
    assert at.sizes.tolist() == [1, 2]
    assert at.likeness[0, 0, 1] == -np.inf


def test_a_large_table_is_made_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clause_table, "TABLE_SIZE", 1)
    made = table(signature("A", "crane came down"), signature("B", "crane lay down"), signature("C", "crane fell down"))
    asked = [pair("crane came down", "crane fell down"), pair("crane lay down", "crane fell down")]
    assert [pairs for pairs, _ in made.by_articles(asked)] == [[one] for one in asked]


def test_an_empty_case_has_no_pairs() -> None:
    assert table().nearest() == set()
