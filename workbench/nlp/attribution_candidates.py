"""From the model's scores to attributions: candidates for every possible cue, the likely ones chosen.

A candidate is a cue with what the relation head says belongs to it. How likely it is comes from a logistic regression
over how sure each part of the model is (`training.calibration`); of two candidates that claim the same words the
likelier one keeps them, since a word is said by one speaker in one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.nlp import linear_chain
from workbench.nlp.linear_chain import Floats, Ints
from workbench.nlp.relation_scorer import RelationScorer
from workbench.nlp.windows import FORMS, Window

MIN_CUE_PROBABILITY = 0.1
"""A piece that is part of a cue with less probability starts no candidate."""
SOURCE_TAG_WEIGHT = 0.3
"""How much the tags for sources count beside the relation head's own scores."""
SOURCE_BONUS = 0.8
"""What is added to the score of every beginning of a source: few attributions have none."""
MAX_SHARED = 0.5
"""A content of which a larger part is already another's is dropped."""
DISTANCE_PENALTY = 0.01
"""What each piece between a cue and a source takes from the likelihood of the source."""
FEATURES = ("one", "cue", "content", "support", "quoted", "source", "sourced", "long", "certain")
EDGE = 1e-3
PieceSpan = tuple[int, int]
ScoredSpan = tuple[PieceSpan, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Spans of pieces in one window, each with its mean probability, and what FEATURES say of the whole."""

    cue: ScoredSpan
    contents: tuple[ScoredSpan, ...]
    sources: tuple[ScoredSpan, ...]
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TagLayers:
    """Where content, cue and source stand among the tag layers, and the layers' transitions."""

    content: int
    cue: int
    source: int
    steps: Floats


def find_candidates(
    windows: Sequence[Window], tags: Floats, views: Floats, layers: TagLayers, relation: RelationScorer
) -> list[list[Candidate]]:
    """All candidates of each window; `tags` (windows, pieces, layers, 3) and `views` without the special pieces."""
    lengths = np.array([len(w.ids) for w in windows])
    at, said = layers.cue, layers.content
    certain = linear_chain.best_labels(tags[:, :, at], layers.steps[at], lengths)
    likely = linear_chain.marginals(tags[:, :, at], layers.steps[at], lengths)
    support = 1 - linear_chain.marginals(tags[:, :, said], layers.steps[said], lengths)[:, :, linear_chain.OUTSIDE]
    cues = [(n, c) for n, w in enumerate(windows) for c in _possible_cues(certain[n], likely[n, : len(w.ids)])]
    found = _contents_and_sources(windows, tags, views, cues, layers, relation)
    out: list[list[Candidate]] = [[] for _ in windows]
    for (n, cue), (contents, sources) in zip(cues, found, strict=True):
        if contents:
            sources = _best_source(cue, sources)
            sure = float(1 - likely[n, cue[0] : cue[1], linear_chain.OUTSIDE].mean())
            whole = Candidate((cue, sure), contents, sources, ())
            fixed = bool(certain[n, cue[0]])
            out[n].append(replace(whole, features=_features(windows[n], whole, support[n], fixed=fixed)))
    return out


def choose(found: Sequence[Candidate], weights: Floats, least: float) -> list[Candidate]:
    """The candidates of one window that are likely enough, in text order; no piece of content belongs to two."""
    sure = [float(probability(weights, c.features)) for c in found]
    taken: set[int] = set()
    out = []
    for number in sorted(range(len(found)), key=lambda n: -sure[n]):
        if sure[number] < least:
            break
        contents = []
        for span, likely in found[number].contents:
            own = [at for at in range(*span) if at not in taken]
            if len(own) >= (1 - MAX_SHARED) * (span[1] - span[0]):
                contents.append(((own[0], own[-1] + 1), likely))
        if contents:
            taken.update(at for span, _ in contents for at in range(*span))
            out.append(replace(found[number], contents=tuple(contents)))
    return sorted(out, key=lambda c: c.cue)


def probability(weights: Floats, features: Sequence[float]) -> float:
    """The logistic function of the weighted features."""
    return float(1 / (1 + np.exp(-float(np.dot(weights, features)))))


def _possible_cues(certain: Ints, likely: Floats) -> list[PieceSpan]:
    """The best labels' cues, and beside them every stretch that may be one."""
    out = linear_chain.label_spans(certain[: len(likely)])
    possible = (1 - likely[:, linear_chain.OUTSIDE] > MIN_CUE_PROBABILITY) & (
        certain[: len(likely)] == linear_chain.OUTSIDE
    )
    onward = likely[:, linear_chain.INSIDE] > likely[:, linear_chain.BEGIN]
    labels = np.where(possible, linear_chain.BEGIN, linear_chain.OUTSIDE)
    labels[1:][possible[1:] & possible[:-1] & onward[1:]] = linear_chain.INSIDE
    return out + linear_chain.label_spans(labels)


def _contents_and_sources(
    windows: Sequence[Window],
    tags: Floats,
    views: Floats,
    cues: Sequence[tuple[int, PieceSpan]],
    layers: TagLayers,
    relation: RelationScorer,
) -> list[tuple[tuple[ScoredSpan, ...], tuple[ScoredSpan, ...]]]:
    """The contents and sources of each cue (window, pieces)."""
    scores = np.zeros((len(cues), tags.shape[1], len(relation.steps), 3), dtype=np.float32)
    for n, window in enumerate(windows):
        rows = [row for row, (of, _) in enumerate(cues) if of == n]
        if rows:
            count = len(window.ids)
            own = relation.scores(views[n, :count], window, [cues[row][1] for row in rows])
            own[:, :, 1] += SOURCE_TAG_WEIGHT * tags[n, :count, layers.source]
            own[:, :, 1, linear_chain.BEGIN] += SOURCE_BONUS
            scores[rows, :count] = own
    lengths = np.array([len(windows[n].ids) for n, _ in cues], dtype=np.int64)
    roles = []
    for at, steps in enumerate(relation.steps):
        labels = linear_chain.best_labels(scores[:, :, at], steps, lengths)
        likely = 1 - linear_chain.marginals(scores[:, :, at], steps, lengths)[:, :, linear_chain.OUTSIDE]
        roles.append(
            [
                tuple(_scored(s, row) for s in linear_chain.label_spans(line))
                for line, row in zip(labels, likely, strict=True)
            ]
        )
    return list(zip(*roles, strict=True))


def _best_source(cue: PieceSpan, sources: tuple[ScoredSpan, ...]) -> tuple[ScoredSpan, ...]:
    """The one source of a cue: in "Clinton spoke first. She said" both are found, and "She" is meant."""

    def worth(source: ScoredSpan) -> float:
        (first, past), likely = source
        return likely - DISTANCE_PENALTY * max(first - cue[1], cue[0] - past, 0)

    return (max(sources, key=worth),) if sources else ()


def _scored(span: PieceSpan, likely: Floats) -> ScoredSpan:
    return span, float(likely[span[0] : span[1]].mean())


def _features(window: Window, found: Candidate, support: Floats, *, fixed: bool) -> tuple[float, ...]:
    pieces = [at for span, _ in found.contents for at in range(*span)]
    content = float(np.average([p for _, p in found.contents], weights=[b - a for (a, b), _ in found.contents]))
    quoted = sum(window.forms[at] >= FORMS // 2 for at in pieces) / len(pieces)
    source = float(np.mean([p for _, p in found.sources])) if found.sources else 0.5
    parts = (_logit(found.cue[1]), _logit(content), _logit(float(support[pieces].mean())), quoted, _logit(source))
    return (1.0, *parts, float(bool(found.sources)), float(np.log(len(pieces))), float(fixed))


def _logit(p: float) -> float:
    p = min(max(p, EDGE), 1 - EDGE)
    return float(np.log(p / (1 - p)))
