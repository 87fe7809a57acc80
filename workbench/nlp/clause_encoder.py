"""Clauses in their sentences as vectors whose angle says how surely two state the same; the model is `models/facts`.

A sentence is read once for all its clauses, and by itself: what an 8-bit model says depends a little on what else is in
a batch, and a vector must not. A clause is the mean of its word pieces. Loaded on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.model import Span
from workbench.nlp.linear_chain import Floats
from workbench.nlp.onnx_session import open_session
from workbench.nlp.tagger import MODEL as TAGGER

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MODEL = Path(__file__).parent / "models" / "facts"
DIMENSIONS = 128
MAX_PIECES = 96
"""What is read of a sentence, in word pieces."""
ClauseInSentence = tuple[str, Span]
"""A sentence, and where in it a clause stands."""


@dataclass(frozen=True, slots=True)
class _Encoder:
    session: InferenceSession
    tokenizer: Tokenizer

    def run(self, pieces: Encoding) -> Floats:
        """(pieces, DIMENSIONS)."""
        return np.asarray(self.session.run(["hidden"], sentence_inputs([pieces]))[0][0], dtype=np.float32)


@lru_cache(maxsize=1)
def load_tokenizer() -> Tokenizer:
    """The tagger's, which cuts at MAX_PIECES here."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(TAGGER / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=1)
def _encoder() -> _Encoder:
    return _Encoder(open_session(MODEL / "encoder.onnx"), load_tokenizer())


def sentence_inputs(pieces: Sequence[Encoding]) -> dict[str, NDArray[np.int64]]:
    """What the model is given: `ids` and `mask` (sentences, pieces)."""
    shape = len(pieces), max(len(p.ids) for p in pieces)
    ids, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for row, found in enumerate(pieces):
        ids[row, : len(found.ids)], mask[row, : len(found.ids)] = found.ids, 1
    return {"ids": ids, "mask": mask}


def clause_pieces(pieces: Encoding, clause: Span) -> list[int]:
    """The word pieces of a clause; of one that lies behind what was read, the first piece of the sentence."""
    inside = [n for n, (a, b) in enumerate(pieces.offsets) if a < b and a < clause.end and b > clause.start]
    return inside or [0]


def encode(clauses: Sequence[ClauseInSentence]) -> Floats:
    """A row of DIMENSIONS numbers for each clause, of length one: the dot product of two is their cosine."""
    own: dict[str, list[int]] = {}
    for number, (sentence, _) in enumerate(clauses):
        own.setdefault(sentence, []).append(number)
    out = np.zeros((len(clauses), DIMENSIONS), dtype=np.float32)
    for sentence, numbers in own.items():
        pieces = load_tokenizer().encode(sentence)
        hidden = _encoder().run(pieces)
        for number in numbers:
            out[number] = hidden[clause_pieces(pieces, clauses[number][1])].mean(0)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def to_half_precision(rows: Floats) -> list[bytes]:
    """Each vector as it is stored: in half precision."""
    return [row.astype("<f2").tobytes() for row in rows]


def from_half_precision(stored: Sequence[bytes]) -> Floats:
    """A row for each stored vector."""
    return np.frombuffer(b"".join(stored), dtype="<f2").reshape(len(stored), DIMENSIONS).astype(np.float32)
