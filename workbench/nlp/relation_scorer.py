"""Finds what belongs to a cue: every piece of its window scored as content or source of that cue, with numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.nlp.windows import SEP, Window

EXACT, COARSE = 12, 8
"""So many pieces to either side are told apart one by one; farther ones in so many steps that grow by the half."""
DISTANCE_CLASSES = 2 * (EXACT + COARSE) + 1
LINE_CLASSES = 5
"""Two or more lines before the cue's line, one before, the same, one after, two or more after."""
LABELS = 3
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


def distance_classes(count: int, first: int, past: int) -> Ints:
    """The class, 0 to DISTANCES - 1, of the way from a cue at pieces `first` to `past`, exclusive, to each piece."""
    at = np.arange(count)
    way = np.where(at < first, at - first, np.where(at >= past, at - past + 1, 0))
    size = np.abs(way)
    far = EXACT + np.ceil(np.log(np.maximum(size, 1) / EXACT) / np.log(1.5)).astype(np.int64)
    steps = np.minimum(np.where(size <= EXACT, size, far), EXACT + COARSE)
    out: Ints = np.sign(way) * steps + EXACT + COARSE
    return out


def line_numbers(window: Window) -> Ints:
    """The line each piece stands in, counted within the window."""
    out: Ints = np.cumsum(np.array(window.ids) == SEP)
    return out


def line_classes(line_of: Ints, cue: int) -> Ints:
    """The class, 0 to LINES - 1, of each piece's line as seen from the line of piece `cue`."""
    out: Ints = np.clip(line_of - line_of[cue], -2, 2) + 2
    return out


def place_classes(line_of: Ints, first: int, past: int) -> Ints:
    """LINES * distance + line of each piece, as seen from the cue at pieces `first` to `past`."""
    return distance_classes(len(line_of), first, past) * LINE_CLASSES + line_classes(line_of, first)


@dataclass(frozen=True, slots=True)
class RelationScorer:
    """The relation head's weights.

    `way` (LINES * DISTANCES, width) is what the place of a piece adds to the sum, `path` (PATHS, width) what the way to
    it through the parse adds.
    """

    way: Floats
    path: Floats
    sum_out: Floats
    product_out: Floats
    bias: Floats
    steps: Floats
    """(roles, 3, 3)."""

    def scores(self, views: Floats, window: Window, cues: Sequence[tuple[int, int]]) -> Floats:
        """Scores (cues, pieces, roles, 3) of one window, from its pieces' views (pieces, 2 * (width + match))."""
        line_of = line_numbers(window)
        width, match = len(self.sum_out), len(self.product_out)
        piece, head = views[:, : width + match], views[:, width + match :]
        matched = np.tanh(piece[:, width:])
        out = np.empty((len(cues), len(views), len(self.steps) * LABELS), dtype=np.float32)
        for row, (first, past) in enumerate(cues):
            cue = head[first:past].mean(0)
            summed = piece[:, :width] + cue[:width] + self.way[place_classes(line_of, first, past)]
            summed += self.path[window.paths(first, past)]
            out[row] = _gelu(summed) @ self.sum_out
            out[row] += matched @ (np.tanh(cue[width:, None]) * self.product_out)
        out += self.bias
        return out.reshape(*out.shape[:2], len(self.steps), LABELS)


def _gelu(x: Floats) -> Floats:
    """x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))), in place step by step."""
    out: Floats = x * x
    out *= 0.0356774081
    out += 0.7978845608
    out *= x
    np.tanh(out, out=out)
    out += 1
    out *= x
    out *= 0.5
    return out
