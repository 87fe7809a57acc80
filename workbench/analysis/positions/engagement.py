"""Meetings and plans: who took part or is at work on something, no stance reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_readings import StanceReading, default_word, make_reading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_engagement(token: Token) -> StanceReading | None:
    """ "launched a mediation effort", "returned for talks", "drew up options": at it, no stance reported."""
    words, lemma = frames(), token.lemma_.lower()
    if is_passive(token) or is_negated(token) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children):
        return None
    direct = [c for c in token.children if c.dep_ == "dobj"]
    towards = [n for c in token.children if c.lower_ in ("for", "to") for n in c.children if n.dep_ == "pobj"]
    if lemma in words["meets"]:
        for noun in (*direct, *towards):
            if _is_of(noun, words["meeting"]):
                return make_reading(token, default_word("engaged"), (), lexical=False)
    if lemma == "include" and _is_participant(token):
        return make_reading(token, default_word("engaged"), (), lexical=False)
    if lemma in words["plans"] and (plans := tuple(n for n in direct if _is_of(n, words["plan"]))):
        return make_reading(token, default_word("engaged"), _purposes(plans), lexical=False)
    return None


def _purposes(plans: tuple[Token, ...]) -> tuple[Token, ...]:
    """What plans are for; nothing where they only wait to be considered."""
    found = [
        g for n in plans for c in n.children if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp")
    ]
    return tuple(t for t in found if t.lemma_.lower() not in frames()["handling"])


def _is_participant(token: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in frames()["participant"] for c in token.children)


def _is_of(noun: Token, lemmas: frozenset[str]) -> bool:
    return noun.lemma_.lower() in lemmas or any(
        c.dep_ in ("compound", "nmod") and c.lemma_.lower() in lemmas for c in noun.children
    )
