"""What an article calls in full that a sentence calls in short: "the bill" is its "extradition bill".

One decision: only a phrase that points back ("the bill", "its plan") is told in full, with the words that most often
stand before that noun in the article and say which one is meant, not how good, large or new it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.analysis.positions.topic_phrases import Phrase, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAX_TIMES = 60
"""So many places where a noun stands are looked at."""
MAX_WORDS = 5
_POINTING = frozenset("the this that these those such its his her their our".split())
_TELLING = ("al", "ic", "ar", "ary", "ian", "ese", "ish")
"""Endings of adjectives that say of which kind something is: "nuclear", "economic", "military"."""


class FullerPhrases:
    """The nouns of an article and what they are called in full."""

    def __init__(self, doc: Doc) -> None:
        self._places: Mapping[str, list[Token]] = defaultdict(list)
        for token in doc:
            if token.pos_ == "NOUN" and token.text[0].islower():
                self._places[token.lemma_.lower()].append(token)
        self._full: dict[str, str] = {}

    def of(self, phrase: Phrase) -> str:
        """The phrase in full; as it is where it does not point back, or says which one is meant."""
        head = phrase.head
        if len(phrase.tokens) != 1 or head.pos_ != "NOUN" or not _points_back(head):
            return phrase.text
        lemma = head.lemma_.lower()
        if lemma not in self._full:
            self._full[lemma] = self._commonest(lemma)
        return self._full[lemma] or phrase.text

    def _commonest(self, lemma: str) -> str:
        """What says which one is meant; an adjective says so where the article calls it that more than once."""
        found = (noun_phrase(token) for token in self._places.get(lemma, [])[:MAX_TIMES])
        votes: Counter[str] = Counter()
        surely = set()
        for phrase in found:
            if phrase is not None and 1 < len(phrase.tokens) <= MAX_WORDS:
                before = [t for t in phrase.tokens if t.i < phrase.head.i]
                if all(_is_name_or_noun(t) or _tells_kind(t) for t in before):
                    votes[phrase.text] += 1
                    if all(map(_is_name_or_noun, before)):
                        surely.add(phrase.text)
        named = [text for text in votes if text in surely or votes[text] > 1]
        return max(named, key=lambda text: votes[text], default="")


def _points_back(noun: Token) -> bool:
    """Whether a noun is one that is known: "the bill"; or a single one, and nothing says that it is new."""
    before = [c for c in noun.children if c.dep_ in ("det", "poss")]
    return any(c.lower_ in _POINTING for c in before) or (not before and noun.tag_ == "NN")


def _is_name_or_noun(token: Token) -> bool:
    named = token.dep_ == "amod" and token.text[0].isupper() and not token.is_sent_start
    return named or token.pos_ in ("NOUN", "PROPN") or token.text == "-" or token.tag_ == "POS"


def _tells_kind(token: Token) -> bool:
    return token.dep_ == "amod" and token.lower_.endswith(_TELLING)
