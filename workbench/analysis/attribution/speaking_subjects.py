"""The subject of a verb of saying that stands away from it: "Ana Ruiz appeared on Monday, saying that"; and whether
the subject beside one says it at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import body_nouns, is_role
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE_SPEECH = frozenset("tell promise vow pledge threaten urge exhort put refuse decline ask demand call".split())
_ASKING = frozenset("ask press question quiz grill prompt".split())
_MAX_CLIMB = 4
"""So many verbs above one are searched for the subject that it shares with them."""


def speaking_subject(verb: Token) -> Token | None:
    """Who says it: the subject of a verb of saying, or of the verb that it is joined to; None where nobody does."""
    if verb.pos_ != "VERB" or is_passive(verb) or verb.lemma_.lower() not in frames()["speech"] | _MORE_SPEECH:
        return None
    for _ in range(_MAX_CLIMB):
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return subject if _can_speak(subject) else None
        shares = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not shares or verb.head is verb or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def is_asked_of_subject(verb: Token) -> bool:
    """Whether it is the subject who is asked, by somebody unnamed: "When asked if it was true, Ruiz left"."""
    return (
        verb.lemma_.lower() in _ASKING
        and verb.tag_ == "VBN"
        and (is_passive(verb) or verb.dep_ in ("advcl", "acl"))
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def _can_speak(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in ("he", "she", "they", "who")
    return noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or is_role(noun) or noun.lemma_.lower() in body_nouns()
