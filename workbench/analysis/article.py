"""One article to all that the machine finds in it.

In two steps, since positions go by who somebody is, which other articles may tell: persons and quotes are found first,
if need be again with what the case knows by then, and the rest once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from workbench.analysis.attribution import quotes, speakers
from workbench.analysis.entities import article_entities
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions import position_extraction
from workbench.analysis.provenance.credits import find_credits
from workbench.analysis.text import clauses
from workbench.model import NOTHING_KEPT, Analysis, Article, Entity, KeptOutput
from workbench.nlp import kept_output, language_identification
from workbench.nlp.kept_output import RememberedOutput

NOBODY: Mapping[str, Entity] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """An article of which persons and quotes are found so far."""

    article: Article
    output: RememberedOutput
    entities: ArticleEntities
    found: Analysis
    """Its persons and quotes."""


def analyse(article: Article, known: Mapping[str, Entity] = NOBODY, kept: KeptOutput = NOTHING_KEPT) -> Analysis:
    """Quotes, entities, positions, clauses and credits of one article; spans index `article.text`.

    `known`: the person that a name of the article is in the whole case (`person_linking.link_people`); `kept`: of an
    analysis of the article at another time. A text that is clearly not in English is left alone, unless the article is
    said to be in English.
    """
    begun = begin(article, known, kept)
    return finish(begun) if isinstance(begun, Reading) else begun


def begin(
    article: Article, known: Mapping[str, Entity] = NOBODY, kept: KeptOutput = NOTHING_KEPT
) -> Reading | Analysis:
    """Persons and quotes of one article; the whole analysis where the text is left alone."""
    if article.language != "en" and (foreign := language_identification.foreign_language(article.text)):
        return Analysis(article.id, unanalysed=article.language or foreign)
    return _find_persons(article, kept_output.read(article.text, kept), known)


def begin_again(reading: Reading, known: Mapping[str, Entity]) -> Reading:
    """The same with other persons known; the models are not run again."""
    return _find_persons(reading.article, reading.output, known)


def _find_persons(article: Article, output: RememberedOutput, known: Mapping[str, Entity]) -> Reading:
    entities = article_entities.find_entities(output.models.doc, known, article.published_on)
    found = quotes.find_quotes(article.id, entities, output.models.attributions)
    named = speakers.named_entities(entities, [s for q in found for s in q.speakers])
    return Reading(article, output, entities, Analysis(article.id, named, found, kept=output.kept()))


def finish(reading: Reading) -> Analysis:
    """All that is found in an article."""
    id, entities = reading.article.id, reading.entities
    positions = position_extraction.extract_positions(id, entities, reading.found.quotes, reading.output.scores)
    return replace(
        reading.found,
        positions=positions,
        clauses=clauses.find_clauses(entities.doc, id, {m.span: m.code for m in entities.countries}),
        credits=find_credits(entities.text, id),
        kept=reading.output.kept(),
    )
