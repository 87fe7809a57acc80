"""Says of each country or bloc in a sentence whether it takes a stand there, and which, with the model in
`models/positions`.

The encoder reads every window of a text once, with what is known of its pieces; the head reads a sentence as seen from
one holder. A window is read by itself: what an 8-bit model says depends on what else is in a batch, and scores that are
kept for a window must not.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.nlp.linear_chain import Floats
from workbench.nlp.onnx_session import open_session
from workbench.nlp.windows import Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = Path(__file__).parent / "models" / "positions"
MARKS = 3
"""What each piece is marked with: its part in a quote, what the rules read of it, whether it names a holder."""
MAX_QUERIES = 64
"""So many holders are asked for at once."""
KEY = 8
"""Bytes of what stands for a window and all that is asked of it."""
PLACES = ("mentions", "speakers", "cues")
Ints = NDArray[np.int64]
Inputs = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class HolderQuery:
    """A holder in a sentence; places are pieces of its window."""

    window: int
    first: int
    past: int
    """The pieces of the sentence, `past` exclusive."""
    mentions: tuple[int, ...]
    """The pieces that name the holder, or who stands for it."""
    speakers: tuple[int, ...]
    """The pieces that name those whose words the sentence has a part of; of `cues`, what attributes these."""
    cues: tuple[int, ...]
    paths: Ints
    """The class of the way through the parse from the holder to each piece of the sentence, as `syntax_features` has
    it; 0 where the sentence does not name it.
    """
    features: Floats


@dataclass(frozen=True, slots=True)
class HolderScore:
    """What the model says of a holder in a sentence."""

    takes_stand: float
    """How likely it takes one."""
    is_core: float
    """How likely somebody who asks where it stands wants to know."""
    stances: Floats
    """How likely each stance is if it does, in the order of `model.STANCES`; together 1."""
    about: Floats
    """How likely each piece of the sentence is part of what it is about."""


WindowScores = tuple[HolderScore, ...]
"""The scores of all queries in a window."""


@dataclass(frozen=True, slots=True)
class ScoreMemory:
    """The scores of an article's windows from another time: no window is read again of which nothing has changed."""

    known: Mapping[bytes, WindowScores] = field(default_factory=dict)
    used: dict[bytes, WindowScores] = field(default_factory=dict)
    """Those that were asked for."""

    def recall(self, key: bytes, queries: Sequence[HolderQuery]) -> WindowScores | None:
        """What is known of a window, if it is an answer to these queries."""
        found = self.known.get(key, ())
        lengths = [query.past - query.first for query in queries]
        return found if lengths == [len(score.about) for score in found] else None


@dataclass(frozen=True, slots=True)
class PositionScorer:
    """The loaded model."""

    folder: Path
    sure: Floats
    """Weights of what the confidence is made of, `scoring.confidence_row`."""
    least: float
    """The confidence from which a position is shown."""
    digest: bytes
    """What stands for the model, weights and all."""

    def confidence(self, row: Floats) -> float:
        """How often a position of which this is known is right."""
        return float(_sigmoid(row @ self.sure))

    def score(
        self,
        windows: Sequence[Window],
        marks: Sequence[Ints],
        queries: Sequence[HolderQuery],
        memory: ScoreMemory | None = None,
    ) -> list[HolderScore]:
        """A score for each query, in their order; `marks`: (pieces, MARKS) of each window."""
        memory, asked = memory or ScoreMemory(), defaultdict[int, list[int]](list)
        for number, query in enumerate(queries):
            asked[query.window].append(number)
        out: dict[int, HolderScore] = {}
        for window, numbers in asked.items():
            own = [queries[n] for n in numbers]
            key = self._key(windows[window], marks[window], own)
            found = memory.recall(key, own) or self._score_window(windows[window], marks[window], own)
            memory.used[key] = found
            out.update(zip(numbers, found, strict=True))
        return [out[n] for n in range(len(queries))]

    def _score_window(self, window: Window, marks: Ints, queries: Sequence[HolderQuery]) -> WindowScores:
        encoder, head = _sessions(self.folder)
        hidden = encoder.run(["hidden"], window_inputs([window], [marks]))[0]
        out: list[HolderScore] = []
        for start in range(0, len(queries), MAX_QUERIES):
            part = queries[start : start + MAX_QUERIES]
            given = query_inputs(part, [0] * len(part), hidden.shape[1])
            out += _scores(part, *head.run(["scores", "about"], {"hidden": hidden} | given))
        return tuple(out)

    def _key(self, window: Window, marks: Ints, queries: Sequence[HolderQuery]) -> bytes:
        """What stands for all that the model is given with a window, and for the model."""
        digest = blake2b(self.digest, digest_size=KEY)
        arrays: list[NDArray[np.generic]] = [np.array([window.ids, window.forms]), marks]
        for query in queries:
            places = (query.first, query.past, -1, *query.mentions, -1, *query.speakers, -1, *query.cues)
            arrays += [np.array(places), query.paths, query.features]
        for array in arrays:
            digest.update(array.tobytes())
        return digest.digest()


def window_inputs(windows: Sequence[Window], marks: Sequence[Ints]) -> Inputs:
    """What the encoder is given: `ids`, `forms`, `mask` (windows, pieces), `marks` (windows, pieces, MARKS).

    The pieces of a window stand between the two special ones.
    """
    shape = len(windows), 2 + max(len(window.ids) for window in windows)
    ids, forms, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    marked = np.zeros((*shape, MARKS), dtype=np.int64)
    for row, (window, own) in enumerate(zip(windows, marks, strict=True)):
        count = len(window.ids) + 2
        ids[row, :count], forms[row, :count], mask[row, :count] = window.model_ids, window.model_forms, 1
        marked[row, 1 : count - 1] = own
    return {"ids": ids, "forms": forms, "marks": marked, "mask": mask}


def query_inputs(asked: Sequence[HolderQuery], rows: Sequence[int], longest: int) -> Inputs:
    """What the head is given beside the encoder's output; `rows`: that of each query's window in it.

    `mentions`, `speakers`, `cues` (queries, windows' pieces) weigh the pieces, together 1. `pieces`, `inside`, `paths`
    (queries, sentences' pieces): which pieces of all windows one behind the other they are, 1 for those that the
    sentence has, and their classes.
    """
    width, windows = max(query.past - query.first for query in asked), max(rows) + 1
    weights = {name: np.zeros((len(asked), windows * longest), dtype=np.float32) for name in PLACES}
    pieces, paths = np.zeros((len(asked), width), dtype=np.int64), np.zeros((len(asked), width), dtype=np.int64)
    inside = np.zeros((len(asked), width), dtype=np.float32)
    for row, (query, window) in enumerate(zip(asked, rows, strict=True)):
        begin, count = window * longest + 1, query.past - query.first
        for name in PLACES:
            places = getattr(query, name)
            weights[name][row, [begin + at for at in places]] = 1 / max(1, len(places))
        pieces[row, :count] = np.arange(begin + query.first, begin + query.past)
        paths[row, :count], inside[row, :count] = query.paths, 1
    features = np.stack([query.features for query in asked])
    return {**weights, "pieces": pieces, "inside": inside, "paths": paths, "features": features}


def _scores(asked: Sequence[HolderQuery], scores: Floats, about: Floats) -> Iterator[HolderScore]:
    chances, likely = _sigmoid(scores[:, :2]), _sigmoid(about)
    weights = np.exp(scores[:, 2:] - scores[:, 2:].max(1, keepdims=True))
    for row, query in enumerate(asked):
        stances = (weights[row] / weights[row].sum()).astype(np.float16).astype(np.float32)
        about_it = from_steps(to_steps(likely[row, : query.past - query.first]))
        yield HolderScore(float(chances[row, 0]), float(chances[row, 1]), stances, about_it)


def to_steps(chances: Floats) -> NDArray[np.uint8]:
    """Chances in steps of 1/255, as fine as is kept of what a sentence is about."""
    return np.rint(chances * 255).astype(np.uint8)


def from_steps(steps: NDArray[np.uint8]) -> Floats:
    """The chances of `to_steps`."""
    return steps.astype(np.float32) / np.float32(255)


def log_odds(chance: float) -> float:
    """Of a chance, never endless."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), dtype=np.float32)


@lru_cache(maxsize=1)
def _sessions(folder: Path) -> tuple[InferenceSession, InferenceSession]:
    return open_session(folder / "encoder.onnx"), open_session(folder / "head.onnx")


@lru_cache(maxsize=1)
def load(folder: Path = MODEL) -> PositionScorer:
    """The scorer that comes with the program, or the one in another folder; its weights are loaded on first use."""
    settings = json.loads((folder / "positions.json").read_text(encoding="utf-8"))
    digest = blake2b(digest_size=KEY)
    for name in ("encoder.onnx", "head.onnx"):
        digest.update((folder / name).read_bytes())
    sure = np.array([*settings["confidence"].values()], dtype=np.float32)
    return PositionScorer(folder, sure, settings["least"], digest.digest())
