"""Whose position a predicate gives: the countries and blocs that its subject, or whoever speaks, represents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.representatives import Holder, holders_of_speaker
from workbench.analysis.positions.stance_lexicon import lemmas, lexicon
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.positions.subjects import (
    conjoined_subjects,
    find_subjects,
    is_joint,
    is_nation,
    noun_phrase,
    possessor_of_body,
    possessor_of_statement,
)
from workbench.analysis.text.lexicon import body_nouns, is_role
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, is_passive
from workbench.analysis.text.token_spans import token_span
from workbench.model import Quote, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset("i we us me my our".split())
ACTING_PRONOUNS = frozenset("he she they it who his her its their".split())
SPOKEN_PASSIVES = ("committed", "ruled_out", "open", "considering")


def find_holders(
    entities: ArticleEntities,
    quotes: Sequence[Quote],
    quote: Quote | None,
    reading: StanceReading,
    joint_holders: Sequence[Holder] = (),
) -> list[Holder]:
    """Whoever the subject speaks for; of what must be done, or is done by nobody named, whoever says so.

    `quote`: the innermost of the quotes that the predicate is in; `joint_holders`: the last holders that acted
    jointly, who are "they" or "the two leaders".
    """
    if quote and (
        _is_cued_by(quote, "concerned") or (not reading.lexical and _is_cued_by(quote, "expects", "demands"))
    ):
        return []
    if reading.by_speaker and (possessor := possessor_of_statement(reading.predicate)):
        return _holders_of_phrase(entities, possessor, None, ())
    if reading.by_speaker:
        return _holders_of_quote(entities, quote) if quote and quote.cue_text else []
    subjects = list(find_subjects(entities, reading))
    found = [h for subject in subjects for h in _holders_of_phrase(entities, subject, quote, joint_holders)]
    expected = reading.hedge.lower() in frames()["expected"]
    if is_passive(reading.predicate) and not reading.lexical and not expected:
        suffering = [s for s in subjects if s.dep_ == "nsubjpass"]
        if any(is_nation(entities, s) or s.pos_ == "PRON" or s.ent_type_ == "PERSON" for s in suffering):
            return []
        found = [h for h in found if h.level == "military"] if suffering else found
    own = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in reading.predicate.children)
    if not found and not own and (saying := _quote_with_cue(quotes, reading.predicate)):
        return _holders_of_quote(entities, saying)
    nobody = not subjects or any(s.dep_ == "nsubjpass" for s in subjects)
    spoken = nobody and not reading.lexical and not expected and reading.stance in SPOKEN_PASSIVES
    if not found and quote and spoken and _is_speech(quote):
        return _holders_of_quote(entities, quote)
    return found


def _quote_with_cue(quotes: Sequence[Quote], token: Token) -> Quote | None:
    """The quote whose cue the predicate is: its source is the subject where the parse has none."""
    return next((q for q in quotes if q.cue and token.pos_ == "VERB" and q.cue.start <= token.idx < q.cue.end), None)


def _is_cued_by(quote: Quote, *stances: str) -> bool:
    """Whether the quote tells of what its speaker fears, hopes for or wants: nobody else's position."""
    words = {w.strip(",.").lower() for w in quote.cue_text.split()}
    said = (lexicon().get((word_class, _lemma(w))) for w in words for word_class in ("verb", "noun", "adj"))
    return any(word is not None and word.stance in stances for word in said)


def _is_speech(quote: Quote) -> bool:
    """Whether the speaker says it, and does not only know or see it."""
    words = {w.strip(",.").lower() for w in quote.cue_text.split()}
    return not words or "according" in words or any(_lemma(w, frames()["speech"]) in frames()["speech"] for w in words)


def _lemma(word: str, known: Collection[str] = ()) -> str:
    known = known or lemmas()
    endings = (("", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ied", "y"))
    for ending, instead in endings:
        if word.endswith(ending) and (lemma := word[: len(word) - len(ending)] + instead) in known:
            return lemma
    return word


def _holders_of_phrase(
    entities: ArticleEntities, subject: Token, quote: Quote | None, joint_holders: Sequence[Holder]
) -> list[Holder]:
    """The countries a subject speaks for, its conjuncts included."""
    if subject.lower_ in FIRST_PERSON and subject.text != "US":
        return _holders_of_quote(entities, quote)
    out: list[Holder] = []
    for token in conjoined_subjects(subject):
        token = possessor_of_body(token)
        if joint_holders and is_joint(token) and not (quote and len(quote.speakers) > 1):
            out += joint_holders
            continue
        if not _can_act(entities, token):
            continue
        if quote and token.pos_ == "PRON" and _is_in_marks(entities, token):
            own = {(h.code, h.speaker) for h in _holders_of_quote(entities, quote)}
            out += [h for h in _holders_of_noun(entities, token, ()) if (h.code, h.speaker) not in own]
        elif quote and token.lower_ in ("it", "they", "its", "their"):
            out += _holders_of_quote(entities, quote)
        else:
            out += _holders_of_noun(entities, token, quote.speakers if quote else ())
    return out


def _is_in_marks(entities: ArticleEntities, token: Token) -> bool:
    """Whether a word stands within quotation marks: nobody calls themselves "he", "she", "it" or "they"."""
    return any(span.start <= token.idx < span.end for span in entities.pronouns.quoted)


def _holders_of_noun(entities: ArticleEntities, token: Token, before: Sequence[Speaker]) -> list[Holder]:
    found = resolve_speakers(entities, noun_phrase(token), before)
    return [h for speaker in found for h in holders_of_speaker(entities, speaker)]


def _holders_of_quote(entities: ArticleEntities, quote: Quote | None) -> list[Holder]:
    return [h for s in quote.speakers for h in holders_of_speaker(entities, s)] if quote else []


def _can_act(entities: ArticleEntities, token: Token) -> bool:
    """Whether a noun can hold a position: a person, a country, an office, a body of people; not "US support"."""
    if token.pos_ == "PRON":
        return token.lower_ in ACTING_PRONOUNS
    here = token_span(token)
    if is_nation(entities, token) and any(c.lower_ in ("a", "an") for c in token.children):
        return False
    if is_nation(entities, token) or entities.person_at(here) or is_role(token) or token.lemma_.lower() in body_nouns():
        return True
    if token.tag_ == "NNPS" and any(is_nation(entities, c) for c in token.children):
        return True
    return any(c.form == "seat" and c.span.overlaps(here) for c in entities.countries)
