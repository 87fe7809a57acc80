"""Who speaks for somebody: "a spokesman for President X", "the lawyer of Y"; they are not the one they speak for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.unnamed_people import is_person_noun
from workbench.analysis.text.lexicon import body_nouns, is_role

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset("for to of representing".split())
_SPOKESPERSON_NOUNS = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney counsel solicitor barrister aide envoy emissary "
    "representative delegate secretary adviser advisor deputy chief agent publicist assistant ally associate "
    "confidant confidante friend negotiator relative wife husband widow widower father mother son daughter "
    "brother sister uncle aunt cousin nephew niece partner bodyguard doctor physician successor predecessor "
    "opponent rival critic supporter biographer speechwriter strategist manager director coordinator counterpart "
    "staffer official nurse coach driver neighbour neighbor colleague".split()
)
_OWN_SECRETARIES = frozenset("press private personal executive".split())
_OFFICES = frozenset("state staff command forces".split())
PRIVATE_ROLES = frozenset(
    "lawyer attorney counsel solicitor barrister doctor physician friend coach driver nurse agent".split()
)
"""They speak for the person, not for the office."""


def own_description(tokens: Sequence[Token], country_at: Mapping[int, CountryMention]) -> list[Token]:
    """Of the words before a name, those that tell of its bearer: "Prime Minister" of "a spokesman for Prime Minister".

    None are left of "a lawyer for"; all are left where the name is of whoever is described.
    """
    tokens = list(tokens)
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].lower_ in LINKS), None)
    if at is None:
        return tokens
    between = tokens[at + 1 :]
    if not any(map(is_role_or_person, tokens[:at])):
        return tokens if _is_of_a_body(tokens[:at]) else between
    if not between:
        return []
    head = _head(tokens[:at])
    of_state = head.lemma_.lower() == "secretary" and tokens[at].lower_ == "of"
    if of_state and (head.i == tokens[0].i or head.nbor(-1).lower_ not in _OWN_SECRETARIES):
        return tokens
    of_body = (
        head.lemma_.lower() in body_nouns() and between[-1].lemma_.lower() not in _SPOKESPERSON_NOUNS
    )  # not "... of Defence spokesman"
    somebody_else = head.lemma_.lower() in _SPOKESPERSON_NOUNS or of_body
    return between if somebody_else and _is_title(between, country_at) else tokens


def spokesperson_before(tokens: Sequence[Token], name: Token) -> Token | None:
    """Who stands right before a name with its title as speaking for it, by the order of the words: the parser takes
    both for subjects in "a spokesman for Mayor Ana Ruiz told reporters". `name` is the first word of the name.
    """
    before = [t for t in tokens if t.i < name.i]
    while before and is_role(before[-1]):
        before.pop()
    if (
        len(before) < 2
        or before[-1].lower_ not in ("for", "to")
        or before[-2].lemma_.lower() not in _SPOKESPERSON_NOUNS
    ):
        return None
    return before[-2]


def speaks_for(tokens: Sequence[Token], head: Token, names: Sequence[int]) -> bool:
    """Whether a role noun in a mention is somebody's: whose name, at one of the places `names`, the mention gives."""
    for token in tokens:
        if token.i not in names:
            continue
        if spokesperson_before(tokens, token) == head:
            return True
        joint = _owner(token, tokens)
        if joint == head:
            return True
        if joint.dep_ == "poss" and joint.head == head:
            return True
        link = joint.head
        if link.lower_ in LINKS and (link.head == head or link.head.head == head) and head.i < link.i < token.i:
            return True
    return False


def _owner(token: Token, tokens: Sequence[Token]) -> Token:
    """The head of the whole name that a token belongs to."""
    while token.dep_ in ("compound", "flat", "amod", "nmod", "appos") and token.head in tokens and token.head != token:
        token = token.head
    return token


def _head(tokens: Sequence[Token]) -> Token:
    return next(t for t in reversed(tokens) if is_role_or_person(t))


def is_role_or_person(token: Token) -> bool:
    """Whether a noun says what somebody is: an office, or a kind of person."""
    return is_role(token) or is_person_noun(token)


def _is_of_a_body(tokens: Sequence[Token]) -> bool:
    """Whether words end in the name of an institution, or in one: "Ministry" of "Ministry of Defence spokesman"."""
    noun = next((t for t in reversed(tokens) if t.pos_ in ("NOUN", "PROPN")), None)
    return noun is not None and (noun.text[:1].isupper() or noun.lemma_.lower() in body_nouns())


def _is_title(between: Sequence[Token], country_at: Mapping[int, CountryMention]) -> bool:
    """Whether words are nothing but an office with its country: "the British Prime Minister"."""
    first = between[0]
    sent_to = first.i in country_at and country_at[first.i].form == "name" and first.nbor(1).tag_ != "POS"
    if sent_to and first.nbor(-1).lower_ == "to":
        return False
    words = [t for t in between if t.pos_ != "DET" and t.tag_ != "POS" and not t.is_punct and t.i not in country_at]
    if not words or not is_role(words[-1]) or words[-1].lemma_.lower() in body_nouns():
        return False
    if not words[-1].text[:1].isupper() and any(t.pos_ == "DET" for t in between):
        return False
    plain = all(t.text[:1].isupper() or is_role(t) or t.lower_ in ("former", "late", "prime", "foreign") for t in words)
    return plain and not any(t.lemma_.lower() in body_nouns() | _OFFICES for t in words)
