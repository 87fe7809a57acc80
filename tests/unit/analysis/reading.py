"""Short texts through the whole analysis: what tests of every room need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from workbench.analysis.attribution.quotes import SPAN_JOINER, find_quotes
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.analysis.entities.people import Person, find_people
from workbench.analysis.positions import position_extraction, rule_positions
from workbench.analysis.positions.rule_positions import read_predicates
from workbench.analysis.text.clauses import find_clauses
from workbench.model import STANCES, Clause, Entity, Position, Quote, Span, Speaker
from workbench.nlp import pipeline
from workbench.nlp.tagger import Attribution, TaggedSpan


def read_entities(text: str) -> ArticleEntities:
    """Who and what a text names."""
    return find_entities(pipeline.run_models(text).doc)


def read_clauses(text: str, article_id: str = "A1") -> tuple[Clause, ...]:
    """The clauses of a text."""
    doc = pipeline.run_models(text).doc
    return find_clauses(doc, article_id, {m.span: m.code for m in countries.find(text)})


def read_persons(text: str, known: Mapping[str, Entity] = MappingProxyType({})) -> dict[str, Person]:
    """The persons of a text by name; `known`: what the case knows of them."""
    persons = find_people(pipeline.run_models(text).doc, countries.find(text), known)
    assert all(mention.of(text) for person in persons for mention in person.mentions)
    return {person.name: person for person in persons}


def read_known_persons(text: str, day: str = "") -> dict[str, Person]:
    """The persons of a text by name, completed by the table of office holders as of a day."""
    return {person.name: person for person in find_entities(pipeline.run_models(text).doc, day=day).people}


def country_codes(text: str) -> list[str]:
    """The codes of the countries and blocs that a text names, in text order."""
    return [mention.code for mention in countries.find(text)]


def tagged(text: str, content: Sequence[str], cue: str, source: Sequence[str]) -> Attribution:
    """An attribution as the tagger would find it, its spans the first of the given words, each after the one before."""

    def spans(words: Sequence[str]) -> tuple[TaggedSpan, ...]:
        out, at = [], 0
        for word in words:
            start = text.index(word, at)
            at = start + len(word)
            out.append(TaggedSpan(start, at, 0.9))
        return tuple(out)

    return Attribution(spans([cue])[0], spans(content), spans(source), 0.9)


def read_quotes(text: str, *attributions: Attribution) -> tuple[Quote, ...]:
    """The quotes of a text, each where the text has it; of `attributions` instead of what the tagger finds."""
    read = pipeline.run_models(text)
    found = find_quotes("A1", find_entities(read.doc), attributions or read.attributions)
    for quote in found:
        assert quote.text == SPAN_JOINER.join(s.of(text) for s in quote.spans)
        assert quote.cue is None or quote.cue.of(text) == quote.cue_text
        assert all(s.mention is None or s.mention.of(text) for s in quote.speakers)
    return found


def direct_speech(text: str) -> list[tuple[str, list[str]]]:
    """The direct quotes of a text with their speakers; "|" stands for the end of a paragraph."""
    found = read_quotes(text.replace("|", "\n\n"))
    return [(q.text.rstrip("."), [s.name for s in q.speakers]) for q in found if q.kind == "direct"]


def read_positions(text: str) -> tuple[Position, ...]:
    """What rules read of a text, each with its evidence where the text has it."""
    read = pipeline.run_models(text)
    entities = find_entities(read.doc)
    quotes = find_quotes("A1", entities, read.attributions)
    return _checked(text, rule_positions.read_positions("A1", entities, quotes, read_predicates(read.doc)))


def learned_positions(text: str) -> tuple[Position, ...]:
    """The positions of a text as the analysis has them."""
    read = pipeline.run_models(text)
    entities = find_entities(read.doc)
    quotes = find_quotes("A1", entities, read.attributions)
    return _checked(text, position_extraction.extract_positions("A1", entities, quotes))


def _checked(text: str, found: tuple[Position, ...]) -> tuple[Position, ...]:
    for position in found:
        assert position.text == position.evidence.of(text)
        assert position.evidence.covers(position.clause)
        assert position.stance in STANCES
    return found


def read_stances(text: str) -> set[tuple[str, str]]:
    """The positions of a text as holder and stance."""
    return {(position.holder, position.stance) for position in read_positions(text)}


def speakers_of(text: str, mention: str, before: Sequence[Speaker] = ()) -> tuple[Speaker, ...]:
    """Who the last such mention in a text stands for; `before`: who spoke before."""
    start = text.rindex(mention)
    return resolve_speakers(read_entities(text), Span(start, start + len(mention)), before)


def speaker_of(text: str, mention: str) -> Speaker:
    """The one whom the last such mention in a text stands for."""
    (speaker,) = speakers_of(text, mention)
    return speaker
