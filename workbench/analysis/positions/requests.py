"""What one asks another to do: the asker's stance is about the doing, and whoever is asked has said nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_readings import (
    StanceReading,
    default_word,
    lexicon_keys,
    look_up,
    make_reading,
)
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def read_request(token: Token) -> StanceReading | None:
    """ "urged Oslo to pay", "was told by Oslo to pay", "called on Oslo not to pay": demands, proposes, or opposes what
    another should not do.
    """
    if token.lemma_.lower() not in frames()["requesting"] or _has_to(token) or not addressees(token):
        return None
    if is_passive(token) and not any(c.dep_ == "agent" for c in token.children):
        return None
    doing = next((c for c in token.children if c.dep_ in CLAUSES and c.i > token.i and _has_to(c)), None)
    if doing is None or is_negated(token):
        return None
    gentle = token.lemma_.lower() in frames()["inviting"]
    stance = "opposes" if is_negated(doing) else "proposes" if gentle else "demands"
    return make_reading(token, default_word(stance), (doing,))


def addressees(token: Token) -> tuple[Token, ...]:
    """Those whom a verb of asking asks: object, subject of the passive, or what follows "on", "to", "with"."""
    if is_passive(token) or (token.tag_ == "VBN" and token.dep_ == "acl"):
        subjects = tuple(c for c in token.children if c.dep_ == "nsubjpass")
        return subjects or ((token.head,) if token.dep_ in ("acl", "relcl") else ())
    called = token.lemma_.lower() == "call"  # to call somebody is to ring them up, or worse
    objects = () if called else ("dobj", "dative")
    direct = tuple(c for c in token.children if c.dep_ in objects and c.i > token.i and c.pos_ != "ADP")
    clausal = tuple(
        g
        for c in token.children
        if c.dep_ in ("ccomp", "xcomp") and c.i > token.i and not called
        for g in c.children
        if g.dep_ == "nsubj"
    )
    to = tuple(
        n
        for c in token.children
        if c.lower_ in ("on", "upon", "to", "with") and c.dep_ in ("prep", "prt", "dative")
        for n in c.children
        if n.dep_ == "pobj"
    )
    return direct or clausal or to


def is_requested_of_others(token: Token) -> bool:
    """Whether a clause is what somebody asks another to do: "urged Oslo to support it", "the call for Oslo to pay"."""
    if token.dep_ == "conj" and token.tag_ == token.head.tag_:
        return is_requested_of_others(token.head)
    head = token.head
    if token.dep_ not in CLAUSES or head == token or token.i < head.i or token.tag_ not in ("VB", "VBP"):
        return False
    if head.pos_ == "NOUN":
        lemma = head.lemma_.lower()
        nouns = [lemma, *(f"{lemma}_{c.lower_}" for c in head.children if c.dep_ == "prep"), f"{lemma}_for"]
        return any((word := look_up("noun", key)) is not None and word.stance == "demands" for key in nouns)
    if head.lemma_.lower() in frames()["requesting"] and _has_to(token):
        return bool(addressees(head)) or is_passive(head)
    own = any(c.dep_ == "nsubj" for c in token.children)
    return own and any(
        (word := look_up("verb", key)) is not None and word.stance == "demands" for key in lexicon_keys(head)
    )


def _has_to(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
