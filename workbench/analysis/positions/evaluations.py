"""Evaluations: what a speaker calls something else, and which side of it somebody is on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_lexicon import StanceWord
from workbench.analysis.positions.stance_readings import StanceReading, default_word, look_up, make_reading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, complements, is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_evaluation(token: Token) -> StanceReading | None:
    """ "is off the table", "remains an option", "is essential", "need to do more": what the speaker thinks of it."""
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    if token.lemma_.lower() in frames()["needing"] and not is_passive(token):
        todo = next((c for c in token.children if c.dep_ == "xcomp" and _has_to(c)), None)
        if todo is not None and not any(c.dep_ == "dobj" for c in token.children):
            return make_reading(
                token, default_word("demands"), (todo,), is_negated(token), by_speaker=True, lexical=False
            )
        return None
    word = next((w for key in _lexicon_keys(token) if (w := look_up("said", key))), None)
    if word is None or token.lemma_.lower() not in frames()["copula"]:
        return None
    denied = is_negated(token) and not any(k.endswith("_not") for k in _lexicon_keys(token))
    about = tuple(c for c in token.children if c.dep_ in ("xcomp", "ccomp", "acl") and c.i > token.i)
    if subject.pos_ == "PRON" and not about:
        return None
    return make_reading(token, word, about if subject.pos_ == "PRON" and about else (subject,), denied, by_speaker=True)


def read_characterization(token: Token) -> StanceReading | None:
    """ "called the plan unacceptable", "described it as a breakthrough", "a move that Oslo deems wrong"."""
    if token.lemma_.lower() not in frames()["calling"] or is_passive(token):
        return None
    names = [c for c in token.children if c.dep_ in ("oprd", "acomp", "attr")]
    names += [g for c in token.children if c.lower_ == "as" for g in c.children]
    names += [g for c in token.children if c.dep_ == "ccomp" for g in (c, *c.children) if c.pos_ in ("ADJ", "NOUN")]
    word = next((w for n in names if (w := look_up("said", n.lemma_.lower()))), None)
    things = tuple(c for c in token.children if c.dep_ == "dobj") or tuple(
        g for c in token.children if c.dep_ == "ccomp" for g in c.children if g.dep_ == "nsubj"
    )
    if not things and token.dep_ == "relcl":
        things = (token.head,)
    return make_reading(token, word, things, is_negated(token)) if word and things else None


def _lexicon_keys(token: Token) -> Iterator[str]:
    """The keys of what a copula calls its subject; "pose a problem" counts when it is denied."""
    denied = is_negated(token)
    modals = [c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"]
    for child in token.children:
        if child.dep_ in ("acomp", "attr", "oprd") or (child.dep_ == "dobj" and token.lemma_.lower() == "pose"):
            lemmas = [child.lemma_.lower(), *(c.lemma_.lower() for c in child.conjuncts)]
            yield from (f"{modal}_{lemma}" for modal in modals for lemma in lemmas)
            for lemma in lemmas:
                yield f"{lemma}_not" if denied and look_up("said", f"{lemma}_not") else lemma
        if (child.dep_ in ("prep", "advmod", "prt") and token.pos_ == "AUX") or child.lower_ in ("off", "on", "out"):
            for noun in child.subtree:
                yield f"{child.lower_}_{noun.lemma_.lower()}"


def _has_to(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def prepositional_stance(token: Token) -> tuple[StanceWord, tuple[Token, ...]] | None:
    """ "is against the deal", "is in favour of talks"."""
    for child in token.children:
        follows = child.dep_ == "prep" and child.i > token.i
        nouns = tuple(n for n in child.children if n.dep_ in ("pobj", "pcomp")) if follows else ()
        if nouns and (word := look_up("adj", child.lower_)):
            return word, nouns
        for noun in nouns:
            word = look_up("adj", f"{child.lower_}_{noun.lower_}")
            if word and (about := complements(noun)):
                return word, about
    return None
