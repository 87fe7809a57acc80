"""Which of those whom a text names it names together: "Britain and France", "Nowak met Martin", "talks with Kim".

One decision: the parse says so, by an enumeration or by a verb of meeting; who only stands near somebody is not
together with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Named = tuple[Span, str]
"""Where something is named, and what it is."""
_INSIDE = frozenset("compound amod poss nmod appos".split())
"""How a name hangs on the noun that it belongs to; "of" leads there, too."""
_MEETING = frozenset(
    "meet call phone telephone host visit greet receive join embrace welcome invite face fight attack sue".split()
)
"""Verbs of what two do with one another."""
_LONGEST = 12
"""How many steps lead from a name to the noun that it belongs to, at the most."""


@dataclass(slots=True)
class Together:
    """Members of an enumeration, or who meets whom."""

    size: int = 0
    """Of an enumeration, how many members it has, named or not."""
    members: dict[int, str] = field(default_factory=dict)
    """Token of a member -> what it is."""
    end: int = 0
    """Where the last of them is named."""

    @property
    def names(self) -> tuple[str, ...]:
        """Who they are, in text order, each once."""
        return tuple(dict.fromkeys(self.members[i] for i in sorted(self.members)))


def find_together(doc: Doc, named: Iterable[Named]) -> list[Together]:
    """The groups that a text names together, the last first; `named`: those whom it may be about, in text order."""
    found: dict[tuple[str, int], Together] = {}
    for span, name in named:
        tokens = tokens_at(doc, span)
        for key, member, size in _memberships(tokens.root) if tokens else ():
            group = found.setdefault(key, Together(size))
            group.members.setdefault(member.i, name)
            group.end = max(group.end, span.end)
    return sorted(found.values(), key=lambda group: -group.end)


def _memberships(token: Token) -> Iterator[tuple[tuple[str, int], Token, int]]:
    """The groups that a name belongs to: their key, as which member, and how many members they have."""
    for _ in range(_LONGEST):
        first = _first_of_list(token)
        size = 1 + len(first.conjuncts)
        if size > 1:
            yield ("list", first.i), token, size
        if verb := _meeting(first):
            yield ("meeting", verb.i), token, 0
        above = _noun_above(token)
        if above is None:
            return
        token = above


def _first_of_list(token: Token) -> Token:
    for _ in range(_LONGEST):
        if token.dep_ != "conj" or token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def _noun_above(token: Token) -> Token | None:
    """The noun that a name only belongs to: "officials" of "British officials" or "officials of Britain"."""
    token = _first_of_list(token)
    if token.dep_ in _INSIDE:
        return token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return token.head.head
    return None


def _meeting(noun: Token) -> Token | None:
    """The verb of which a noun is the subject or the one who is met, called or talked with."""
    if noun.dep_ in SUBJECTS:
        return _last_meeting(noun.head)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _MEETING:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        host = noun.head.head
        return host if host.pos_ == "VERB" else host.head if host.dep_ == "dobj" else None
    return None


def _last_meeting(verb: Token) -> Token:
    """Of what one subject does the last: "met Xi in May and met Moon in June"."""
    later = [v for v in verb.conjuncts if not any(c.dep_ in SUBJECTS for c in v.children)]
    return later[-1] if later else verb
