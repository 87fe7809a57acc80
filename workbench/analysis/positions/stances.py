"""What a predicate says about where its subject stands: stance, what it is about, hedge.

The words are data (`stance_words`); this module knows the constructions: plain verbs with particles ("ruled out"),
light verbs with a noun ("expressed support for"), adjectives ("is open to"), judgements ("is off the table", which are
those of whoever speaks), modals ("will not send"), nouns with an owner ("its refusal to"), meetings and plans.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.positions.judgements import called, judged, leaning
from workbench.analysis.positions.meetings import working
from workbench.analysis.positions.requests import asks
from workbench.analysis.positions.stance_composition import avoided, turned
from workbench.analysis.positions.stance_lexicon import StanceWord
from workbench.analysis.positions.stance_readings import Reading, keys, plain, reading, word_of
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, complements, complements_after, is_negated, is_passive, modals
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token


MODALS = frozenset("will would shall should could can may might must ’ll 'll wo ’d 'd ca".split())


def read(token: Token) -> Reading | None:
    """The stance a verb, copula or noun predicate gives, or None."""
    if token.pos_ in ("VERB", "AUX"):
        ways = (judged, called, asks, _carried, _verb, _predicative, working, _modal)
        found = avoided(token, read) or next((found for way in ways if (found := way(token))), None)
    else:
        found = _noun(token) if token.pos_ == "NOUN" else None
    return turned(found, read) if found else None


def _verb(token: Token) -> Reading | None:
    alone = not any(c.dep_ == "aux" for c in token.children)
    participle = token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and alone
    passive = is_passive(token) or participle
    agent = any(c.dep_ == "agent" for c in token.children)
    if passive and not agent:
        return None
    for key in keys(token):
        word = word_of("verb", key)
        if not word or _means_otherwise(token, key):
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
                return reading(token, plain("ruled_out"), (token,), strong=False)
            if word.stance in ("engaged", "demands") or any(c.lower_ == "never" for c in token.children):
                return None
        if helping & frames()["obliging"] or (helping & frames()["willing"] and key in frames()["acts"]):
            return None
        if helping & frames()["uncertain"]:
            if denied and word.stance == "ruled_out":
                return reading(token, word, about, denied)
            weakened = STANCES[word.stance][0] > 0 and word.stance != "demands" and not denied
            return reading(token, plain("open"), about, strong=False) if weakened else None
        return reading(token, word, about, denied)
    return None


def _means_otherwise(token: Token, key: str) -> bool:
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


def _carried(token: Token) -> Reading | None:
    """ "expressed support for", "signalled openness to", "has a plan to"."""
    if token.lemma_.lower() not in frames()["carrier"] or any(c.dep_ == "dative" for c in token.children):
        return None
    for child in token.children:
        noun = child if child.dep_ in ("dobj", "attr") else None
        word = _noun_word(noun) if noun is not None else None
        if noun is None or word is None:
            continue
        if (owners := _among(token, noun)) or token.lemma_.lower() in frames()["causing"]:
            clauses = tuple(c for t in (token, noun) for c in t.children if c.dep_ in ("ccomp", "acl", "relcl"))
            subject = clauses or complements(noun)
            return replace(reading(token, word, subject), owners=owners) if owners and subject else None
        about = complements(noun) or complements_after(token, noun) or _governing(token)
        owned = any(c.dep_ == "poss" and c.left_edge.pos_ != "PRON" for c in noun.children)
        if about and not owned:
            return reading(token, word, about, is_negated(token) or is_negated(noun))
    return None


def _among(token: Token, noun: Token) -> tuple[Token, ...]:
    """Those in whom something raised it: "raising concerns | in Kyiv and among allies"."""
    places = [c for t in (noun, token) for c in t.children if c.dep_ == "prep" and c.i > noun.i]
    places += [c for p in places for c in p.conjuncts]
    named = [n for p in places if p.lower_ in ("in", "among", "amongst") for n in p.children if n.dep_ == "pobj"]
    return tuple(named) if token.lemma_.lower() in frames()["causing"] | {"raise"} else ()


def _governing(token: Token) -> tuple[Token, ...]:
    """What the governing clause is about: "both endorsed the force, while Berlin | expressed cautious support"."""
    beside = token.dep_ in ("advcl", "conj") and token.head.pos_ == "VERB"
    return complements(token.head) if beside and any(c.dep_ == "nsubj" for c in token.children) else ()


def _predicative(token: Token) -> Reading | None:
    """ "is open to", "remains opposed to", "is committed to", "is expected to"."""
    for child in token.children:
        adjective = child if child.dep_ in ("acomp", "attr", "oprd") else None
        forms = (adjective.lemma_.lower(), adjective.lower_) if adjective is not None else ()
        word = next((w for form in forms if (w := word_of("adj", form))), None)
        if adjective is not None and word:
            about = complements(adjective) or complements(token)
            about = tuple(a for a in about if a != adjective)
            return reading(token, word, about, is_negated(token)) if about else None
    denied = is_negated(token)
    if token.lemma_.lower() in frames()["copula"] and (side := leaning(token)):
        word, about = side
        return reading(token, word, about, denied)
    if not is_passive(token):
        return None
    if (word := word_of("adj", token.lower_)) and (about := complements(token)):
        return reading(token, word, about, denied)
    if token.lower_ in frames()["expected"] and (about := complements(token)):
        denied = denied or any(map(is_negated, about))
        inner = next((w for key in keys(about[0]) if (w := word_of("verb", key))), None)
        stance = "engaged" if inner and inner.stance == "engaged" else "committed"
        return reading(token, plain(stance), about, denied, hedge=token.text, strong=False)
    return None


def _modal(token: Token) -> Reading | None:
    """ "will send", "would not deploy", "could provide", "must lead"."""
    words = frames()
    modal = next((m for m in modals(token) if m in MODALS), "")
    modal = {"’ll": "will", "'ll": "will", "wo": "will", "’d": "would", "'d": "would", "ca": "can"}.get(modal, modal)
    if not modal or token.lemma_.lower() in words["involuntary"] | words["speech"]:
        return None
    if modal in words["obliging"]:
        stance = "opposes" if is_negated(token) else "demands"
        return reading(token, plain(stance), (token,), hedge=modal, by_speaker=True, strong=False)
    if modal in words["willing"]:
        hedge = "" if modal in ("will", "shall") else modal
        return reading(token, plain("committed"), (token,), is_negated(token), hedge=hedge, strong=False)
    if modal in words["uncertain"] and not is_negated(token):
        return reading(token, plain("open"), (token,), hedge=modal, strong=False)
    return None


def _noun(token: Token) -> Reading | None:
    """ "Trump's pledge to", "the US refusal to": only with an owner, whom the caller looks for."""
    word = _noun_word(token)
    about = complements(token) if word else ()
    return reading(token, word, about, is_negated(token), hedge="") if word and about else None


def _noun_word(noun: Token) -> StanceWord | None:
    """What a noun says, with its preposition where that decides: a call for something, not a call with somebody."""
    lemma = noun.lemma_.lower()
    on_something = any(c.dep_ == "prep" and c.lower_ in ("on", "of", "for") for c in noun.children)
    if lemma in frames()["with_to"] and on_something and not any(c.dep_ in ("acl", "xcomp") for c in noun.children):
        return None
    keys = [f"{lemma}_{c.lower_}" for c in noun.children if c.dep_ == "prep"] + [lemma]
    return next((word for key in keys if (word := word_of("noun", key))), None)
