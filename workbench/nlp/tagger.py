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

from workbench.nlp.attribution_candidates import Candidate, TagLayers, choose, find_candidates, probability
from workbench.nlp.entity_decoding import decode_entities
from workbench.nlp.linear_chain import Floats
from workbench.nlp.onnx_session import open_session
from workbench.nlp.relation_scorer import RelationScorer
from workbench.nlp.syntax_features import Syntax, doc_syntax
from workbench.nlp.windows import Window, split_windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from spacy.tokens import Doc
    from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "models" / "tagger"
BATCH = 8


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
    confidence: float
    """How often an attribution like this one is right, contents and sources."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A named entity: PERSON, ORG, LOC, NORP, FAC, DATE or MISC."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class TaggerOutput:
    """What the model finds in a text, each in text order; attributions by their cues."""

    attributions: tuple[Attribution, ...] = ()
    entities: tuple[NamedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model."""

    folder: Path
    tokenizer: Tokenizer
    kinds: tuple[str, ...]
    window: int
    layers: TagLayers
    relation: RelationScorer
    accept: Floats
    """Weights of a candidate's features: how likely its contents are right."""
    confidence: Floats
    """The same for contents and sources both."""
    least: float

    def tag(self, doc: Doc) -> TaggerOutput:
        """The attributions and entities of a parsed text."""
        return self.tag_text(doc.text, doc_syntax(doc))

    def tag_text(self, text: str, parse: Syntax) -> TaggerOutput:
        """The attributions and entities of `text`, whose parse is given."""
        parts = split_windows(text, parse, self.tokenizer, self.window)
        attributions: list[tuple[int, list[Attribution]]] = []
        named_spans: list[tuple[int, list[NamedSpan]]] = []
        order = sorted(range(len(parts)), key=lambda i: len(parts[i].ids))
        for first in range(0, len(order), BATCH):
            numbers = order[first : first + BATCH]
            batch = [parts[i] for i in numbers]
            tags, named, views = self.score_windows(batch)
            found = find_candidates(batch, tags, views, self.layers, self.relation)
            for row, number in enumerate(numbers):
                likely = choose(found[row], self.accept, self.least)
                attributions.append((number, [self._attribution(batch[row], c) for c in likely]))
                named_spans.append((number, self._entities(batch[row], named[row])))
        return TaggerOutput(
            tuple(a for _, found in sorted(attributions, key=lambda p: p[0]) for a in found),
            tuple(e for _, found in sorted(named_spans, key=lambda p: p[0]) for e in found),
        )

    def score_windows(self, batch: Sequence[Window]) -> tuple[Floats, Floats, Floats]:
        """Tag scores (windows, pieces, layers, 3), entity scores and views, without the special pieces."""
        longest = len(batch[-1].ids) + 2
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        forms, labels, mask = np.zeros_like(ids), np.zeros_like(ids), np.zeros_like(ids)
        for row, window in enumerate(batch):
            count = len(window.ids) + 2
            ids[row, :count] = window.model_ids
            forms[row, :count] = window.model_forms
            labels[row, :count] = window.model_labels
            mask[row, :count] = 1
        given = {"ids": ids, "forms": forms, "labels": labels, "mask": mask}
        found = _session(self.folder).run(["tags", "entities", "views"], given)
        tags, named, views = (np.asarray(f)[:, 1:-1] for f in found)
        return tags, named, views

    def _attribution(self, window: Window, found: Candidate) -> Attribution:
        cue, contents, sources = (
            tuple(TaggedSpan(window.offsets[a][0], window.offsets[b - 1][1], round(float(p), 2)) for (a, b), p in spans)
            for spans in ((found.cue,), found.contents, found.sources)
        )
        return Attribution(cue[0], contents, sources, round(probability(self.confidence, found.features), 2))

    def _entities(self, window: Window, scores: Floats) -> list[NamedSpan]:
        found = decode_entities(scores[: len(window.ids)], window.words)
        return [
            NamedSpan(window.offsets[first][0], window.offsets[past - 1][1], self.kinds[kind])
            for first, past, kind in found
        ]


@lru_cache(maxsize=1)
def _session(folder: Path) -> InferenceSession:
    return open_session(folder / "model.onnx")


@lru_cache(maxsize=1)
def load(folder: Path = MODEL) -> Tagger:
    """The tagger that comes with the program, or the one in another folder; its weights are loaded on first use."""
    from tokenizers import Tokenizer

    settings: dict[str, Any] = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    with np.load(folder / "relation.npz", allow_pickle=False) as weights:
        arrays = {name: weights[name].astype(np.float32) for name in weights.files}
    order = settings["layers"]
    layers = TagLayers(order.index("content"), order.index("cue"), order.index("source"), arrays.pop("tag_steps"))
    accept, sure = (np.array(settings[name], dtype=np.float32) for name in ("accept", "confidence"))
    kinds = tuple(settings["entities"])
    relation = RelationScorer(**arrays)
    return Tagger(
        folder,
        tokenizer,
        kinds,
        settings["window"],
        layers,
        relation,
        accept,
        sure,
        settings["least"],
    )
