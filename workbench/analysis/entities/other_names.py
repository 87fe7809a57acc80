"""What is written like a person's name and is none: firms, groups, laws, ranks, the first words of a sentence.

The design decision: what can be listed is in the tables `data/not_persons.txt` and `data/thing_nouns.tsv`; the tests
here look at the words of the name and, for a single word, at how else the article writes it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import agencies, armed_groups, given_names, read_lines, read_word_groups

if TYPE_CHECKING:
    from spacy.tokens import Token

RANKS = frozenset(
    "adm admiral brig brigadier capt captain cmdr cmd col colonel commander cpl corporal del dep det gen general gov "
    "hon insp lt lieutenant maj major pfc pvt rear rep reps rev sec sen sens sgt sergeant spc supt vice".split()
)
"""Ranks and titles, without their points, that stand before a name and are none by themselves."""
MAX_ACRONYM = 5
_PARTY_AND_STATE = re.compile(r"[RDI]-")
_MARKED = re.compile(r"[@#]|https?$")


def person_part(tokens: list[Token]) -> list[Token]:
    """The part of some words that can be a person's name: none of "Trump Tower", "Obama" of "Obama Administration"."""
    tokens = without_ranks(tokens)
    if not tokens or any(_MARKED.match(t.text) for t in tokens) or _PARTY_AND_STATE.match(tokens[0].text):
        return []
    if len(tokens) == 1:
        return tokens
    last = tokens[-1].lower_
    if last in _thing_nouns()["people"]:
        return person_part(tokens[:-1])
    thing = last in _thing_nouns()["thing"] and not (len(tokens) == 2 and tokens[0].text in given_names())
    return [] if thing or _text(tokens) in _listed() else tokens


def is_other_word(token: Token, small: Collection[str]) -> bool:
    """Whether a single word is no person's name, where the article has no longer one with it.

    `small`: the words that the article has in small letters.
    """
    if token.text in given_names():
        return False
    short = 1 < len(token.text) <= MAX_ACRONYM and token.text.isupper() and token.text.isalpha()
    return short or _text([token]) in _listed() or token.lower_ in small or _opens_sentence(token)


def _opens_sentence(token: Token) -> bool:
    """Whether only the beginning of a sentence may have given the word its capital."""
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_space)
    return opens and not token.dep_.startswith("nsubj") and token.dep_ != "poss"


def without_ranks(tokens: list[Token]) -> list[Token]:
    """The words without the ranks before them: "Lt. Col. | Ana Ruiz"."""
    start = next(
        (at for at, t in enumerate(tokens) if t.lower_.rstrip(".") not in RANKS and t.text != "."), len(tokens)
    )
    return tokens[start:]


def _text(tokens: Sequence[Token]) -> str:
    return re.sub(r"\s+", " ", tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text).replace("’", "'").casefold()


@cache
def _listed() -> frozenset[str]:
    names = (name for line in read_lines("not_persons.txt") for name in line.split(";"))
    return frozenset(n.casefold() for n in (*names, *armed_groups(), *agencies()))


@cache
def _thing_nouns() -> Mapping[str, frozenset[str]]:
    return read_word_groups("thing_nouns.tsv")
