"""Where countries and blocs stand by the words for it and the parse, clause by clause.

A position is a predicate with a stance (`stances`), a subject that speaks for a country (`holders`), and what the
predicate is about (`topic_choice`). Who says so comes from the quotes around it: words of the holder's own people are
reported, words put in its mouth by others are second-hand and never merged with its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.analysis.attribution.speaker_countries import presumed_country
from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.named_bodies import is_outlet_name
from workbench.analysis.entities.office_levels import is_outsider
from workbench.analysis.positions.denials import is_denial, is_denied
from workbench.analysis.positions.holders import find_holders
from workbench.analysis.positions.representatives import Holder, speaks_for_state
from workbench.analysis.positions.requests import is_requested_of_others
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.positions.stances import read_stance
from workbench.analysis.positions.topic_choice import Row, choose_topic
from workbench.analysis.positions.topics import (
    find_condition,
    find_target,
    has_vague_object,
    is_in_condition,
    strip_span,
)
from workbench.analysis.text.predicate_lexicon import frames
from workbench.model import Position, Quote, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEXICAL, MODAL, SECOND_HAND = 0.8, 0.55, 0.85
"""Confidence of a lexicon reading, of a modal alone, and what is left of either when somebody else says so."""
_ENDS = ".!?…:;”\"’')]"
_CLOSING = " \n”\"’')"
HEADING_WORDS = 16


def read_predicates(doc: Doc) -> list[StanceReading]:
    """What each predicate of a text says by itself, in text order."""
    return [reading for token in doc if (reading := read_stance(token))]


def read_positions(
    article_id: str, entities: ArticleEntities, quotes: Sequence[Quote], readings: Sequence[StanceReading]
) -> tuple[Position, ...]:
    """The positions of one article, in text order, one for each holder of a compound subject.

    `readings`: those of all its predicates.
    """
    out: dict[tuple[str, Span], Position] = {}
    joint_holders: list[Holder] = []
    for sentence, found_here in groupby(readings, key=lambda r: r.predicate.sent):
        asks = sentence.text.rstrip(_CLOSING).endswith("?")
        if asks or is_heading(entities.text, sentence.start_char, sentence.end_char):
            continue
        own = [
            r
            for r in found_here
            if not _gives_no_position(r.predicate) and not is_denied(r.predicate) and not is_denial(r, read_stance)
        ]
        inner = {about for r in own for about in (*r.about, r.inner_predicate) if about != r.predicate}
        for reading in own:
            if reading.predicate in inner and not _has_subject(reading.predicate):
                continue
            quote = innermost_quote(quotes, reading.predicate.idx)
            found = list(
                {h.code: h for h in reversed(find_holders(entities, quotes, quote, reading, joint_holders))}.values()
            )
            joint_holders = found if len(found) > 1 else joint_holders
            for position in _positions_of(article_id, entities, quote, reading, found):
                key = position.holder, position.clause
                if key not in out or out[key].confidence < position.confidence:
                    out[key] = position
    return _without_repetitions(list(out.values()))


def _gives_no_position(token: Token) -> bool:
    """Whether the predicate gives no position of its own: in a condition ("if it"), about a place or time of the past
    ("where it pledged"), an open question ("how it will act"), or what somebody avoids ("stopped supporting").
    """
    words = {c.lower_ for c in token.children if c.tag_ in ("WRB", "WP", "IN") and c.i < token.i}
    if token.dep_ == "relcl" and words & {"where", "when"}:
        return True
    if token.dep_ in ("ccomp", "csubj", "pcomp") and words & {"how", "what", "why", "whether", "if"}:
        return True
    if any(_is_denied_noun(one.head) for one in (token, *token.ancestors) if one.dep_ in ("acl", "ccomp")):
        return True
    governors = {token.head.lemma_.lower()}
    if token.dep_ == "pcomp":
        governors |= {token.head.head.lemma_.lower(), token.head.head.head.lemma_.lower()}
    aim = token.dep_ == "advcl" and token.tag_ == "VB" and token.head.lemma_.lower() != "stop"
    after = (aim or token.dep_ in ("xcomp", "pcomp", "ccomp")) and token.i > token.head.i
    governed = after and bool(governors & frames()["averse"])
    asked = token.dep_ in ("xcomp", "ccomp") and token.tag_ == "VB" and bool(governors & frames()["object_control"])
    if asked and (_has_subject(token) or any(c.dep_ == "dobj" for c in token.head.children)):
        return True
    return governed or is_requested_of_others(token) or _is_wished(token) or is_in_condition(token)


def _is_wished(token: Token) -> bool:
    """Whether it is what somebody wishes, or imagines, of the subject: "hopefully it will", "has to meet and | act"."""
    if any(c.lower_ in frames()["imagined"] for c in token.children):
        return True
    first = token
    while first.dep_ == "conj" and first.head.tag_ == first.tag_:
        first = first.head
    return first != token and first.dep_ == "xcomp" and first.head.lemma_.lower() in frames()["needing"]


def _is_denied_noun(token: Token) -> bool:
    """ "no signs that Russia is planning to"."""
    return token.pos_ == "NOUN" and any(c.lower_ == "no" for c in token.lefts)


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a line of its own without an end: a headline, a heading, a caption."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", start) + 1 or len(text) + 1) - 1].strip()
    return 0 < len(line.split()) <= HEADING_WORDS and line[-1] not in _ENDS and "\n" in text.strip()


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "agent", "poss") for c in token.children)


def _positions_of(
    article_id: str, entities: ArticleEntities, quote: Quote | None, reading: StanceReading, found: Sequence[Holder]
) -> Iterator[Position]:
    if has_vague_object(reading):
        return
    sentence = reading.predicate.sent
    evidence = strip_span(entities.text, Span(sentence.start_char, sentence.end_char))
    for holder in found:
        attribution, said_by = find_attribution(entities, holder, quote, reading.predicate)
        if _is_speculation(attribution, quote, reading):
            continue
        named = [m.span for m in entities.countries_in(evidence) if m.code == holder.code]
        about, clause = choose_topic(entities, Row(evidence, holder.code, named, reading.stance, reading))
        score = LEXICAL if reading.lexical else MODAL
        score *= (SECOND_HAND if attribution == "second_hand" else 1.0) * holder.certainty
        yield Position(
            article_id,
            holder.code,
            countries.name(holder.code),
            reading.stance,
            evidence,
            clause,
            evidence.of(entities.text),
            about,
            speaker=holder.speaker,
            level=holder.level,
            attribution=attribution,
            attributed_by=said_by,
            condition=find_condition(reading),
            hedge=reading.hedge,
            confidence=round(score, 2),
            strength=reading.strength,
            event=reading.event,
            target=find_target(entities, reading, holder.code),
        )


def innermost_quote(quotes: Sequence[Quote], place: int) -> Quote | None:
    """The shortest of the quotes whose words a place of the text is in."""
    inside = [q for q in quotes if any(s.start <= place < s.end for s in q.spans)]
    return min(inside, key=lambda q: sum(s.end - s.start for s in q.spans), default=None)


def find_attribution(
    entities: ArticleEntities, holder: Holder, quote: Quote | None, predicate: Token | None
) -> tuple[str, str]:
    """How a position is known, and who says so when it is not the holder.

    `quote`: the innermost that states it, if any; `predicate`: the word that does, if one word does.
    """
    if quote is None or holder.own in quote.speakers:
        says = predicate is not None and predicate.lemma_ in frames()["speech"]
        return ("official_statement" if says and holder.own.kind == "organisation" else "reported"), ""
    labels = ", ".join(s.label for s in quote.speakers)
    if quote.speakers and all(is_outlet_name(s.name) for s in quote.speakers):
        return "outlet", labels
    if quote.speakers and all(_is_outsider(s) for s in quote.speakers):
        return "expert", labels
    own = [s for s in quote.speakers if (s.country or presumed_country(entities, s)) == holder.code]
    if any(holder.level == "non_government" or speaks_for_state(entities, s) for s in own):
        return ("official_statement" if any(s.kind == "organisation" for s in quote.speakers) else "reported"), labels
    if not quote.speakers or all(s.kind in ("anonymous", "unknown") for s in quote.speakers):
        return ("anonymous_source" if quote.speakers else "reported"), labels
    return "second_hand", labels


def _is_outsider(speaker: Speaker) -> bool:
    return is_outsider(f"{speaker.role} {speaker.mention_text}")


def _is_speculation(attribution: str, quote: Quote | None, reading: StanceReading) -> bool:
    """Whether it is what an outlet or an expert thinks likely ("might shift", "would retaliate")."""
    modal = not reading.lexical and not reading.by_speaker and bool(reading.hedge)
    return modal and (attribution == "expert" or (quote is None and reading.hedge in frames()["uncertain"]))


def _without_repetitions(found: list[Position]) -> tuple[Position, ...]:
    """One position for each holder and stretch: a reading within another of the same holder goes when it is weaker."""
    kept = []
    for position in found:
        rivals = [
            p for p in found if p is not position and p.holder == position.holder and p.clause.covers(position.clause)
        ]
        if any(p.confidence > position.confidence or p.stance == position.stance for p in rivals):
            continue
        if position.stance == "engaged" and any(_says_more(p, position) for p in found):
            continue
        kept.append(position)
    return tuple(sorted(kept, key=lambda p: (p.clause, p.holder)))


def _says_more(other: Position, engaged: Position) -> bool:
    """Whether the same sentence has more of the holder than that it took part, or has that already."""
    if (other.holder, other.evidence) != (engaged.holder, engaged.evidence):
        return False
    if other.stance != "engaged":
        return True
    return (-other.confidence, other.clause) < (-engaged.confidence, engaged.clause)
