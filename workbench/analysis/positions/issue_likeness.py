"""How likely two positions are on one issue: logistic, over what each is about, its clause and sentence, who and where.

One decision: the words of a topic alone say too little ("the deal", "comments"), so that a position is compared as it
stands: sentences that mean the same, neighbours in one article, one holder that takes one side. What each of it weighs
is learned (`data/issues.json`, made by `tests/benchmarks/quality/issues_train.py`).
"""

from __future__ import annotations

import json
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from workbench.analysis.text.lexicon import DATA, background_weights
from workbench.analysis.text.words import content_concepts
from workbench.model import STANCES, Position
from workbench.nlp.linear_chain import Floats

Encode = Callable[[Sequence[str]], Floats]
Places = npt.NDArray[np.intp]
FEATURES = (
    "sentence", "sentence apart", "clause", "clause apart", "crossed", "topic", "topic apart", "topic and clause",
    "sentence words", "sentence contained", "clause words", "clause contained", "topic words", "same topic",
    "stance", "polarity", "opposite", "both engaged", "one engaged", "speaker",
    "article", "sentence same", "holder in sentence", "near", "near holder", "typical", "least typical",
)  # fmt: skip
BUCKETS = 1024
COMMON = 0.9
"""How much of what all rows mean is left out of each where they are told apart."""
FEW_ROWS = 3
"""So many rows count as nothing in common."""
ANY = -9
"""Stands for a value that is not known, and may be any."""
NEAR = 700
"""So many characters apart two sentences have little to do with each other."""


class ComparedPositions:
    """Positions as they are compared."""

    def __init__(self, rows: Sequence[Position], encode: Encode) -> None:
        self.sentence = encode([r.text for r in rows])
        clause = encode([r.stated for r in rows])
        topic = encode([r.topic or r.text for r in rows])
        self.clause, self.topic = clause, topic
        self.own_sentence, self.own_clause, self.own_topic = map(_without_common, (self.sentence, clause, topic))
        self.sentence_words = _word_weights([r.text for r in rows])
        self.clause_words = _word_weights([r.stated for r in rows])
        self.topic_words = _normalized(_word_weights([r.topic or r.text for r in rows]))
        self.holder, self.stance = _numbers([r.holder for r in rows]), _numbers([r.stance for r in rows])
        self.topics, self.article = (
            _numbers([r.topic or " " for r in rows]),
            _numbers([r.article_id or " " for r in rows]),
        )
        self.speaker = _numbers([r.speaker or f" {n}" for n, r in enumerate(rows)])
        self.side = np.array([STANCES.get(r.stance, (ANY, 0))[0] for r in rows], dtype=np.intp)
        self.engaged = np.array([r.stance == "engaged" for r in rows])
        self.place = np.array([r.evidence.start for r in rows], dtype=np.float32)
        middle = self.sentence.mean(axis=0) if len(rows) else np.zeros(self.sentence.shape[1])
        certain = len(rows) / (len(rows) + FEW_ROWS)
        self.typical = certain * self.sentence @ (middle / max(float(np.linalg.norm(middle)), 1e-9))

    def likeness(self, one: Places, other: Places) -> Floats:
        """How likely each of some rows and each of others are on one issue."""
        weights, bias = _weights()
        score = np.full((len(one), len(other)), bias, dtype=np.float32)
        for weight, feature in zip(weights, self.features(one, other), strict=True):
            score += weight * feature
        return np.asarray(1 / (1 + np.exp(-score)), dtype=np.float32)

    def features(self, one: Places, other: Places) -> Iterator[Floats]:
        """The features, as FEATURES names them, each a table of some rows by others."""

        def cosine(a: Floats, b: Floats) -> Floats:
            return np.asarray(a[one] @ b[other].T)

        def same(values: Places) -> Floats:
            a, b = values[one][:, None], values[other][None, :]
            return np.asarray((a == b) | (a == ANY) | (b == ANY), dtype=np.float32)

        def middle(a: Floats, b: Floats) -> Floats:
            return np.asarray((cosine(a, b) + cosine(b, a)) / 2)

        yield cosine(self.sentence, self.sentence)
        yield cosine(self.own_sentence, self.own_sentence)
        yield cosine(self.clause, self.clause)
        yield cosine(self.own_clause, self.own_clause)
        yield middle(self.own_sentence, self.own_clause)
        yield cosine(self.topic, self.topic)
        yield cosine(self.own_topic, self.own_topic)
        yield middle(self.own_topic, self.own_clause)
        for words in (self.sentence_words, self.clause_words):
            yield cosine(_normalized(words), _normalized(words))
            yield _contained(words[one], words[other])
        yield cosine(self.topic_words, self.topic_words)
        yield same(self.topics)
        holder, engaged = same(self.holder), self.engaged.astype(np.float32)
        yield same(self.stance)
        yield same(self.side)
        yield np.asarray(self.side[one][:, None] + self.side[other][None, :] == 0, dtype=np.float32) * (
            1 - same(self.side)
        )
        yield np.outer(engaged[one], engaged[other])
        yield np.abs(engaged[one][:, None] - engaged[other][None, :])
        yield same(self.speaker)
        article = same(self.article)
        apart = np.abs(self.place[one][:, None] - self.place[other][None, :])
        yield article
        yield article * (apart == 0)
        yield article * (apart == 0) * holder
        near = np.asarray(article * np.exp(-apart / NEAR), dtype=np.float32)
        yield near
        yield near * holder
        yield np.asarray((self.typical[one][:, None] + self.typical[other][None, :]) / 2)
        yield np.asarray(np.minimum(self.typical[one][:, None], self.typical[other][None, :]))


def _without_common(vectors: Floats) -> Floats:
    """Each vector without most of what all have in common."""
    if not len(vectors):
        return vectors
    share = COMMON * len(vectors) / (len(vectors) + FEW_ROWS)
    return _normalized(vectors - share * vectors.mean(axis=0))


def _word_weights(texts: Sequence[str]) -> Floats:
    """The content words of each text, hashed, half as rare as they are in news and half as in these texts."""
    found = [sorted(set(content_concepts(text))) for text in texts]
    counts = Counter(word for words in found for word in words)
    out = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for row, words in enumerate(found):
        for word in words:
            here = math.log((len(texts) + 2) / (counts[word] + 0.5)) / math.log(len(texts) + 2)
            out[row, zlib.crc32(word.encode()) % BUCKETS] = (background_weights().get(word, 1.0) + here) / 2
    return out


def _contained(one: Floats, other: Floats) -> Floats:
    """How much of the lighter text's words the other has."""
    shared = np.sqrt(one) @ np.sqrt(other).T
    least = np.minimum(one.sum(axis=1)[:, None], other.sum(axis=1)[None, :])
    return np.asarray(shared / np.maximum(least, 0.1))


def _normalized(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


def _numbers(values: Sequence[str]) -> Places:
    known = {"": ANY}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.intp)


@lru_cache(maxsize=1)
def _weights() -> tuple[Sequence[float], float]:
    stored = json.loads((DATA / "issues.json").read_text(encoding="utf-8"))
    return [stored["weights"][name] for name in FEATURES], stored["bias"]
