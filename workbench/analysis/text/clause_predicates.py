"""What a clause states, by its predicate: the action, whether it is denied, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.predicate_lexicon import verb_classes
from workbench.analysis.text.predicates import ALL_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIVE = {"no", "never", "neither", "nor", "nobody", "nothing", "none", "without"}
_RAISING = {"seem", "appear", "continue", "begin", "start", "need"}


def content_predicate(head: Token) -> Token:
    """The verb that carries the content: what is said, not the saying."""
    speech = verb_classes()["speech"]
    carriers = speech | verb_classes()["expectation"] | _RAISING
    token = head
    while token.lemma_.lower() in carriers:
        below = [c for c in token.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and token.lemma_ not in speech)]
        if not below:
            break
        token = below[0]
    return token


def clause_action(predicate: Token) -> str:
    """What is done, as a lemma with its particle; of a light verb or "be" what it stands with: "give support"."""
    lemma = predicate.lemma_.lower()
    if lemma == "be":
        below = next((c for c in predicate.children if c.dep_ in ("acomp", "attr")), None)
        return below.lemma_.lower() if below is not None else lemma
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "prt"), "")
    if lemma in verb_classes()["light"]:
        below = next((c for c in predicate.children if c.dep_ == "dobj"), None)
        return below.lemma_.lower() if below is not None else lemma
    return f"{lemma} {particle}".strip()


def is_negated(head: Token, predicate: Token, own: Sequence[Token]) -> bool:
    """Whether a clause denies what its predicate says; `own`: the tokens of the clause."""
    if any(c.dep_ == "neg" for t in (head, predicate) for c in t.children):
        return True
    return any(t.lower_ in _NEGATIVE and not _within_name(t) for t in own)


def _within_name(token: Token) -> bool:
    """The "no" of "no-fly zone" denies nothing."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-"


def _is_option(predicate: Token) -> bool:
    subjects = [c for c in predicate.children if c.dep_ in ALL_SUBJECTS]
    return any(c.lemma_.lower() in ("option", "possibility", "scenario") for c in subjects)


def clause_kind(head: Token, predicate: Token) -> str:
    """pledge, position, option, expectation, statement, state or event."""
    classes = verb_classes()
    lemma, top = predicate.lemma_.lower(), head.lemma_.lower()
    stated = {lemma, clause_action(predicate).replace(" ", "_")}
    stated |= {f"{lemma}_{c.lower_}" for c in predicate.children if c.dep_ == "prep"}
    modals = {c.lower_ for c in predicate.children if c.dep_ == "aux"}
    if lemma in classes["pledge"]:
        return "pledge"
    if stated & classes["position"]:
        return "position"
    if modals & {"could", "may", "might"} or lemma in classes["option"] or _is_option(predicate):
        return "option"
    if top in classes["expectation"] or modals & {"will", "would", "shall", "'ll", "’ll"}:
        return "expectation"
    if top in classes["speech"]:
        return "statement"
    return "state" if lemma in classes["state"] else "event"
