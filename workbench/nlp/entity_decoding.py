"""From the model's scores to named entities: the best labels of whole words.

Pieces of one word are one label, and an entity goes on only in its own kind: the best such labelling of a window, by
Viterbi's algorithm over O, B and I of every kind.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workbench.nlp.linear_chain import NEVER, Floats, Ints, probabilities

MIN_PROBABILITY = 1e-6
Scores = NDArray[np.float64]
EntitySpan = tuple[int, int, int]
"""First piece, past the last, and the kind by its number."""


def decode_entities(scores: Floats, words: Ints) -> list[EntitySpan]:
    """The entities of one window.

    `scores` (pieces, 1 + 2 * kinds): outside, then begin and inside of every kind; `words`: the word of each piece.
    """
    if not len(words):
        return []
    firsts = np.flatnonzero(np.diff(words, prepend=-1))
    labels = best_labels(*_by_word(np.log(probabilities(scores) + MIN_PROBABILITY), firsts))
    bounds = [*firsts.tolist(), len(words)]
    out: list[EntitySpan] = []
    for at, label in enumerate(labels):
        if label and label % 2 == 0:
            out[-1] = (out[-1][0], bounds[at + 1], out[-1][2])
        elif label:
            out.append((bounds[at], bounds[at + 1], (label - 1) // 2))
    return out


def _by_word(likely: Floats, firsts: Ints) -> tuple[Scores, Scores, Scores]:
    """Mean scores of each word as outside (words,), as beginning and as inside of an entity (words, kinds)."""
    counts = np.diff(np.append(firsts, len(likely)))
    sums = np.add.reduceat(likely, firsts, axis=0) / counts[:, None]
    first = likely[firsts] / counts[:, None]
    inside = sums[:, 2::2]
    return sums[:, 0], inside - first[:, 2::2] + first[:, 1::2], inside


def best_labels(outside: Scores, begin: Scores, inside: Scores) -> list[int]:
    """The best labels: 0, or 1 + 2 * kind for a word that begins an entity, and one more for one that goes on."""
    count, kinds = begin.shape
    now = np.full(1 + 2 * kinds, NEVER)
    now[0], now[1::2] = outside[0], begin[0]
    tops, begun = np.zeros(count, dtype=np.int64), np.zeros((count, kinds), dtype=bool)
    for at in range(1, count):
        tops[at] = now.argmax()
        begun[at] = now[1::2] > now[2::2]
        going = np.where(begun[at], now[1::2], now[2::2]) + inside[at]
        top = now[tops[at]]
        now[0], now[1::2], now[2::2] = top + outside[at], top + begin[at], going
    label = int(now.argmax())
    out = [label]
    for at in range(count - 1, 0, -1):
        on = label and label % 2 == 0
        label = label - int(begun[at, label // 2 - 1]) if on else int(tops[at])
        out.append(label)
    return out[::-1]
