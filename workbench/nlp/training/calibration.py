"""Fits how likely a candidate attribution is, from how sure each part of the model is, on PolNeAR dev.

Two logistic regressions over `nlp.attribution_candidates.FEATURES`: whether the contents are right (their words and the
corpus's share half of all that either has), and whether the sources are too. `least` is the probability from which on
keeping candidates gives the best F1. All three go to `tagger.json`; the train split is of no use here, since the model
knows it by heart.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench.nlp import parser, tagger
from workbench.nlp.attribution_candidates import Candidate, choose, find_candidates, probability
from workbench.nlp.linear_chain import Floats
from workbench.nlp.syntax_features import doc_syntax
from workbench.nlp.tagger import Tagger
from workbench.nlp.training.examples import Attribution
from workbench.nlp.training.polnear import read_articles
from workbench.nlp.windows import Window, split_windows

MIN_OVERLAP = 0.5
RIDGE, ROUNDS = 1e-2, 30
THRESHOLDS = tuple(n / 50 for n in range(5, 40))


@dataclass(frozen=True, slots=True)
class Sample:
    """One window with its candidates, and for each which attribution (or -1) it gets right, and whether wholly."""

    found: list[Candidate]
    gold: list[int]
    sourced: list[bool]
    size: int
    """How many attributions of the corpus have their cue here."""


def read_samples(model: Tagger, folder: Path) -> list[list[Sample]]:
    """The windows of each article of a split."""
    out = []
    for _, text, marked in read_articles(folder):
        parts = split_windows(text, doc_syntax(parser.parse(text)), model.tokenizer, model.window)
        tags = [model.score_windows([w]) for w in parts]
        found = [
            find_candidates([w], t[0], t[2], model.layers, model.relation)[0] for w, t in zip(parts, tags, strict=True)
        ]
        out.append([_sample(w, f, marked) for w, f in zip(parts, found, strict=True)])
    return out


def _sample(window: Window, found: list[Candidate], marked: Sequence[Attribution]) -> Sample:
    pieces = [{role: _pieces(window, a.get(role, [])) for role in ("content", "source", "cue")} for a in marked]
    gold, sourced = [], []
    for candidate in found:
        own = {at for span, _ in candidate.contents for at in range(*span)}
        share = [len(own & p["content"]) / len(own | p["content"]) if p["content"] else 0.0 for p in pieces]
        best = int(np.argmax(share)) if share else -1
        right = best >= 0 and share[best] >= MIN_OVERLAP
        mine = {at for span, _ in candidate.sources for at in range(*span)}
        gold.append(best if right else -1)
        sourced.append(right and bool(mine & pieces[best]["source"] or not (mine or pieces[best]["source"])))
    return Sample(found, gold, sourced, sum(bool(p["cue"]) for p in pieces))


def _pieces(window: Window, spans: Sequence[tuple[int, int]]) -> set[int]:
    return {n for n, (at, _) in enumerate(window.offsets) if any(a <= at < b for a, b in spans)}


def fit_logistic_regression(rows: Sequence[tuple[Sequence[float], bool]]) -> Floats:
    """Weights of a logistic regression, by Newton's method with a small ridge."""
    x = np.array([features for features, _ in rows], dtype=np.float64)
    y = np.array([right for _, right in rows], dtype=np.float64)
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights.astype(np.float32)


def f1(data: Sequence[Sample], weights: Floats, least: float) -> float:
    """Contents found, at a threshold."""
    kept = right = 0
    for sample in data:
        cues = {c.cue: n for n, c in enumerate(sample.found)}
        found = [sample.gold[cues[c.cue]] for c in choose(sample.found, weights, least)]
        kept += len(found)
        right += len({g for g in found if g >= 0})
    return 2 * right / max(1, kept + sum(s.size for s in data))


def fit_weights(data: Sequence[Sample]) -> tuple[Floats, Floats, float]:
    """(accept, confidence, least) for the windows given."""
    rows = [(c.features, g >= 0, s) for d in data for c, g, s in zip(d.found, d.gold, d.sourced, strict=True)]
    accept = fit_logistic_regression([(features, right) for features, right, _ in rows])
    least = max(THRESHOLDS, key=lambda at: f1(data, accept, at))
    confidence = fit_logistic_regression([(f, s) for f, _, s in rows if probability(accept, f) >= least])
    return accept, confidence, least


def calibrate(model: Path, split: Path) -> None:
    """Fit on a split of PolNeAR and write to the model; prints what either half gives when the other is fitted on."""
    data = read_samples(tagger.load(model), split)
    halves = [[s for a in data[n::2] for s in a] for n in (0, 1)]
    for own, other in (halves, halves[::-1]):
        accept, _, least = fit_weights(own)
        print(f"fitted on one half, F1 of contents on the other {f1(other, accept, least):.3f} (from {least} on)")
    accept, confidence, least = fit_weights([s for a in data for s in a])
    path = model / "tagger.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings |= {"accept": accept.round(4).tolist(), "confidence": confidence.round(4).tolist(), "least": least}
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"least {least}, accept {accept.round(2)}, confidence {confidence.round(2)}")
