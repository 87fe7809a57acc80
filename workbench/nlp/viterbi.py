"""The best sequence of O, B, I labels for scores that were given piece by piece.

The transitions are counted on the training labels (log P(label | label before) - log P(label)); one weight for them is
enough, and O -> I is never taken.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
Floats = NDArray[np.float32]


def log_softmax(scores: Floats) -> Floats:
    """Scores to log probabilities along the last axis."""
    top = scores.max(-1, keepdims=True)
    out: Floats = scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))
    return out


def decode(scores: Floats, transitions: Floats, weight: float = 0.5) -> list[int]:
    """The best label of each piece. `scores` (pieces, 3), `transitions` (3, 3) from row to column."""
    if not len(scores):
        return []
    logp = log_softmax(scores)
    step = weight * transitions
    step[OUTSIDE, INSIDE] = -1e9
    best = logp[0].copy()
    best[INSIDE] = -1e9
    back = []
    for row in logp[1:]:
        paths = best[:, None] + step
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    labels = [int(best.argmax())]
    for pointers in reversed(back):
        labels.append(int(pointers[labels[-1]]))
    return labels[::-1]
