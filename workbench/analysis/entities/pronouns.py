"""Whom "he" and "she" stand for: the nearest person of the sentences before who fits, subjects before others.

Whether a person is a he or a she is what the article itself says: a title, a role, and the pronouns that follow the
name where nobody else can be meant, or that were resolved before. A given name that nearly all who bear it share with
their sex counts as one pronoun, so that the article soon outweighs it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench.analysis.entities.honorifics import given_sex
from workbench.analysis.entities.people import Person
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span
from workbench.nlp import quotation_marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE_PRONOUNS = frozenset("he him his himself".split())
SHE_PRONOUNS = frozenset("she her hers herself".split())
_HOLDERS = "spokes|chair|congress|business|states|police|council|assembly|clergy|noble|gentle|sports"
_MAN = re.compile(rf"\b(mr|sir|lord|king|prince|emperor|sultan|father|husband|son|brother|(?:{_HOLDERS})man)\b", re.I)
_WOMAN = re.compile(
    rf"\b(mrs|ms|miss|dame|lady|queen|princess|empress|mother|wife|daughter|sister|(?:{_HOLDERS})woman)\b", re.I
)
TITLE_WEIGHT, PRONOUN_WEIGHT, GIVEN_NAME_WEIGHT = 4.0, 1.5, 1.0
"""What a title or a role, a pronoun that was resolved, and a given name count beside a pronoun that follows a name."""
CERTAIN_WEIGHT = 2.0
"""So much evidence is beyond doubt."""
SUBJECT_SCORE, OWNER_SCORE, LAST_SPEAKER_SCORE, FREQUENCY_SCORE, DISTANCE_PENALTY, MISMATCH_PENALTY = (
    1.5,
    0.7,
    1.0,
    1.0,
    1.0,
    4.0,
)
"""How much it speaks for an antecedent to be a subject, to own something, to have spoken last, to be named often; what
each sentence and paragraph in between takes away; and what it does to be known as the other of he and she."""
SENTENCES_BACK = 3
"""So many sentences before its own are searched for what a pronoun stands for."""
_ARGUMENTS = frozenset("nsubj nsubjpass dobj dative pobj agent".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person by name, or by a pronoun that is resolved."""

    span: Span
    person: Person
    root: Token


@dataclass(frozen=True, slots=True)
class PronounResolver:
    """Every mention of a person in one article, pronouns included, in text order."""

    people: Sequence[Person]
    votes: Mapping[str, list[float]]
    """Name of a person -> what speaks for a he, and for a she."""
    mentions: list[_Mention]
    quoted: Sequence[Span]
    sentence_of: Sequence[int]
    line_of: Sequence[int]
    """The sentence and the line of every token, counted through the document."""

    def antecedent(self, token: Token, last: Collection[str] = (), inside: Sequence[Span] = ()) -> Person | None:
        """The person a "he" or "she" stands for; None where nobody fits.

        `last`: who spoke last, by name; `inside`: spans whose mentions do not count.
        """
        floor = token.sent.start
        for _ in range(SENTENCES_BACK):
            floor = token.doc[floor - 1].sent.start if floor else 0
        within = next((s for s in self.quoted if s.start <= token.idx < s.end), None)
        best: tuple[float, Person] | None = None
        for mention in self._between(token.doc[floor].idx, token.idx):
            fit = self._fit(mention.person, token)
            if fit <= -1 or any(s.covers(mention.span) for s in inside) or _clause_mates(mention.root, token):
                continue
            score = self._salience(mention, token) + LAST_SPEAKER_SCORE * (mention.person.name in last)
            score += FREQUENCY_SCORE * min(1.0, len(mention.person.mentions) / 5) + MISMATCH_PENALTY * min(0.0, fit)
            score -= DISTANCE_PENALTY * any(s.covers(mention.span) for s in self.quoted if s != within)
            if best is None or score >= best[0]:
                best = score, mention.person
        if best:
            return best[1]
        return next((p for p in self.people if p.name in last and self._fit(p, token) > -1), None)

    def _salience(self, mention: _Mention, token: Token) -> float:
        root = mention.root
        subject = root.dep_ in ("nsubj", "nsubjpass") or (root.dep_ == "appos" and root.head.dep_ == "nsubj")
        sentences = self.sentence_of[token.i] - self.sentence_of[root.i]
        score = SUBJECT_SCORE if subject else OWNER_SCORE if root.dep_ == "poss" else 0.0
        return score - DISTANCE_PENALTY * sentences - DISTANCE_PENALTY * (self.line_of[token.i] > self.line_of[root.i])

    def _fit(self, person: Person, token: Token) -> float:
        he, she = self.votes.get(person.name, (0.0, 0.0))
        gender = (he - she) / max(he + she, CERTAIN_WEIGHT)
        return -gender if token.lower_ in SHE_PRONOUNS else gender

    def _between(self, start: int, end: int) -> Sequence[_Mention]:
        low, high = (bisect_left(self.mentions, at, key=lambda m: m.span.start) for at in (start, end))
        return self.mentions[low:high]


def resolve_pronouns(doc: Doc, text: str, people: Sequence[Person]) -> PronounResolver:
    """Read the mentions of a parsed article; each "he" and "she" that is resolved counts for those after it."""
    named = sorted(_name_mentions(doc, people), key=lambda m: m.span)
    sentence_of = list(accumulate(int(t.is_sent_start is True) for t in doc))
    line_of = list(accumulate(int("\n" in t.text) for t in doc))
    votes = _votes(text, people, list(_mentions_with_next_pronoun(doc, named)))
    found = PronounResolver(people, votes, named, quotation_marks.quoted_spans(text), sentence_of, line_of)
    for token in doc:
        if token.lower_ in HE_PRONOUNS | SHE_PRONOUNS and (person := found.antecedent(token)):
            mention = _Mention(token_span(token), person, token)
            insort(found.mentions, mention, key=lambda m: m.span)
            votes[person.name][token.lower_ in SHE_PRONOUNS] += PRONOUN_WEIGHT
    return found


def _name_mentions(doc: Doc, people: Sequence[Person]) -> Iterator[_Mention]:
    for person in people:
        for mention in person.mentions:
            if tokens := tokens_at(doc, mention):
                yield _Mention(mention, person, tokens.root)


def _votes(text: str, people: Sequence[Person], followed: Sequence[tuple[_Mention, Token]]) -> dict[str, list[float]]:
    votes = {p.name: [0.0, 0.0] for p in people}
    for person in people:
        leads = (text[max(0, m.start - 7) : m.start] for m in person.mentions)
        for side in {_stated_sex(person.role), *map(_stated_sex, leads)} - {None}:
            votes[person.name][side == "she"] += TITLE_WEIGHT
        if sex := given_sex(person.name):
            votes[person.name][sex == "she"] += GIVEN_NAME_WEIGHT
    for mention, pronoun in followed:
        votes[mention.person.name][pronoun.lower_ in SHE_PRONOUNS] += 1
    return votes


def _stated_sex(words: str) -> str | None:
    """The sex that the first word to tell it gives: she of "wife of King Charles"."""
    found = [(m.start(), sex) for sex, p in (("he", _MAN), ("she", _WOMAN)) if (m := p.search(words))]
    return min(found)[1] if found else None


def _mentions_with_next_pronoun(doc: Doc, named: Sequence[_Mention]) -> Iterator[tuple[_Mention, Token]]:
    """Mentions with the first "he" or "she" after them, in the same sentence or at the start of the next.

    Only where the sentence names nobody else.
    """
    starts = [m.span.start for m in named]
    for sentence in doc.sents:
        here = named[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        if len({m.person.name for m in here}) != 1:
            continue
        pronoun = next(
            (t for t in sentence if t.idx > here[0].span.end and t.lower_ in HE_PRONOUNS | SHE_PRONOUNS), None
        )
        if pronoun is not None and _clause_mates(here[0].root, pronoun):
            continue
        if pronoun is None:
            opening = doc[sentence.end : sentence.end + 2]
            pronoun = next((t for t in opening if t.lower_ in ("he", "she") and t.dep_.startswith("nsubj")), None)
        if pronoun is not None:
            yield here[0], pronoun


def _clause_mates(root: Token, token: Token) -> bool:
    """Whether both are arguments of one verb: then a plain pronoun stands for somebody else."""
    plain = token.lower_ in ("he", "she", "him") or (token.lower_ == "her" and token.dep_ != "poss")
    return plain and root.dep_ in _ARGUMENTS and token.dep_ in _ARGUMENTS and _verb(root) == _verb(token)


def _verb(token: Token) -> Token:
    head = token.head
    return head.head if head.dep_ in ("prep", "agent", "dative") else head
