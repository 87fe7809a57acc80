"""What a predicate says about where its subject stands: stance, what it is about, hedge.

The words are data (`stance_lexicon`); this module knows the constructions: plain verbs with particles ("ruled out"),
light verbs with a noun ("expressed support for"), adjectives ("is open to"), evaluations ("is off the table", which are
those of whoever speaks), modals ("will not send"), nouns with a possessor ("its refusal to"), meetings and plans.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.positions.engagement import read_engagement
from workbench.analysis.positions.evaluations import prepositional_stance, read_characterization, read_evaluation
from workbench.analysis.positions.requests import read_request
from workbench.analysis.positions.stance_composition import compose, read_avoidance
from workbench.analysis.positions.stance_lexicon import StanceWord
from workbench.analysis.positions.stance_readings import (
    StanceReading,
    default_word,
    lexicon_keys,
    look_up,
    make_reading,
)
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, complements, complements_after, is_negated, is_passive, modals
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token


MODALS = frozenset("will would shall should could can may might must ’ll 'll wo ’d 'd ca".split())


def read_stance(token: Token) -> StanceReading | None:
    """The stance a verb, copula or noun predicate gives, or None."""
    if token.pos_ in ("VERB", "AUX"):
        ways = (
            read_evaluation,
            read_characterization,
            read_request,
            _light_verb,
            _verb,
            _predicative,
            read_engagement,
            _modal,
        )
        found = read_avoidance(token, read_stance) or next((found for way in ways if (found := way(token))), None)
    else:
        found = _noun(token) if token.pos_ == "NOUN" else None
    return compose(found, read_stance) if found else None


def _verb(token: Token) -> StanceReading | None:
    alone = not any(c.dep_ == "aux" for c in token.children)
    participle = token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and alone
    passive = is_passive(token) or participle
    agent = any(c.dep_ == "agent" for c in token.children)
    if passive and not agent:
        return None
    for key in lexicon_keys(token):
        word = look_up("verb", key)
        if not word or _has_another_sense(token, key):
            continue
        about = tuple(
            a for a in complements(token) if f"{token.lemma_.lower()}_{a.lemma_.lower()}" != key
        ) or complements(token)
        if word.stance in ("ruled_out", "demands") and about[:1] and about[0].lemma_.lower() in frames()["silence"]:
            return None
        if passive and agent:
            subjects = tuple(c for c in token.children if c.dep_ == "nsubjpass" and c.tag_ not in ("WP", "WDT"))
            requested = token.lemma_.lower() in frames()["requesting"]
            about = about if requested else subjects or ((token.head,) if token.dep_ in ("acl", "relcl") else about)
        if not about and word.stance != "engaged":
            return None
        denied = (is_negated(token) and not key.endswith("_not")) or any(
            c.dep_ == "det" and c.lower_ == "no" for a in about for c in a.children
        )
        if word.stance == "committed" and about and about[0].dep_ in ("xcomp", "ccomp"):
            denied = denied != is_negated(about[0])
        helping = frozenset(modals(token))
        if denied and word.stance in ("engaged", "demands", "opposes", "concerned", "expects"):
            refused = word.stance == "engaged" and helping & frames()["willing"]
            if refused:
                return make_reading(token, default_word("ruled_out"), (token,), lexical=False)
            if word.stance in ("engaged", "demands") or any(c.lower_ == "never" for c in token.children):
                return None
        if helping & frames()["obliging"] or (helping & frames()["willing"] and key in frames()["acts"]):
            return None
        if helping & frames()["uncertain"]:
            if denied and word.stance == "ruled_out":
                return make_reading(token, word, about, denied)
            weakened = STANCES[word.stance][0] > 0 and word.stance != "demands" and not denied
            return make_reading(token, default_word("open"), about, lexical=False) if weakened else None
        return make_reading(token, word, about, denied)
    return None


def _has_another_sense(token: Token, key: str) -> bool:
    """Whether the complement gives a verb another sense: "sought to portray", "announced that he", "considers it"."""
    words = frames()
    if key in words["with_agent"] and not any(c.dep_ == "agent" for c in token.children):
        return True
    if key == "insist":
        return any(c.dep_ == "ccomp" and c.tag_ != "VB" for c in token.children)
    if key in words["meeting_only"]:
        things = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
        return not any(c.lemma_.lower() in words["meeting"] | words["meeting_also"] for c in things)
    if key in words["without_object"] and any(c.dep_ == "dobj" for c in token.children):
        return True
    if key in words["with_object"] and any(c.dep_ in ("xcomp", "ccomp") for c in token.children):
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_ in ("have", "be") for c in token.children)
    done = perfect or token.tag_ in ("VBD", "VBZ", "VBP")
    if key in words["acts"] and not done:
        return True
    if key in words["with_own_subject"]:
        clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
        return not any(g.dep_ in SUBJECTS for c in clauses for g in c.children)
    if key in words["with_own_clause"]:
        return any(c.dep_ == "ccomp" and any(g.dep_ in SUBJECTS for g in c.children) for c in token.children)
    regarded = any(c.dep_ in ("ccomp", "oprd") or (c.dep_ == "prep" and c.lower_ == "as") for c in token.children)
    return key == "consider" and (token.dep_ == "prep" or regarded)


def _light_verb(token: Token) -> StanceReading | None:
    """ "expressed support for", "signalled openness to", "has a plan to"."""
    if token.lemma_.lower() not in frames()["carrier"] or any(c.dep_ == "dative" for c in token.children):
        return None
    for child in token.children:
        noun = child if child.dep_ in ("dobj", "attr") else None
        word = _noun_word(noun) if noun is not None else None
        if noun is None or word is None:
            continue
        if (found := _experiencers(token, noun)) or token.lemma_.lower() in frames()["causing"]:
            clauses = tuple(c for t in (token, noun) for c in t.children if c.dep_ in ("ccomp", "acl", "relcl"))
            subject = clauses or complements(noun)
            return replace(make_reading(token, word, subject), experiencers=found) if found and subject else None
        about = complements(noun) or complements_after(token, noun) or _complements_of_governor(token)
        owned = any(c.dep_ == "poss" and c.left_edge.pos_ != "PRON" for c in noun.children)
        if about and not owned:
            return make_reading(token, word, about, is_negated(token) or is_negated(noun))
    return None


def _experiencers(token: Token, noun: Token) -> tuple[Token, ...]:
    """Those in whom something raised it: "raising concerns | in Kyiv and among allies"."""
    places = [c for t in (noun, token) for c in t.children if c.dep_ == "prep" and c.i > noun.i]
    places += [c for p in places for c in p.conjuncts]
    named = [n for p in places if p.lower_ in ("in", "among", "amongst") for n in p.children if n.dep_ == "pobj"]
    return tuple(named) if token.lemma_.lower() in frames()["causing"] | {"raise"} else ()


def _complements_of_governor(token: Token) -> tuple[Token, ...]:
    """What the governing clause is about: "both endorsed the force, while Berlin | expressed cautious support"."""
    beside = token.dep_ in ("advcl", "conj") and token.head.pos_ == "VERB"
    return complements(token.head) if beside and any(c.dep_ == "nsubj" for c in token.children) else ()


def _predicative(token: Token) -> StanceReading | None:
    """ "is open to", "remains opposed to", "is committed to", "is expected to"."""
    for child in token.children:
        adjective = child if child.dep_ in ("acomp", "attr", "oprd") else None
        forms = (adjective.lemma_.lower(), adjective.lower_) if adjective is not None else ()
        word = next((w for form in forms if (w := look_up("adj", form))), None)
        if adjective is not None and word:
            about = complements(adjective) or complements(token)
            about = tuple(a for a in about if a != adjective)
            return make_reading(token, word, about, is_negated(token)) if about else None
    denied = is_negated(token)
    if token.lemma_.lower() in frames()["copula"] and (side := prepositional_stance(token)):
        word, about = side
        return make_reading(token, word, about, denied)
    if not is_passive(token):
        return None
    if (word := look_up("adj", token.lower_)) and (about := complements(token)):
        return make_reading(token, word, about, denied)
    if token.lower_ in frames()["expected"] and (about := complements(token)):
        denied = denied or any(map(is_negated, about))
        inner = next((w for key in lexicon_keys(about[0]) if (w := look_up("verb", key))), None)
        stance = "engaged" if inner and inner.stance == "engaged" else "committed"
        return make_reading(token, default_word(stance), about, denied, hedge=token.text, lexical=False)
    return None


def _modal(token: Token) -> StanceReading | None:
    """ "will send", "would not deploy", "could provide", "must lead"."""
    words = frames()
    modal = next((m for m in modals(token) if m in MODALS), "")
    modal = {"’ll": "will", "'ll": "will", "wo": "will", "’d": "would", "'d": "would", "ca": "can"}.get(modal, modal)
    if not modal or token.lemma_.lower() in words["involuntary"] | words["speech"]:
        return None
    if modal in words["obliging"]:
        stance = "opposes" if is_negated(token) else "demands"
        return make_reading(token, default_word(stance), (token,), hedge=modal, by_speaker=True, lexical=False)
    if modal in words["willing"]:
        hedge = "" if modal in ("will", "shall") else modal
        return make_reading(token, default_word("committed"), (token,), is_negated(token), hedge=hedge, lexical=False)
    if modal in words["uncertain"] and not is_negated(token):
        return make_reading(token, default_word("open"), (token,), hedge=modal, lexical=False)
    return None


def _noun(token: Token) -> StanceReading | None:
    """ "Trump's pledge to", "the US refusal to": only with a possessor, whom the caller looks for."""
    word = _noun_word(token)
    about = complements(token) if word else ()
    return make_reading(token, word, about, is_negated(token), hedge="") if word and about else None


def _noun_word(noun: Token) -> StanceWord | None:
    """What a noun says, with its preposition where that decides: a call for something, not a call with somebody."""
    lemma = noun.lemma_.lower()
    on_something = any(c.dep_ == "prep" and c.lower_ in ("on", "of", "for") for c in noun.children)
    if lemma in frames()["with_to"] and on_something and not any(c.dep_ in ("acl", "xcomp") for c in noun.children):
        return None
    keys = [f"{lemma}_{c.lower_}" for c in noun.children if c.dep_ == "prep"] + [lemma]
    return next((word for key in keys if (word := look_up("noun", key))), None)
