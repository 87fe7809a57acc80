"""Linear chains over O, B, I: the best labels and how likely each label is, for many chains at once.

The algorithms are Viterbi's and forward-backward with scaling (Rabiner, 1989). A chain never starts with I. Chains of
one call share their transitions; a row of `scores` past its length counts for nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
NEVER = -1e4
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def best_labels(scores: Floats, steps: Floats, lengths: Ints) -> Ints:
    """The best labels (chains, pieces); 0 past a chain's length.

    `scores` (chains, pieces, 3), `steps` (3, 3) from row to column, `lengths` (chains,).
    """
    count, longest, _ = scores.shape
    labels = np.zeros((count, longest), dtype=np.int64)
    if not count or not longest:
        return labels
    rows, into = np.arange(count), steps.T
    now, back = _start(scores), np.zeros((longest, count, 3), dtype=np.int64)
    for at in range(1, longest):
        paths = now[:, None, :] + into
        back[at] = paths.argmax(2)
        onward = paths.max(2) + scores[:, at]
        now = np.where((at < lengths)[:, None], onward, now)
    label = now.argmax(1)
    for at in range(longest - 1, -1, -1):
        inside = at < lengths
        labels[:, at] = np.where(inside, label, OUTSIDE)
        label = np.where(inside, back[at, rows, label], label)
    return labels


def marginals(scores: Floats, steps: Floats, lengths: Ints) -> Floats:
    """P(label) of each piece (chains, pieces, 3), given all scores of its chain; arguments as for `best_labels`."""
    count, longest, _ = scores.shape
    if not count or not longest:
        return np.zeros_like(scores)
    likely = probabilities(scores)
    inside = np.arange(longest) < lengths[:, None]
    likely[~inside] = 1.0
    move = np.exp(steps)
    onward, back = move / move.max(), move.T / move.max()
    forward, backward = np.empty_like(likely), np.ones_like(likely)
    first = likely[:, 0].copy()
    first[:, INSIDE] = 0.0
    forward[:, 0] = first / first.sum(1, keepdims=True)
    for at in range(1, longest):
        now = (forward[:, at - 1] @ onward) * likely[:, at]
        forward[:, at] = now / now.sum(1, keepdims=True)
    for at in range(longest - 2, -1, -1):
        now = (backward[:, at + 1] * likely[:, at + 1]) @ back
        now /= now.sum(1, keepdims=True)
        backward[:, at] = np.where(inside[:, at + 1, None], now, 1.0)
    out: Floats = forward * backward
    out /= out.sum(-1, keepdims=True)
    return out


def probabilities(scores: Floats) -> Floats:
    """Scores to probabilities along the last axis."""
    out: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    out /= out.sum(-1, keepdims=True)
    return out


def label_spans(labels: Ints) -> list[tuple[int, int]]:
    """The stretches (first piece, past the last) that one chain's labels mark: B, and the I after it."""
    row = np.append(labels, OUTSIDE)
    starts = np.flatnonzero(row == BEGIN)
    ends = np.flatnonzero((row != INSIDE)[1:]) + 1
    return [(int(s), int(ends[np.searchsorted(ends, s, side="right")])) for s in starts]


def _start(scores: Floats) -> Floats:
    first = scores[:, 0].copy()
    first[:, INSIDE] = NEVER
    return first
