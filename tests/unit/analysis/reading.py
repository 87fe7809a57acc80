"""Short texts through the whole analysis: what tests of every room need."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.analysis.positions import position_extraction
from workbench.analysis.text.clauses import find_clauses
from workbench.model import STANCES, Clause, Position, Quote, Span, Speaker
from workbench.nlp import pipeline
from workbench.nlp.tagger import Attribution


def read_entities(text: str) -> ArticleEntities:
    """Who and what a text names."""
    return find_entities(pipeline.run_models(text).doc)


def read_clauses(text: str, article_id: str = "A1") -> tuple[Clause, ...]:
    """The clauses of a text."""
    doc = pipeline.run_models(text).doc
    return find_clauses(doc, article_id, {m.span: m.code for m in countries.find(text)})


def read_quotes(text: str, attributions: Sequence[Attribution] = ()) -> tuple[Quote, ...]:
    """The quotes of a text; with `attributions` instead of what the tagger finds."""
    read = pipeline.run_models(text)
    return find_quotes("A1", find_entities(read.doc), attributions or read.attributions)


def read_positions(text: str) -> tuple[Position, ...]:
    """The positions of a text, each with its evidence where the text has it."""
    read = pipeline.run_models(text)
    entities = find_entities(read.doc)
    quotes = find_quotes("A1", entities, read.attributions)
    found = position_extraction.extract_positions("A1", entities, quotes)
    for position in found:
        assert position.text == position.evidence.of(text)
        assert position.evidence.covers(position.clause)
        assert position.stance in STANCES
    return found


def speakers_of(text: str, mention: str, before: Sequence[Speaker] = ()) -> tuple[Speaker, ...]:
    """Who the last such mention in a text stands for; `before`: who spoke before."""
    start = text.rindex(mention)
    return resolve_speakers(read_entities(text), Span(start, start + len(mention)), before)


def speaker_of(text: str, mention: str) -> Speaker:
    """The one whom the last such mention in a text stands for."""
    (speaker,) = speakers_of(text, mention)
    return speaker
