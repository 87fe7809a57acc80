"""One article to all that the machine finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.analysis.attribution import quotes, speakers
from workbench.analysis.positions import positions
from workbench.analysis.provenance.credits import credits  # noqa: A004
from workbench.analysis.text import clauses
from workbench.model import Analysis, Article, Entity
from workbench.nlp import language_identification, pipeline


def analyse(article: Article, known: Mapping[str, Entity] = MappingProxyType({})) -> Analysis:
    """Quotes, entities, positions, clauses and credits of one article; spans index `article.text`.

    `known`: the person that a name of the article is in the whole case (`names.unify`). A text that is clearly not
    in English is left alone, unless the article is said to be in English.
    """
    if article.language != "en" and (foreign := language_identification.foreign_language(article.text)):
        return Analysis(article.id, unanalysed=article.language or foreign)
    read = pipeline.read(article.text)
    doc = read.doc
    cast = speakers.cast(doc, known)
    found = quotes.quotes(article.id, cast.text, read.attributions, cast)
    return Analysis(
        article.id,
        speakers.entities(cast, [s for q in found for s in q.speakers]),
        found,
        positions.positions(article.id, cast, found),
        clauses.clauses(doc, article.id),
        credits(cast.text, article.id),
    )
