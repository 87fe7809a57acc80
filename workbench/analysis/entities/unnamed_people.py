"""Single people whom a text does not name: "another man", "a cook at the inn", "the driver"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import body_nouns, is_role, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

SINGLE_DETERMINERS = frozenset("a an one another".split())
GENERIC_NOUNS = frozenset(
    "man woman person boy girl guy lady gentleman child kid youth youngster teen teenager someone somebody adult "
    "male female fellow lad lass bloke anyone another one individual pensioner newcomer stranger passer-by "
    "bystander onlooker".split()
)
"""They say nothing of what somebody is."""
_PERSON_NOUNS = frozenset(
    "guest cook suspect plaintiff accused defendant inmate convict clerk monk nun chef host widow widower orphan "
    "twin guide scout cop medic vet pilot spy thief bride groom pupil athlete sailor mechanic butcher mayor aunt "
    "uncle cousin nephew niece grandmother grandfather friend colleague classmate captive hostage informant "
    "recruit conscript cadet nanny maid butler tailor barber baker potter drummer captain deckhand model cyclist "
    "tourist deputy addict novice heir peer pro rookie".split()
)
_COUNTED = frozenset("second third fourth fifth".split())
_CLAUSE = re.compile(r",?\s+(?:who|whom|whose|that|which)\b.*\Z", re.S)
_AGENT_NOUN = re.compile(r".{2,}(?:er|or|ist|ian|ee|man|woman|person|ess|mate|eer|smith|hand)$")
_ABSTRACT_NOUN = re.compile(
    r".+(?:tion|sion|ment|ity|ness|ship|ism|ance|ence|hood|gram|graph|ology|ics|age|book|site|line)$"
)


@cache
def _non_person_nouns() -> frozenset[str]:
    return read_words("non_person_nouns.txt") | body_nouns()


def is_single_person(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether a mention without a name is of one person: "a" or "another" and a noun, "the" and a noun for a person."""
    if head.lower_ in ("someone", "somebody"):
        return True
    if head.lower_ in SINGLE_DETERMINERS | _COUNTED:
        return len(tokens) <= 2 and tokens[0].lower_ in SINGLE_DETERMINERS
    if is_person_noun(head):
        return True
    lemma = head.lemma_.lower()
    if not _is_singular(head) or lemma in _non_person_nouns():
        return False
    modified = any(c.pos_ == "PROPN" and c.i < head.i for c in head.children)
    return (
        tokens[0].lower_ in SINGLE_DETERMINERS
        and not is_role(head)
        and not modified
        and not _ABSTRACT_NOUN.match(lemma)
    )


def is_person_noun(token: Token) -> bool:
    """Whether a common noun is for one person: "plumber", "guest"."""
    return _is_singular(token) and is_word_for_people(token.lemma_.lower())


def is_word_for_people(lemma: str) -> bool:
    """Whether a noun, in the singular, says what a person is."""
    if lemma in _non_person_nouns():
        return False
    agent = _AGENT_NOUN.match(lemma) and not _ABSTRACT_NOUN.match(lemma)
    return lemma in GENERIC_NOUNS or lemma in _PERSON_NOUNS or bool(agent)


def _is_singular(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.tag_ != "NNS" and token.text.islower()


def person_description(head: Token, bare: str) -> str:
    """What a mention says that its person is; "" where it is no more than a man or a woman."""
    return "" if head.lemma_.lower() in GENERIC_NOUNS | _COUNTED else _CLAUSE.sub("", bare)
