"""One article to all that the machine finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.analysis.attribution import quotes, speakers
from workbench.analysis.entities import article_entities
from workbench.analysis.positions import position_extraction
from workbench.analysis.provenance.credits import find_credits
from workbench.analysis.text import clauses
from workbench.model import Analysis, Article, Entity
from workbench.nlp import language_identification, pipeline


def analyse(article: Article, known: Mapping[str, Entity] = MappingProxyType({})) -> Analysis:
    """Quotes, entities, positions, clauses and credits of one article; spans index `article.text`.

    `known`: the person that a name of the article is in the whole case (`person_linking.link_people`). A text that is
    clearly not in English is left alone, unless the article is said to be in English.
    """
    if article.language != "en" and (foreign := language_identification.foreign_language(article.text)):
        return Analysis(article.id, unanalysed=article.language or foreign)
    read = pipeline.run_models(article.text)
    doc = read.doc
    entities = article_entities.find_entities(doc, known, article.published_on)
    found = quotes.find_quotes(article.id, entities, read.attributions)
    return Analysis(
        article.id,
        entities=speakers.named_entities(entities, [s for q in found for s in q.speakers]),
        quotes=found,
        positions=position_extraction.extract_positions(article.id, entities, found),
        clauses=clauses.find_clauses(doc, article.id, {m.span: m.code for m in entities.countries}),
        credits=find_credits(entities.text, article.id),
    )
