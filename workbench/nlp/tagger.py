"""Finds attributions and named entities with the encoder in `models/tagger`.

An attribution is found by its cue: whatever else belongs to it, contents and sources, is what the relation head says
belongs to that cue. Only onnxruntime, tokenizers and numpy are needed; the model is loaded on first use and uses at
most two threads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.nlp import chains
from workbench.nlp.chains import Floats, Ints
from workbench.nlp.pieces import SEP, Window, windows
from workbench.nlp.relation import Relation

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "models" / "tagger"
BATCH = 8
THREADS = 2
CUE = "cue"
CUE_BIAS = 0.0
"""Added to the scores of a cue: a candidate that nothing belongs to is dropped afterwards."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span with the model's mean probability for its pieces being part of it."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the contents and sources that belong to it, in text order."""

    cue: TaggedSpan
    contents: tuple[TaggedSpan, ...]
    sources: tuple[TaggedSpan, ...]


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A named entity: PERSON, ORG, LOC, NORP, FAC, DATE or MISC."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model finds in a text, each in text order; attributions by their cues."""

    attributions: tuple[Attribution, ...] = ()
    entities: tuple[NamedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model."""

    session: InferenceSession
    tokenizer: Tokenizer
    layers: tuple[str, ...]
    roles: tuple[str, ...]
    kinds: tuple[str, ...]
    window: int
    steps: Floats
    relation: Relation

    def read(self, text: str) -> Reading:
        """The attributions and entities of `text`."""
        parts = windows(text, self.tokenizer, self.window)
        attributions: list[tuple[int, list[Attribution]]] = []
        entities: list[tuple[int, list[NamedSpan]]] = []
        order = sorted(range(len(parts)), key=lambda i: len(parts[i].ids))
        for first in range(0, len(order), BATCH):
            numbers = order[first : first + BATCH]
            batch = [parts[i] for i in numbers]
            tags, named, views = self._run(batch)
            attributions += zip(numbers, self._attributions(batch, tags, views), strict=True)
            entities += zip(numbers, (self._entities(w, s) for w, s in zip(batch, named, strict=True)), strict=True)
        return Reading(
            tuple(a for _, found in sorted(attributions, key=lambda p: p[0]) for a in found),
            tuple(e for _, found in sorted(entities, key=lambda p: p[0]) for e in found),
        )

    def _run(self, batch: Sequence[Window]) -> tuple[Floats, Floats, Floats]:
        """Tag scores (windows, pieces, layers, 3), entity scores and views, without the special pieces."""
        longest = len(batch[-1].ids) + 2
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        forms, mask = np.zeros_like(ids), np.zeros_like(ids)
        for row, window in enumerate(batch):
            count = len(window.ids) + 2
            ids[row, :count] = window.model_ids
            forms[row, :count] = window.model_forms
            mask[row, :count] = 1
        found = self.session.run(["tags", "entities", "views"], {"ids": ids, "forms": forms, "mask": mask})
        tags, named, views = (np.asarray(f)[:, 1:-1] for f in found)
        return tags, named, views

    def _attributions(self, batch: Sequence[Window], tags: Floats, views: Floats) -> list[list[Attribution]]:
        lengths = np.array([len(w.ids) for w in batch])
        at = self.layers.index(CUE)
        scores = tags[:, :, at] + np.array([0, CUE_BIAS, CUE_BIAS], dtype=np.float32)
        labels = chains.best(scores, self.steps[at], lengths)
        likely = 1 - chains.marginals(tags[:, :, at], self.steps[at], lengths)[:, :, chains.OUTSIDE]
        cues = [(n, span) for n, row in enumerate(labels) for span in chains.spans(row)]
        found = self._related(batch, views, cues)
        out: list[list[Attribution]] = [[] for _ in batch]
        for (n, cue), roles in zip(cues, found, strict=True):
            if roles["content"]:
                cue_span = _span(batch[n], cue, likely[n])
                out[n].append(Attribution(cue_span, tuple(roles["content"]), tuple(roles["source"])))
        return out

    def _related(
        self, batch: Sequence[Window], views: Floats, cues: Sequence[tuple[int, tuple[int, int]]]
    ) -> list[dict[str, list[TaggedSpan]]]:
        """For each cue (window, pieces) the spans of each role."""
        scores = np.zeros((len(cues), views.shape[1], len(self.roles), 3), dtype=np.float32)
        for n, window in enumerate(batch):
            rows = [row for row, (of, _) in enumerate(cues) if of == n]
            if rows:
                count = len(window.ids)
                spans = [cues[row][1] for row in rows]
                scores[rows, :count] = self.relation.scores(views[n, :count], line_numbers(window), spans)
        lengths = np.array([len(batch[n].ids) for n, _ in cues], dtype=np.int64)
        out: list[dict[str, list[TaggedSpan]]] = [{} for _ in cues]
        for at, role in enumerate(self.roles):
            labels = chains.best(scores[:, :, at], self.relation.steps[at], lengths)
            likely = 1 - chains.marginals(scores[:, :, at], self.relation.steps[at], lengths)[:, :, chains.OUTSIDE]
            for row, (n, _) in enumerate(cues):
                out[row][role] = [_span(batch[n], span, likely[row]) for span in chains.spans(labels[row])]
        return out

    def _entities(self, window: Window, scores: Floats) -> list[NamedSpan]:
        """Entities by the best label of each piece; a label that goes on what did not begin begins it."""
        labels = scores[: len(window.ids)].argmax(-1)
        out: list[NamedSpan] = []
        before = 0
        for at, label in enumerate(labels.tolist()):
            start, end = window.offsets[at]
            if label:
                kind = self.kinds[(label - 1) // 2]
                if before and label % 2 == 0 and out[-1].kind == kind:
                    out[-1] = NamedSpan(out[-1].start, end, out[-1].kind)
                else:
                    out.append(NamedSpan(start, end, kind))
            before = label
        return out


@lru_cache(maxsize=1)
def load() -> Tagger:
    """The tagger that comes with the program."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    settings: dict[str, Any] = json.loads((MODEL / "tagger.json").read_text(encoding="utf-8"))
    options = SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = InferenceSession(str(MODEL / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    with np.load(MODEL / "relation.npz", allow_pickle=False) as weights:
        arrays = {name: weights[name].astype(np.float32) for name in weights.files}
    steps = arrays.pop("tag_steps")
    layers, roles, kinds = (tuple(settings[name]) for name in ("layers", "roles", "entities"))
    return Tagger(session, tokenizer, layers, roles, kinds, settings["window"], steps, Relation(**arrays))


def confidence(cue: TaggedSpan, contents: Sequence[TaggedSpan], sources: Sequence[TaggedSpan]) -> float:
    """How sure the model is of an attribution, 0 to 1."""
    parts = [cue, *contents, *sources]
    return round(min(0.99, min(p.confidence for p in parts)), 2)


def line_numbers(window: Window) -> Ints:
    """The line each piece stands in, counted within the window."""
    out: Ints = np.cumsum(np.array(window.ids) == SEP)
    return out


def _span(window: Window, pieces: tuple[int, int], likely: Floats) -> TaggedSpan:
    first, past = pieces
    return TaggedSpan(window.offsets[first][0], window.offsets[past - 1][1], float(likely[first:past].mean()))
