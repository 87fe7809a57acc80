"""What a row is about: which phrase of the sentence, and the clause that states it, with or without a stance word.

One decision: every phrase near the holder is a candidate, and how each weighs is learned (`data/topics.json`, made by
`tests/benchmarks/quality/topics_train.py`): the labels say what issue a sentence is about, and the phrase that is
nearest to the name of the issue is the one to choose. What points back ("the bill") is told as the article tells it in
full (`fuller_phrases`).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.fuller_phrases import FullerPhrases
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.positions.topic_phrases import Phrase, candidates, vague_nouns
from workbench.analysis.positions.topics import clause_span, strip_span
from workbench.analysis.text.clause_segmentation import split_clauses
from workbench.analysis.text.lexicon import DATA, background_weights
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.token_spans import tokens_at
from workbench.analysis.text.words import concept, content_concepts
from workbench.model import TAKING_PART, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from workbench.nlp.linear_chain import Floats

NEAR = 60
"""So many tokens around the holder, or the predicate, are looked at."""
MAX_MENTIONS = 5
"""So many places where the holder is named are looked at."""
LONG = 250
"""A sentence of more tokens is not cut into clauses."""
OPENING = 400
"""So many characters are the opening of an article, which says what it is about."""
LEAST_WEIGHT = 0.05
"""What a token weighs at least, where weights of tokens are given."""
ACT = 0.5
"""How much what is done comes before what it is done to, where the lexicon reads the stance on it: who opposes closing
a strait does not oppose the strait.
"""
_DEPS = (
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "attr",
    "conj",
    "appos",
    "ROOT",
    "xcomp",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
)
_PREPOSITIONS = ("of", "on", "for", "to", "in", "at", "with", "from", "about", "over", "against", "by", "into", "after")
FEATURES = (
    *(f"dep {d}" for d in _DEPS), *(f"prep {p}" for p in _PREPOSITIONS),
    "verb", "depth", "distance", "after holder", "place", "about", "about head", "subject of reading", "with holder",
    "subject of saying", "in what is said", "quoted", "seen", "in opening", "person", "country only", "country",
    "number", "name", "words", "of", "shell", "first", "definite",
    "one word", "two words", "rare", "land", "in title",
)  # fmt: skip
_LANDS = ("GPE", "LOC", "FAC", "NORP")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class Row:
    """A holder that takes a stand in a sentence."""

    sentence: Span
    holder: str
    mentions: Sequence[Span] = ()
    """Where the sentence names the holder, or somebody who speaks for it."""
    stance: str = ""
    reading: StanceReading | None = None
    """What the lexicon reads there, if anything."""


def choose_topic(entities: ArticleEntities, row: Row, weights: Sequence[float] = ()) -> tuple[str, Span]:
    """What a row is about, as a short noun phrase or "", and the part of the sentence that states it.

    `weights`: how likely each token of the sentence is a part of what it is about, where that is known.
    """
    view = _View(entities, row)
    found = view.ranked()
    if not found:
        return (TAKING_PART if row.stance == "engaged" else ""), view.clause(None)
    acts = row.reading.about if row.reading else ()
    scores = [
        score + _log_weight(phrase, weights, view.start) + ACT * (phrase.head.pos_ == "VERB" and phrase.head in acts)
        for phrase, score in found
    ]
    best = found[int(np.argmax(scores))][0]
    return (TAKING_PART if _only_takes_part(row) else _lower_first(best)), view.clause(best.head)


def _only_takes_part(row: Row) -> bool:
    """Whether the holder met or took part, and nothing says in what."""
    reading = row.reading
    heads = [a for a in reading.about if a != reading.predicate and a.pos_ != "PRON"] if reading else []
    return row.stance == "engaged" and (reading is None or reading.lexical or not heads)


def _log_weight(phrase: Phrase, weights: Sequence[float], start: int) -> float:
    own = [max(LEAST_WEIGHT, weights[t.i - start]) for t in phrase.tokens if 0 <= t.i - start < len(weights)]
    return math.log(sum(own) / len(own)) if own else 0.0


def _lower_first(phrase: Phrase) -> str:
    """The phrase without the capital letter that only its place at the start of a sentence gives it."""
    first = phrase.tokens[0]
    usual = first.is_sent_start and first.pos_ not in ("PROPN",) and not first.is_upper
    return phrase.text[:1].lower() + phrase.text[1:] if usual else phrase.text


def rank_phrases(entities: ArticleEntities, row: Row) -> list[tuple[Phrase, list[float]]]:
    """The candidates of a row, in text order, each with its features."""
    view = _View(entities, row)
    return [(phrase, view.features(phrase)) for phrase in view.phrases()]


@lru_cache(maxsize=1)
def _weights() -> Floats:
    stored = json.loads((DATA / "topics.json").read_text(encoding="utf-8"))["weights"]
    return np.array([stored[name] for name in FEATURES], dtype=np.float32)


class _View:
    """A sentence as it is looked at for one row."""

    def __init__(self, entities: ArticleEntities, row: Row) -> None:
        self.row = row
        self.text = entities.text
        self.doc = entities.doc
        found = tokens_at(entities.doc, row.sentence) or entities.doc[:0]
        self.start, self.length = found.start, len(found)
        self.holding = {t.i for m in row.mentions[:MAX_MENTIONS] for t in tokens_at(entities.doc, m) or ()}
        centre = sorted(self.holding) or [row.reading.predicate.i if row.reading else found.start]
        low, high = max(found.start, centre[0] - NEAR), min(found.end, centre[-1] + NEAR)
        self.tokens = list(entities.doc[low : min(high, low + 4 * NEAR)])
        self.centre = centre
        around = Span(self.tokens[0].idx, self.tokens[-1].idx + len(self.tokens[-1])) if self.tokens else row.sentence
        self.persons = _places(m for p in entities.people for m in p.mentions if around.overlaps(m))
        self.countries = _places(c.span for c in entities.countries if around.covers(c.span))
        self.counts, self.opening, self.title = _counts(entities.text)
        self.about = {t.i for a in (row.reading.about if row.reading else ()) for t in _subtree(a)}
        self.quoted = _quoted(self.tokens)
        over = (t for i in self.holding for t in (self.doc[i], *_above(self.doc[i])))
        self.seat = {t.i for t in over if t.pos_ == "VERB"}

    def ranked(self) -> list[tuple[Phrase, float]]:
        """The candidates in text order, each with its score; those that say little only where there is no other."""
        phrases = list(self.phrases())
        phrases = [p for p in phrases if not self._says_little(p)] or phrases
        matrix = np.array([self.features(p) for p in phrases], dtype=np.float32).reshape(len(phrases), len(FEATURES))
        return list(zip(phrases, (matrix @ _weights()).tolist(), strict=True))

    def _says_little(self, phrase: Phrase) -> bool:
        """Whether a phrase is only a country, somebody, or something vague."""
        head = phrase.head
        vague = len(phrase.tokens) < 3 and head.lower_ in vague_nouns()
        return vague or head.idx in self.persons or all(t.idx in self.countries for t in phrase.tokens)

    def clause(self, head: Token | None) -> Span:
        """The part of the sentence that states it: as the lexicon reads it, else the clause of the topic."""
        if self.row.reading is not None:
            return clause_span(self.text, self.row.reading)
        if head is None or self.length > LONG:
            return self.row.sentence
        for _, owned in split_clauses(self.tokens):
            if any(t.i == head.i for t in owned):
                return strip_span(self.text, Span(owned[0].idx, owned[-1].idx + len(owned[-1])))
        return self.row.sentence

    def phrases(self) -> Iterator[Phrase]:
        """The candidates in text order, told in full."""
        fuller = _fuller(self.doc)
        about = self.row.reading.about if self.row.reading else ()
        stance = {t.i for head in about for t in _above(head)} - self.about
        for phrase in candidates(self.tokens, self.holding):
            said = phrase.head.i in stance and phrase.head.pos_ == "VERB"  # "to veto the toll" is on the toll
            if phrase.head.i not in self.holding and not said:
                yield replace(phrase, text=fuller.of(phrase))

    def features(self, phrase: Phrase) -> list[float]:
        head, row = phrase.head, self.row
        dep = head.dep_
        link = head.head.lower_ if dep == "pobj" else ""
        content = [t for t in phrase.tokens if t.pos_ in _CONTENT]
        short = len(phrase.tokens) == 1
        stems = list(content_concepts(phrase.text)) if short else [concept(t.lower_) for t in content]
        stems = stems or [concept(head.lower_)]
        near = min(self.centre, key=lambda i: abs(i - head.i))
        reading = row.reading
        above = _above(head)
        saying = next((t for t in above if t.lemma_.lower() in frames()["speech"]), None)
        only = all(t.idx in self.countries for t in phrase.tokens)
        return [
            *(float(dep == d) for d in _DEPS),
            *(float(link == p) for p in _PREPOSITIONS),
            float(head.pos_ == "VERB"),
            min(len(above), 8) / 8,
            min(abs(head.i - near), 30) / 30,
            float(head.i > near) if self.holding else 0.5,
            (head.i - self.tokens[0].i) / len(self.tokens),
            float(head.i in self.about),
            float(reading is not None and head in reading.about),
            float(reading is not None and head.head == reading.predicate and dep.startswith("nsubj")),
            float(any(t.i in self.seat for t in above[:1])),
            float(saying is not None and head.head == saying and dep == "nsubj"),
            float(saying is not None and head.head != saying),
            float(head.i in self.quoted),
            sum(min(math.log(max(1, self.counts[s])), 3.0) for s in stems) / len(stems),
            sum(s in self.opening for s in stems) / len(stems),
            float(head.idx in self.persons),
            float(only),
            float(any(t.idx in self.countries for t in phrase.tokens)),
            float(head.ent_type_ in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT") or phrase.tokens[0].pos_ == "NUM"),
            float(head.pos_ == "PROPN"),
            min(len(stems), 5) / 5,
            float(any(t.lower_ == "of" for t in phrase.tokens)),
            float(head.lemma_.lower() in frames()["shell"] or head.lemma_.lower() in frames()["saying"]),
            float(head.i - self.start < 3),
            float(any(c.lower_ == "the" for c in head.children)),
            float(len(stems) == 1),
            float(len(stems) == 2),
            background_weights().get(concept(head.lower_), 1.0),
            float(head.pos_ == "PROPN" and head.ent_type_ in _LANDS),
            sum(s in self.title for s in stems) / len(stems),
        ]  # fmt: skip


def _places(spans: Iterator[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _above(token: Token) -> list[Token]:
    """The tokens that one hangs on, the nearest first, up to a few."""
    out: list[Token] = []
    while token.head.i != token.i and len(out) < 12:
        token = token.head
        out.append(token)
    return out


def _subtree(token: Token) -> Sequence[Token]:
    return list(token.doc[token.left_edge.i : token.right_edge.i + 1])[: 2 * NEAR]


def _quoted(tokens: Sequence[Token]) -> set[int]:
    """The places of tokens between quotation marks."""
    out, inside = set(), False
    for token in tokens:
        if token.text in ('"', "“", "”"):
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            out.add(token.i)
    return out


@lru_cache(maxsize=2)
def _fuller(doc: Doc) -> FullerPhrases:
    return FullerPhrases(doc)


@lru_cache(maxsize=4)
def _counts(text: str) -> tuple[Counter[str], frozenset[str], frozenset[str]]:
    """How often an article has each concept, those of its opening, and those of its title."""
    title = text[:OPENING].split("\n", 1)[0]
    return (
        Counter(content_concepts(text)),
        frozenset(content_concepts(text[:OPENING])),
        frozenset(content_concepts(title)),
    )
