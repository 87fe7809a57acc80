"""How much the concepts of a case weigh."""

from __future__ import annotations

from workbench.analysis.facts.article_signatures import ArticleSignature, article_signature
from workbench.analysis.facts.case_weights import CaseWeights
from workbench.analysis.text.words import concept
from workbench.model import Clause, Span

HARBOUR = concept("harbour")


def signature(article: str, *texts: str) -> ArticleSignature:
    clauses = [Clause(article, Span(n, n + 1), text, tuple(text.split())) for n, text in enumerate(texts)]
    return article_signature(article, clauses)


def test_a_rare_concept_weighs_more_than_a_common_one() -> None:
    first = signature("A", "harbour crane fell")
    once = CaseWeights([first, signature("B", "frogs glow blue")]).of([HARBOUR])
    often = CaseWeights([first, signature("B", "harbour crane collapsed")]).of([HARBOUR])
    assert 0 < often[HARBOUR] < once[HARBOUR] <= 1
