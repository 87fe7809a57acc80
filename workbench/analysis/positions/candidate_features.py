"""What the scorer is told of a candidate beside the words: how it is named, what it is in the sentence, who says it.

Every group of features has a name, so that weights can be read, and training and run time share this file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from workbench.analysis.entities.office_levels import office_level
from workbench.analysis.positions.candidates import Candidate
from workbench.model import STANCES, Position, Quote, Span
from workbench.nlp.linear_chain import Floats

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

STANCE_NAMES = tuple(STANCES)
KINDS = "name abbreviation demonym capital seat bloc part person pronoun office quote".split()
RELATIONS = "nsubj nsubjpass agent poss dobj pobj amod compound appos conj attr none".split()
LEVELS = "government military non_government".split()
ORIGINS = "text case known presumed".split()
PLACES = "within part direct mixed indirect others none".split()
SENTENCE = "first second question alone crowded heading".split()


@cache
def names() -> tuple[str, ...]:
    """The features, in the order of the columns."""
    groups: Mapping[str, Sequence[str]] = {
        "kind": KINDS, "relation": RELATIONS, "level": LEVELS, "origin": ORIGINS, "quote": PLACES, "sentence": SENTENCE,
        "rule": [*STANCE_NAMES, "any", "other"], "share": ["holder", "mentions"],
    }  # fmt: skip
    return tuple(f"{group}:{name}" for group, members in groups.items() for name in members)


@cache
def _column(name: str) -> int:
    return names().index(name)


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence with what the article says around it."""

    sentence: Sentence
    number: int
    candidates: int
    quotes: Sequence[Quote]
    """Those that the sentence has a part of."""
    positions: Sequence[Position]
    """What the rules read in it, of any holder."""
    shares: Mapping[str, float]
    """Holder -> the share of the article's candidates that it is."""


def encode(candidate: Candidate, context: SentenceContext) -> Floats:
    """The row of one candidate."""
    out = np.zeros(len(names()), dtype=np.float32)

    def put(name: str, value: float = 1.0) -> None:
        out[_column(name)] = value

    for kind in candidate.kinds:
        put(f"kind:{kind}")
    token = main_token(candidate, context.sentence)
    relation = token.dep_ if token is not None else "none"
    put(f"relation:{relation if relation in RELATIONS else 'none'}")
    for speaker in candidate.speakers:
        put(f"level:{office_level(f'{speaker.role} {speaker.mention_text}')}")
        if speaker.known_from.country:
            put(f"origin:{speaker.known_from.country}")
    _put_quotes(candidate, context, put)
    for number, name in enumerate(("first", "second")):
        if context.number == number:
            put(f"sentence:{name}")
    text = context.sentence.text.rstrip()
    if text.endswith("?"):
        put("sentence:question")
    if text[-1:].isalnum():
        put("sentence:heading")
    put("sentence:alone", context.candidates == 1)
    put("sentence:crowded", context.candidates > 3)
    for position in context.positions:
        if position.holder == candidate.holder:
            put(f"rule:{position.stance}", position.confidence)
            put("rule:any")
        else:
            put("rule:other")
    put("share:holder", context.shares.get(candidate.holder, 0.0))
    put("share:mentions", min(3, len(candidate.mentions)) / 3)
    return out


def _put_quotes(candidate: Candidate, context: SentenceContext, put: Callable[[str], None]) -> None:
    here = Span(context.sentence.start_char, context.sentence.end_char)
    for quote in candidate.quotes:
        put(f"quote:{quote.kind}")
        inside = sum(min(s.end, here.end) - max(s.start, here.start) for s in quote.spans if s.overlaps(here))
        put("quote:within" if inside >= 0.8 * (here.end - here.start) else "quote:part")
    if any(q not in candidate.quotes for q in context.quotes):
        put("quote:others")
    if not context.quotes:
        put("quote:none")


def main_token(candidate: Candidate, sentence: Sentence) -> Token | None:
    """The word that stands for the candidate: of several the one that acts, else the first."""
    tokens = [t for m in candidate.mentions if (t := _head(sentence, m)) is not None]
    acting = [t for t in tokens if t.dep_ in ("nsubj", "nsubjpass", "agent", "poss")]
    return next(iter(acting or tokens), None)


def _head(sentence: Sentence, mention: Span) -> Token | None:
    found = sentence.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return found.root if found else None
