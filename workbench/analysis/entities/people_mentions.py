"""Where an article mentions somebody: by name, by a noun without a name ("a mechanic"), or by a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.entities import unnamed_people
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import body_nouns, is_role
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARGUMENTS = frozenset("nsubj nsubjpass dobj dative pobj agent".split())
_INTRODUCING = unnamed_people.SINGLE_DETERMINERS | {"the"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody at one place of the text."""

    span: Span
    root: Token
    person: Person | None = None
    """None: somebody without a name."""
    noun: int = -1
    """The token of the noun that stands for who has no name."""

    @property
    def key(self) -> str:
        """Whom all mentions of one somebody share."""
        return self.person.name if self.person else f"#{self.noun}"


def name_mentions(doc: Doc, people: Sequence[Person]) -> Iterator[Mention]:
    """All mentions of persons by name."""
    for person in people:
        for span in person.mentions:
            if tokens := tokens_at(doc, span):
                yield Mention(span, tokens.root, person)


def unnamed_mentions(doc: Doc, named: Sequence[Mention]) -> Iterator[Mention]:
    """Nouns for one person who is not named: "a mechanic", "the driver"; none that describes somebody named."""
    taken = {t.i for m in named for t in (m.root, m.root.head if m.root.dep_ in ("appos", "compound") else m.root)}
    for token in doc:
        if token.pos_ != "NOUN" or token.tag_ != "NN" or not token.text.islower() or token.i in taken:
            continue
        first = next((c for c in token.children if c.dep_ == "det" and c.i < token.i), None)
        if first is None or first.lower_ not in _INTRODUCING or token.dep_ in ("attr", "compound", "appos", "oprd"):
            continue
        person = unnamed_people.is_person_noun(token) or (is_role(token) and token.lemma_.lower() not in body_nouns())
        if person and not any(c.i in taken for c in token.children if c.dep_ == "appos"):
            yield Mention(token_span(token), token, None, token.i)


def are_clause_mates(root: Token, token: Token) -> bool:
    """Whether both are arguments of one verb: then a plain pronoun stands for somebody else."""
    plain = token.lower_ in ("he", "she", "him") or (token.lower_ == "her" and token.dep_ != "poss")
    return plain and root.dep_ in _ARGUMENTS and token.dep_ in _ARGUMENTS and governor(root) == governor(token)


def governor(token: Token) -> Token:
    """The verb that a noun is an argument of."""
    head = token.head
    return head.head if head.dep_ in ("prep", "agent", "dative") else head
