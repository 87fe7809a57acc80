"""What hangs on a predicate: subjects, complements, negation, voice. Nothing here knows any stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.text.predicate_lexicon import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = ("dobj", "xcomp", "ccomp", "pcomp", "acl", "attr", "oprd")
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
ALL_SUBJECTS = frozenset((*SUBJECTS, "expl"))
"""With the "there" of "there is"."""
_NOT_WHAT = frozenset("as after before since during by until despite amid following".split())
_NOT_OF = frozenset("at in with by from among".split())
"""Prepositions after a noun that say where or with whom, not what it is about."""


def is_negated(token: Token) -> bool:
    """Whether the predicate itself, or its subject, is denied: "will not send", "no soldier would be sent"."""
    subjects = [c for c in token.children if c.dep_ in SUBJECTS]
    if any(c.dep_ == "det" and c.lower_ in ("no", "neither") for s in subjects for c in s.children):
        return True
    return any(
        c.dep_ == "neg"
        or (c.lower_ in NEGATIONS and c.dep_ in ("advmod", "det"))
        or (c.lower_ in ("neither", "nor") and c.i < token.i)
        for c in token.children
    )


def complements(token: Token) -> tuple[Token, ...]:
    """The heads of what a predicate is about: its objects and clauses, else the objects of its prepositions."""
    direct = [c for c in token.children if c.dep_ in COMPLEMENTS and not (c.dep_ == "attr" and token.pos_ == "NOUN")]
    if token.lemma_.lower() in frames()["asking"]:
        wished = [n for c in token.children if c.lower_ == "for" for n in c.children if n.dep_ == "pobj"]
        direct = wished + direct
    if any(c.lemma_.lower() == "door" for c in direct):
        open_to = [p for p in token.subtree if p.lower_ in ("to", "for") and p.dep_ == "prep" and p.i > direct[0].i]
        return tuple(n for p in open_to for n in p.children if n.dep_ in ("pobj", "pcomp"))
    if token.lemma_.lower() in frames()["charging"]:
        charges = [c for c in token.children if c.lower_ in ("of", "for")]
        direct = [n for c in charges for n in c.children if n.dep_ in ("pobj", "pcomp")] or direct
    if token.pos_ != "NOUN":
        direct.sort(key=lambda c: c.dep_ not in ("ccomp", "xcomp"))
    aims = [c for c in token.children if c.dep_ == "advcl" and c.i > token.i and any(g.lower_ == "to" for g in c.lefts)]
    aims += [c for c in token.children if c.dep_ == "advcl" and c.tag_ == "VBG" and _follows(token, c)]
    return tuple(direct or aims) or tuple(
        noun
        for child in token.children
        if child.dep_ in ("prep", "dative")
        and child.i > token.i
        and not (token.pos_ == "NOUN" and child.lower_ in _NOT_OF)
        for noun in child.children
        if noun.dep_ in ("pobj", "pcomp") and not is_circumstance(child, noun) and noun.tag_ not in ("WDT", "WP")
    )


def modals(token: Token) -> tuple[str, ...]:
    """The auxiliaries of a verb, lower case; else those of the verb it is joined to: "should wait and | refuse"."""
    own = tuple(c.lower_ for c in token.children if c.dep_ == "aux")
    if not own and token.dep_ == "conj" and token.tag_ == "VB":
        return modals(token.head)
    return own


def is_circumstance(preposition: Token, noun: Token) -> bool:
    """Where or when, not what: "in Washington", "on Thursday"."""
    if preposition.lower_ in _NOT_WHAT:
        return True
    timed = noun.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME") or noun.lower_ in ("time", "day", "week", "month")
    return preposition.lower_ in ("in", "at", "on", "between", "within", "near", "outside") and timed


def _follows(token: Token, clause: Token) -> bool:
    """Whether a clause stands right behind its verb, which makes it what the verb is about: "ruled out | sending"."""
    before = clause.nbor(-1) if clause.i else None
    return before is not None and (before == token or (before.dep_ == "prt" and before.head == token))


def complements_after(token: Token, noun: Token) -> tuple[Token, ...]:
    """The complement of a light verb's noun that the parser hung on the verb: "signalled openness | to taking part"."""
    later = [
        c for c in token.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in ("to", "for", "of", "about")
    ]
    return tuple(n for c in later for n in c.children if n.dep_ in ("pobj", "pcomp"))


def is_passive(token: Token) -> bool:
    """Whether the predicate is in the passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
