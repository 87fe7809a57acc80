"""Where countries and blocs stand, sentence by sentence.

Whether a holder takes a stand in a sentence, and which, is learned (`scoring`); what the words for it say by rule
(`rule_positions`) is one of the things that the model is told. Where rules read a stance of a holder that takes one,
stance, clause, hedge and condition are theirs, since they are right more often; the model's stance stands where they
read none, or none on its side. Who says so comes from the quotes around it: words of the holder's own people are
reported, words put in its mouth by others are second-hand and never merged with its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.office_levels import office_level
from workbench.analysis.positions.candidate_features import main_token
from workbench.analysis.positions.representatives import Holder, holders_of_speaker
from workbench.analysis.positions.rule_positions import (
    find_attribution,
    innermost_quote,
    is_heading,
    read_positions,
    read_predicates,
)
from workbench.analysis.positions.scoring import Answer, score_candidates
from workbench.analysis.positions.stance_lexicon import EVENTS
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.positions.subjects import noun_phrase
from workbench.analysis.positions.topic_choice import Row, choose_topic
from workbench.analysis.positions.topic_inheritance import inherit_topics
from workbench.analysis.positions.topics import strip_span
from workbench.analysis.text.token_spans import token_span
from workbench.model import STANCES, Position, Quote, Span, Speaker
from workbench.nlp import position_scorer
from workbench.nlp.position_scorer import ScoreMemory

_NAMED = frozenset("name abbreviation capital seat bloc".split())


def extract_positions(
    article_id: str, entities: ArticleEntities, quotes: Sequence[Quote], memory: ScoreMemory | None = None
) -> tuple[Position, ...]:
    """The positions of one article, in text order; `memory`: what the model said of it at another time."""
    readings = read_predicates(entities.doc)
    rules = read_positions(article_id, entities, quotes, readings)
    settled = [p for p in rules if _is_analysts_word(p, readings)]
    least = position_scorer.load().least
    found = [
        _learned(article_id, entities, quotes, answer)
        if answer.rule is None
        else _read_by_rule(entities, readings, answer, answer.rule)
        for answer in score_candidates(entities, quotes, rules, readings, memory)
        if answer.confidence >= least
    ]
    found = [p for p in found if all((p.holder, p.evidence) != (s.holder, s.evidence) for s in settled)]
    return inherit_topics(sorted([*settled, *found], key=lambda p: (p.clause, p.holder)))


def _is_analysts_word(position: Position, readings: Sequence[StanceReading]) -> bool:
    """Whether a word that the analyst gave a stance says so: then the model is not asked."""
    return any(
        r.own and r.stance == position.stance and position.clause.covers(token_span(r.predicate)) for r in readings
    )


def _read_by_rule(
    entities: ArticleEntities, readings: Sequence[StanceReading], answer: Answer, rule: Position
) -> Position:
    """What a rule reads, as sure as the model is, and about what the model and the rule together say."""
    sentence = Span(answer.question.sentence.start_char, answer.question.sentence.end_char)
    reading = next(
        (r for r in readings if r.stance == rule.stance and rule.clause.covers(token_span(r.predicate))), None
    )
    mentions = answer.question.candidate.mentions
    row = Row(strip_span(entities.text, sentence), rule.holder, mentions, rule.stance, reading)
    topic, _ = choose_topic(entities, row, answer.about)
    return replace(rule, topic=topic, confidence=round(answer.confidence, 2))


def _learned(article_id: str, entities: ArticleEntities, quotes: Sequence[Quote], answer: Answer) -> Position:
    sentence, stance = Span(answer.question.sentence.start_char, answer.question.sentence.end_char), answer.stance
    evidence, candidate = strip_span(entities.text, sentence), answer.question.candidate
    topic, clause = choose_topic(entities, Row(evidence, candidate.holder, candidate.mentions, stance), answer.about)
    place = (clause.start + clause.end) // 2
    own = innermost_quote(candidate.quotes, place)
    quote, holder = own or innermost_quote(quotes, place), _holder(entities, answer, own)
    attribution, said_by = find_attribution(entities, holder, quote, None)
    if is_heading(entities.text, sentence.start, sentence.end):
        attribution = "headline"
    return Position(
        article_id,
        holder.code,
        countries.name(holder.code),
        stance,
        evidence,
        clause,
        evidence.of(entities.text),
        topic,
        speaker=holder.speaker,
        level=holder.level,
        attribution=attribution,
        attributed_by=said_by,
        confidence=round(answer.confidence * holder.certainty, 2),
        strength=STANCES[stance][1],
        event=EVENTS.get(stance, ""),
    )


def _holder(entities: ArticleEntities, answer: Answer, quote: Quote | None) -> Holder:
    """Who acts for the country in the sentence, and at what level; `quote`: that of its people which states it."""
    code, candidate = answer.question.candidate.holder, answer.question.candidate
    token = main_token(candidate, answer.question.sentence)
    here = Span(0, 0) if token is None else token_span(token)
    modifier = token is not None and token.dep_ in ("amod", "compound", "nmod", "poss")
    named = any(c.code == code and c.span.overlaps(here) for c in entities.countries)
    itself = Speaker(countries.name(code), "country", "", code)
    if quote is None and named and not modifier and candidate.kinds & _NAMED:
        return Holder(code, "", "government", itself)
    said_by = {s.mention for s in quote.speakers} if quote else set()
    standing = sorted(
        candidate.speakers, key=lambda s: (s.mention not in said_by, not (s.mention and s.mention.overlaps(here)))
    )
    for speaker in standing:
        for holder in holders_of_speaker(entities, speaker):
            if holder.code == code:
                return holder
        if speaker.mention in said_by:
            break
    if standing:
        return Holder(code, standing[0].label, "non_government", standing[0])
    level = office_level(noun_phrase(token.head).of(entities.text)) if token is not None and modifier else "government"
    return Holder(code, "", level, itself)
