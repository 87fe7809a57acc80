"""Noun phrases that say what a position may be about: a noun with what belongs to it, or a verb as "sending troops".

One decision: a phrase is short. Determiners, pronouns, whoever stands there and remarks are left out of it, and what
hangs on the noun goes in only as long as the whole stays within MAX_WORDS.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import read_words
from workbench.analysis.text.predicate_lexicon import frames, verb_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_WORDS = 7
LEAST_WORDS, LEAST_LETTERS = 3, 3
"""A vague noun with fewer words says nothing, nor does a noun of fewer letters."""
_MODIFIERS = ("compound", "amod", "nmod", "nummod", "poss", "npadvmod", "advmod", "quantmod", "punct", "case")
_LEFT_OUT = ("DET", "PRON")
_OPEN = frozenset({"including", "like"})
"""Links to what is only an example."""
_QUOTATION = frozenset('"“”‘')
_SAYING = frozenset({"say", "says", "said"})
"""What a headline says it with, and is no part of what it is about."""
_WHEN = ("DATE", "TIME")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun or gerund with what belongs to it."""

    head: Token
    tokens: tuple[Token, ...]
    text: str


def noun_phrase(head: Token, left_out: Collection[int] = ()) -> Phrase | None:
    """The phrase of a noun; `left_out`: places of tokens it does without. None where no word is left."""
    tokens = _trimmed(_noun_tokens(head, left_out, MAX_WORDS))
    return Phrase(head, tuple(tokens), _joined(tokens)) if tokens else None


def gerund_phrase(verb: Token, left_out: Collection[int] = ()) -> Phrase | None:
    """ "sending troops" of "agreed to send its troops"; None for a verb without an object, or one that says little."""
    lemma = verb.lemma_.lower()
    if not lemma.isalpha() or lemma in _vague_verbs() or any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    particle = [c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1]
    target = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")), None)
    link = [] if target else [c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1]
    if link:
        target = next((c for c in link[0].children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
    if target is None or target.i < verb.i or target.ent_type_ in _WHEN:
        return None
    tokens = _trimmed(_noun_tokens(target, left_out, MAX_WORDS - 2))
    if not tokens:
        return None
    article = [c for c in target.children if c.lower_ in ("the", "a", "an") and c.i == tokens[0].i - 1]
    words = [gerund(lemma), *(t.lower_ for t in (*particle, *link, *article)), _joined(tokens)]
    return Phrase(verb, (verb, *particle, *link, *tokens), " ".join(words))


def _noun_tokens(head: Token, left_out: Collection[int], room: int) -> list[Token]:
    """The tokens of a noun's phrase, at most about `room`."""
    tokens = [t for t in _left_of(head, room) if t.i not in left_out and t.pos_ not in _LEFT_OUT]
    tokens = [t for t in tokens if t.tag_ != "POS" or t.nbor(-1) in tokens] + [head]
    for child in head.children:
        if (
            child.dep_ != "prep"
            or child.i < head.i
            or child.i > tokens[-1].i + 2
            or child.lower_ in frames()["pending"] | _OPEN
        ):
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
        left = room - len(tokens) - 1
        if inner is None or left < 1 or inner.ent_type_ in _WHEN:
            break
        more = _both(child, inner, left_out) if child.lower_ == "between" else _noun_tokens(inner, left_out, left)
        if not more:
            break
        determiner = [c for c in inner.children if c.lower_ in ("the", "a", "an") and c.i == more[0].i - 1]
        if more[0].i in left_out or len(tokens) + 1 + len(more) > room:
            break
        tokens += [child, *determiner[:1], *more]
    return tokens


def _both(link: Token, first: Token, left_out: Collection[int]) -> list[Token]:
    """ "Peru and Chile" of "the treaty between Peru and Chile"; nothing where it is longer, or of more or fewer."""
    words = list(link.doc[link.i + 1 : link.right_edge.i + 1])
    two = len(words) == 3 and words[0] == first and words[1].lower_ == "and"
    return words if two and not any(t.i in left_out for t in words) else []


def _left_of(head: Token, room: int) -> list[Token]:
    """What stands right before a noun and belongs to it."""
    out: list[Token] = []
    for token in reversed(list(head.doc[max(head.left_edge.i, head.i - room) : head.i])):
        inside = token.dep_ in _MODIFIERS or token.pos_ in _LEFT_OUT or token.text == "-"
        if not inside or token.text in (",", ";", ":", "—"):
            break
        out.insert(0, token)
    return out


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without marks, adverbs and possessive endings at the ends, and without quotation marks anywhere."""
    out = [t for t in tokens if t.text not in _QUOTATION]
    while out and (
        not out[0].text[0].isalnum()
        or out[0].pos_ in ("ADV", "PART", "ADP")
        or out[0].tag_ == "POS"
        or out[0].lower_ in _SAYING
    ):
        out.pop(0)
    while out and not out[-1].text[-1].isalnum():
        out.pop()
    return out


def _joined(tokens: list[Token]) -> str:
    """The words as they are written, with a blank where something between them was left out, and plain apostrophes."""
    out = ""
    for token in tokens:
        glued = bool(out) and token.i > 0 and not token.nbor(-1).whitespace_ and token.nbor(-1) in tokens
        out += token.text if glued or not out else f" {token.text}"
    return " ".join(out.replace("’", "'").split())


def candidates(tokens: Collection[Token], left_out: Collection[int] = ()) -> Iterator[Phrase]:
    """The phrases of some tokens, in text order; those of names of people, times, pronouns and sources are none."""
    for token in tokens:
        phrase = None
        if token.pos_ in ("NOUN", "PROPN"):
            usable = token.dep_ != "compound" and token.ent_type_ not in _WHEN and not _is_source(token)
            if usable and token.i not in left_out:
                phrase = noun_phrase(token, left_out)
        elif token.pos_ == "VERB" and not _is_source(token):
            phrase = gerund_phrase(token, left_out)
        if phrase is not None and any(c.isalpha() for c in phrase.text):
            yield phrase


def _is_source(token: Token) -> bool:
    """Whether a word is of what says whom something is known from: "according to the agency"."""
    return token.lower_ == "according" or (token.dep_ == "pobj" and token.head.head.lower_ == "according")


def gerund(lemma: str) -> str:
    """ "sending" of "send"."""
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return f"{lemma[:-1]}ing"
    short = len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    stressed = sum(c in _VOWELS for c in lemma) == 1 or lemma in read_words("stressed_last.txt")
    return f"{lemma}{lemma[-1] if short and stressed else ''}ing"


@lru_cache(maxsize=1)
def _vague_verbs() -> frozenset[str]:
    """Verbs that say how something is put, not what is done."""
    classes = verb_classes()
    return (
        classes["speech"] | classes["state"] | classes["light"] | classes["pledge"] | classes["expectation"]
        | classes["option"] | classes["position"] | frames()["object_control"] | frames()["requesting"]
    )  # fmt: skip


@lru_cache(maxsize=1)
def vague_nouns() -> frozenset[str]:
    """Nouns that say nothing of what something is about."""
    return read_words("vague_nouns.txt")


def says_nothing(topic: str) -> bool:
    """Whether a topic is missing, or short and vague."""
    words = topic.casefold().split()
    return not words or (len(words) < LEAST_WORDS and (len(words[-1]) < LEAST_LETTERS or words[-1] in vague_nouns()))
