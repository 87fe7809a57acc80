"""Whether a person is a he or a she: what the article itself says, by titles, roles and the pronouns that follow.

The design decision: all evidence is counted as votes. A given name that nearly all who bear it share with their sex
counts as one pronoun, so that the article soon outweighs it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities.honorifics import given_sex
from workbench.analysis.entities.people_mentions import Mention, are_clause_mates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE_PRONOUNS = frozenset("he him his himself".split())
SHE_PRONOUNS = frozenset("she her hers herself".split())
TITLE_WEIGHT, PRONOUN_WEIGHT, GIVEN_NAME_WEIGHT = 4.0, 1.5, 1.0
"""What a title or a role, a pronoun that was resolved, and a given name count beside a pronoun that follows a name."""
CERTAIN_WEIGHT = 2.0
"""So much evidence is beyond doubt."""
_HOLDERS = "spokes|chair|congress|business|states|police|council|assembly|clergy|noble|gentle|sports|fire|sales|alder"
_MAN = re.compile(
    rf"\b(mr|sir|lord|king|prince|emperor|sultan|father|husband|son|brother|grandfather|uncle|nephew|man|boy|widower|"
    rf"grandson|actor|monk|priest|imam|(?:{_HOLDERS})man)\b",
    re.I,
)
_WOMAN = re.compile(
    rf"\b(mrs|ms|miss|dame|lady|queen|princess|empress|mother|wife|daughter|sister|grandmother|aunt|niece|woman|girl|"
    rf"widow|granddaughter|actress|nun|waitress|(?:{_HOLDERS})woman)\b",
    re.I,
)


class SexVotes:
    """What speaks for a he and for a she, of everybody in one article."""

    def __init__(self) -> None:
        self._votes: dict[str, list[float]] = {}

    def add(self, who: str, sex: str, weight: float) -> None:
        """Count evidence: `sex` he or she."""
        self._votes.setdefault(who, [0.0, 0.0])[sex == "she"] += weight

    def fit(self, who: str, token: Token) -> float:
        """From -1, known to be the other, to 1, known to be what the pronoun says."""
        he, she = self._votes.get(who, (0.0, 0.0))
        sex = (he - she) / max(he + she, CERTAIN_WEIGHT)
        return -sex if token.lower_ in SHE_PRONOUNS else sex


def count_votes(doc: Doc, text: str, named: Sequence[Mention], unnamed: Sequence[Mention]) -> SexVotes:
    """The votes of titles, roles, given names and the pronouns that follow names; both lists in text order."""
    votes = SexVotes()
    for person in {m.key: m.person for m in named if m.person}.values():
        leads = (text[max(0, m.start - 7) : m.start] for m in person.mentions)
        for sex in sorted({_stated_sex(person.role), *map(_stated_sex, leads)} - {""}):
            votes.add(person.name, sex, TITLE_WEIGHT)
        if sex := given_sex(person.name):
            votes.add(person.name, sex, GIVEN_NAME_WEIGHT)
    for mention in unnamed:
        if sex := _stated_sex(mention.root.text):
            votes.add(mention.key, sex, TITLE_WEIGHT)
    for mention, pronoun in _with_next_pronoun(doc, named):
        votes.add(mention.key, sex_of(pronoun), 1.0)
    return votes


def sex_of(pronoun: Token) -> str:
    """he or she."""
    return "she" if pronoun.lower_ in SHE_PRONOUNS else "he"


def _stated_sex(words: str) -> str:
    """The sex that the first word to tell it gives: she of "wife of King Charles"; "" where none does."""
    found = [(m.start(), sex) for sex, p in (("he", _MAN), ("she", _WOMAN)) if (m := p.search(words))]
    return min(found)[1] if found else ""


def _with_next_pronoun(doc: Doc, named: Sequence[Mention]) -> Iterator[tuple[Mention, Token]]:
    """Mentions with the first "he" or "she" after them, in the same sentence or at the start of the next.

    Only where the sentence names nobody else.
    """
    starts = [m.span.start for m in named]
    for sentence in doc.sents:
        here = named[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        if len({m.key for m in here}) != 1:
            continue
        pronoun = next(
            (t for t in sentence if t.idx > here[0].span.end and t.lower_ in HE_PRONOUNS | SHE_PRONOUNS), None
        )
        if pronoun is not None and are_clause_mates(here[0].root, pronoun):
            continue
        if pronoun is None:
            opening = doc[sentence.end : sentence.end + 2]
            pronoun = next((t for t in opening if t.lower_ in ("he", "she") and t.dep_.startswith("nsubj")), None)
        if pronoun is not None:
            yield here[0], pronoun
