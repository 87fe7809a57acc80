"""Finds the content, cue and source spans of attributions with the encoder in `models/tagger`.

Only onnxruntime, tokenizers and numpy are needed; the model is loaded on first use and uses at most two threads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.nlp.pieces import Window, windows
from workbench.nlp.viterbi import BEGIN, INSIDE, OUTSIDE, Floats, decode, log_softmax

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "models" / "tagger"
BATCH = 16
THREADS = 2


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span with the model's mean probability for its pieces being part of it."""

    start: int
    end: int
    confidence: float


Tags = dict[str, list[TaggedSpan]]
"""Layer (content, cue, source) -> its spans in text order."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model."""

    session: InferenceSession
    tokenizer: Tokenizer
    layers: tuple[str, ...]
    window: int
    transitions: Floats

    def tag(self, text: str) -> Tags:
        """The spans of every layer in `text`."""
        found: Tags = {layer: [] for layer in self.layers}
        parts = windows(text, self.tokenizer, self.window)
        for window, scores in zip(parts, self._scores(parts), strict=True):
            for at, layer in enumerate(self.layers):
                labels = decode(scores[:, at], self.transitions[at])
                found[layer] += _spans(window, labels, scores[:, at])
        return found

    def _scores(self, parts: Sequence[Window]) -> list[Floats]:
        """Scores (pieces, layers, 3) of each window; windows of like length share a batch."""
        out: list[Any] = [None] * len(parts)
        order = sorted(range(len(parts)), key=lambda i: len(parts[i].ids))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            longest = len(parts[batch[-1]].ids) + 2
            ids = np.zeros((len(batch), longest), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(batch):
                pieces = parts[i].model_ids
                ids[row, : len(pieces)] = pieces
                mask[row, : len(pieces)] = 1
            (scores,) = self.session.run(["scores"], {"ids": ids, "mask": mask})
            for row, i in enumerate(batch):
                out[i] = scores[row, 1 : len(parts[i].ids) + 1]
        return out


@lru_cache(maxsize=1)
def load() -> Tagger:
    """The tagger that comes with the program."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    settings = json.loads((MODEL / "tagger.json").read_text(encoding="utf-8"))
    options = SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    session = InferenceSession(str(MODEL / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    transitions = np.array(settings["transitions"], dtype=np.float32)
    return Tagger(session, tokenizer, tuple(settings["layers"]), settings["window"], transitions)


def _spans(window: Window, labels: list[int], scores: Floats) -> list[TaggedSpan]:
    probability = np.exp(log_softmax(scores))
    out: list[TaggedSpan] = []
    start = None
    for at, label in enumerate([*labels, OUTSIDE]):
        if start is not None and label != INSIDE:
            inside = 1 - probability[start:at, OUTSIDE]
            out.append(TaggedSpan(window.offsets[start][0], window.offsets[at - 1][1], float(inside.mean())))
            start = None
        if label == BEGIN:
            start = at
    return out
