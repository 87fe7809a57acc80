"""Which clauses are worth comparing: those that share rare words."""

from __future__ import annotations

from workbench.analysis.facts.article_signatures import ArticleSignature, article_signature, clause_hash
from workbench.analysis.facts.candidate_pairs import CandidateIndex
from workbench.analysis.text.words import concept
from workbench.model import Clause, Span


def signature(article: str, *texts: str) -> ArticleSignature:
    clauses = [Clause(article, Span(n, n + 1), text, tuple(text.split())) for n, text in enumerate(texts)]
    return article_signature(article, clauses)


HARBOUR = concept("harbour")
A = signature("A", "harbour crane fell", "ferry toll rises")
B = signature("B", "harbour crane collapsed", "frogs glow blue")


def test_clauses_that_share_rare_words_are_a_pair() -> None:
    pair = sorted((clause_hash("harbour crane fell"), clause_hash("harbour crane collapsed")))
    assert CandidateIndex([A, B]).pairs() == [tuple(pair)]


def test_with_fresh_clauses_only_their_pairs_are_looked_for() -> None:
    index = CandidateIndex([A, B])
    assert index.pairs([clause_hash("frogs glow blue")]) == []
    assert index.pairs([clause_hash("harbour crane fell")]) == index.pairs()


def test_equal_clauses_of_two_articles_are_one_row() -> None:
    index = CandidateIndex([A, signature("B", "harbour crane fell")])
    assert len(index.clause_hashes) == 2
    assert index.pairs() == []


def test_those_that_share_a_concept_come_with_their_likeness() -> None:
    [(other, likeness)] = CandidateIndex([A, B]).sharing_concepts(clause_hash("harbour crane fell"))
    assert other == clause_hash("harbour crane collapsed")
    assert 0 < likeness < 1


def test_a_rare_concept_weighs_more_than_a_common_one() -> None:
    once = CandidateIndex([A, signature("B", "frogs glow blue", "toll rises")]).weights([HARBOUR])
    often = CandidateIndex([A, B]).weights([HARBOUR])
    assert 0 < often[HARBOUR] < once[HARBOUR] <= 1


def test_an_empty_case_has_no_pairs() -> None:
    assert CandidateIndex([]).pairs() == []
