"""What a predicate says about where its subject stands: stance, what it is about, hedge.

The words are data (`data/stances.tsv`, `data/frames.tsv`); this module knows the constructions: plain verbs with
particles ("ruled out"), light verbs with a noun ("expressed support for"), adjectives ("is open to"), modals ("will not
send"), nouns with an owner ("its refusal to").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.analysis.lexicon import lines
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED = {
    "committed": "ruled_out",
    "supports": "opposes",
    "proposes": "opposes",
    "open": "opposes",
    "considering": "ruled_out",
    "opposes": "open",
    "ruled_out": "open",
    "concerned": "supports",
    "expects": "concerned",
    "demands": "unclear",
}
COMPLEMENTS = ("dobj", "xcomp", "ccomp", "pcomp", "acl", "attr", "oprd")
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One predicate read: the stance of its subject and the tokens that say what it is about."""

    predicate: Token
    stance: str
    about: tuple[Token, ...]
    """Heads of the complement; empty when the clause itself is what it is about."""
    hedge: str = ""
    obliges: bool = False
    """What the subject must do is demanded by whoever speaks, not by the subject."""
    strong: bool = True
    """Read from a word of the lexicon; a modal alone is weaker."""


@lru_cache(maxsize=1)
def lexicon() -> Mapping[tuple[str, str], str]:
    """(word class, lemma) -> stance."""
    out = {}
    for line in lines("stances.tsv"):
        stance, word_class, lemmas = line.split("\t")
        out.update({(word_class, lemma): stance for lemma in lemmas.split()})
    return out


@lru_cache(maxsize=1)
def frames() -> Mapping[str, frozenset[str]]:
    """Use -> lemmas of `data/frames.tsv`."""
    return {use: frozenset(words.split()) for use, words in (line.split("\t") for line in lines("frames.tsv"))}


def read(token: Token) -> Reading | None:
    """The stance a verb, copula or noun predicate gives, or None."""
    if token.pos_ in ("VERB", "AUX"):
        return _verb(token) or _carried(token) or _predicative(token) or _modal(token)
    return _noun(token) if token.pos_ == "NOUN" else None


def negated(token: Token) -> bool:
    """Whether the predicate itself, or its subject, is denied: "will not send", "no soldier would be sent"."""
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.dep_ == "det" and c.lower_ in ("no", "neither") for s in subjects for c in s.children):
        return True
    return any(c.dep_ == "neg" or (c.lower_ in NEGATIONS and c.dep_ in ("advmod", "det")) for c in token.children)


def complements(token: Token) -> tuple[Token, ...]:
    """The heads of what a predicate is about: its objects and clauses, else the objects of its prepositions."""
    direct = tuple(
        c for c in token.children if c.dep_ in COMPLEMENTS and not (c.dep_ == "attr" and token.pos_ == "NOUN")
    )
    return direct or tuple(
        noun
        for child in token.children
        if child.dep_ in ("prep", "dative") and child.i > token.i
        for noun in child.children
        if noun.dep_ in ("pobj", "pcomp") and not _circumstance(child, noun) and noun.tag_ not in ("WDT", "WP")
    )


def _circumstance(preposition: Token, noun: Token) -> bool:
    """Where or when, not what: "in Washington", "on Thursday"."""
    if preposition.lower_ in (
        "as",
        "after",
        "before",
        "since",
        "during",
        "by",
        "until",
        "despite",
        "amid",
        "following",
    ):
        return True
    timed = noun.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME") or noun.lower_ in ("time", "day", "week", "month")
    return preposition.lower_ in ("in", "at", "on", "between", "within", "near", "outside") and timed


def complements_after(token: Token, noun: Token) -> tuple[Token, ...]:
    """The complement of a light verb's noun that the parser hung on the verb: "signalled openness | to taking part"."""
    later = [
        c for c in token.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in ("to", "for", "of", "about")
    ]
    return tuple(n for c in later for n in c.children if n.dep_ in ("pobj", "pcomp"))


def _keys(token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in ("prt", "prep", "acomp", "advmod", "oprd") or child.dep_ == "dobj":
            yield f"{lemma}_{child.lemma_.lower()}"
    yield lemma


def _stance(stance: str, denied: bool) -> str:
    return NEGATED.get(stance, "unclear") if denied else stance


def _verb(token: Token) -> Reading | None:
    if _passive(token) and not any(c.dep_ == "agent" for c in token.children):
        return None
    for key in _keys(token):
        stance = lexicon().get(("verb", key))
        if not stance or (key == "suggest" and any(c.dep_ == "ccomp" for c in token.children)):
            continue
        about = complements(token)
        if not about and stance != "engaged":
            return None
        denied = negated(token) or any(c.dep_ == "det" and c.lower_ == "no" for a in about for c in a.children)
        modals = {c.lower_ for c in token.children if c.dep_ == "aux"}
        if modals & frames()["obliging"]:
            return None
        if modals & frames()["uncertain"]:
            weakened = "open" if STANCES[stance][0] > 0 and stance != "demands" else ""
            return Reading(token, weakened, about, _hedge(token), strong=False) if weakened and not denied else None
        return Reading(token, _stance(stance, denied), about, _hedge(token))
    return None


def _carried(token: Token) -> Reading | None:
    """ "expressed support for", "signalled openness to", "has a plan to"."""
    if token.lemma_.lower() not in frames()["carrier"]:
        return None
    for child in token.children:
        noun = child if child.dep_ in ("dobj", "attr") else None
        stance = _noun_stance(noun) if noun is not None else ""
        about = (complements(noun) or complements_after(token, noun)) if noun is not None else ()
        if noun is not None and stance and about:
            denied = negated(token) or negated(noun)
            return Reading(token, _stance(stance, denied), about, _hedge(token))
    return None


def _predicative(token: Token) -> Reading | None:
    """ "is open to", "remains opposed to", "is expected to", "is off the table"."""
    for child in token.children:
        adjective = child if child.dep_ in ("acomp", "attr", "oprd") else None
        stance = lexicon().get(("adj", adjective.lemma_.lower())) if adjective is not None else None
        if adjective is not None and stance:
            about = complements(adjective) or complements(token)
            about = tuple(a for a in about if a != adjective)
            return Reading(token, _stance(stance, negated(token)), about, _hedge(token)) if about else None
    denied = negated(token)
    if _passive(token) and token.lower_ in frames()["expected"] and (about := complements(token)):
        return Reading(token, _stance("committed", denied or any(map(negated, about))), about, token.text, strong=False)
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    off = any(c.lower_ == "off" and any(g.lower_ in ("table", "agenda") for g in c.children) for c in token.children)
    if off and subject is not None:
        return Reading(token, _stance("ruled_out", denied), (subject,), _hedge(token))
    return None


def _modal(token: Token) -> Reading | None:
    """ "will send", "would not deploy", "could provide", "must lead"."""
    words = frames()
    modal = next((c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"), "")
    modal = {"’ll": "will", "'ll": "will", "wo": "will", "’d": "would", "'d": "would", "ca": "can"}.get(modal, modal)
    if not modal or token.lemma_.lower() in words["involuntary"]:
        return None
    if modal in words["obliging"]:
        return Reading(token, _stance("demands", negated(token)), (token,), modal, obliges=True, strong=False)
    if modal in words["willing"]:
        hedge = "" if modal in ("will", "shall") else modal
        return Reading(token, _stance("committed", negated(token)), (token,), hedge, strong=False)
    if modal in words["uncertain"]:
        return Reading(token, _stance("open", negated(token)), (token,), modal, strong=False)
    return None


def _noun(token: Token) -> Reading | None:
    """ "Trump's pledge to", "the US refusal to": only with an owner, whom the caller looks for."""
    stance = _noun_stance(token)
    about = complements(token) if stance else ()
    return Reading(token, _stance(stance, negated(token)), about) if stance and about else None


def _noun_stance(noun: Token) -> str:
    """The stance of a noun, with its preposition where that decides: a call for something, not a call with somebody."""
    keys = [f"{noun.lemma_.lower()}_{c.lower_}" for c in noun.children if c.dep_ == "prep"] + [noun.lemma_.lower()]
    return next((stance for key in keys if (stance := lexicon().get(("noun", key), ""))), "")


def _passive(token: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)


def _hedge(token: Token) -> str:
    words = frames()["hedge"]
    found = [t.text for t in (*token.children, token) if t.lower_ in words and t.dep_ in ("aux", "advmod")]
    return " ".join(dict.fromkeys(found))
