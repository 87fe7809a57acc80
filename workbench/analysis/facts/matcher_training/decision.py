"""Fits the two looks at a pair (`facts.matching`) to labelled stories."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.facts.article_signatures import clause_hash
from workbench.analysis.facts.case_weights import CaseWeights
from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.match_features import clause_profile
from workbench.analysis.facts.matcher_training.labelled_stories import NEITHER, OTHER, SAME, LabelledStory
from workbench.analysis.facts.matching import MATCH_NAMES, WORDING_NAMES, Weights, match_rows, wording_rows
from workbench.analysis.facts.pair_context import context_features
from workbench.analysis.facts.position_statements import Sides, sides_by_clause
from workbench.analysis.text.words import concept
from workbench.nlp.linear_chain import Floats

RIDGE = 1e-3
STEPS = 60
LOOK_ALIKE_WEIGHT = 20.0
"""How many pairs of different facts a look-alike counts for in what the second look heeds."""


@dataclass(frozen=True, slots=True)
class StoryPairs:
    """The pairs of a story that are worth comparing, with what is looked at of each."""

    pairs: Sequence[Pair]
    labels: NDArray[np.int8]
    look_alikes: NDArray[np.bool_]
    wording: Floats
    context: Floats
    stated: Mapping[int, Sides]


def story_pairs(story: LabelledStory, vectors: Floats) -> StoryPairs:
    """The pairs of a story, by what an encoder that has not seen it says of its clauses."""
    hashes = [clause_hash(clause.text) for clause in story.clauses]
    first = {h: n for n, h in reversed([*enumerate(hashes)])}
    table = ClauseTable(story.signatures, lambda asked: vectors[[first[h] for h in asked]])
    weights = CaseWeights(story.signatures).of(concept(t) for clause in story.clauses for t in clause.terms)
    profiles = {h: clause_profile(story.clauses[n], weights) for h, n in first.items()}
    labels = _labels(story, hashes)
    alike = _pairs_at(story, hashes, np.flatnonzero(story.look_alikes))
    found: list[Pair] = []
    looked: dict[str, list[Floats]] = {"wording": [], "context": []}
    for pairs, places in table.by_articles(table.nearest()):
        context = context_features(places)
        looked["wording"].append(wording_rows([(profiles[a], profiles[b]) for a, b in pairs], context[:, 0]))
        looked["context"].append(context)
        found += pairs
    told = np.array([labels.get(pair, OTHER) for pair in found], dtype=np.int8)
    looks = np.array([pair in alike for pair in found]) & (told == OTHER)
    wording, context = (np.concatenate(rows) for rows in looked.values())
    return StoryPairs(found, told, looks, wording, context, sides_by_clause(story.signatures))


def _pairs_at(story: LabelledStory, hashes: Sequence[int], numbers: NDArray[np.intp]) -> set[Pair]:
    """The pairs of wordings of pairs of clauses."""
    ends = ((hashes[story.one[n]], hashes[story.other[n]]) for n in numbers)
    return {(a, b) if a < b else (b, a) for a, b in ends}


def _labels(story: LabelledStory, hashes: Sequence[int]) -> dict[Pair, int]:
    """What is said of each pair of wordings: that of any of their places is the same fact goes before all else."""
    out: dict[Pair, int] = {}
    for one, other, label in zip(story.one.tolist(), story.other.tolist(), story.labels.tolist(), strict=True):
        a, b = sorted((hashes[one], hashes[other]))
        if label != OTHER and out.get((a, b)) != SAME:
            out[a, b] = label
    return out


def fit_decision(stories: Sequence[StoryPairs]) -> tuple[Weights, Weights]:
    """The weights of both looks; the second heeds most what parts look-alikes, and is as sure as all pairs tell."""
    kept = [(story, np.flatnonzero(story.labels != NEITHER)) for story in stories]
    same = np.concatenate([story.labels[at] == SAME for story, at in kept])
    weights = np.concatenate([np.where(story.look_alikes[at], LOOK_ALIKE_WEIGHT, 1.0) for story, at in kept])
    first = fit(np.concatenate([story.wording[at] for story, at in kept]), same)
    rows = np.concatenate([match_rows(s.wording, s.context, s.pairs, s.stated, first)[at] for s, at in kept])
    second = fit(rows, same, weights)
    sure = fit(second.odds(rows)[:, None], same)
    return first, Weights(float(sure.bias + sure.of[0] * second.bias), sure.of[0] * second.of)


def fit(rows: Floats, same: NDArray[np.bool_], weights: Floats | float = 1.0) -> Weights:
    """A logistic regression, by Newton's method, with a small ridge; `weights`: how many times each row counts."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    x = np.c_[(rows - middle) / spread, np.ones(len(rows))].astype(np.float64)
    beta, penalty = np.zeros(x.shape[1]), np.r_[np.full(rows.shape[1], RIDGE), 0] * len(rows) / 100
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        curve = (x.T * (weights * p * (1 - p))) @ x + np.diag(penalty + 1e-6)
        beta -= np.linalg.solve(curve, x.T @ (weights * (p - same)) + penalty * beta)
    found = beta[:-1] / spread
    return Weights(float(beta[-1] - found @ middle), found)


def write_decision(first: Weights, second: Weights, target: Path) -> None:
    """Write the weights as `matching` reads them."""
    made = "python -m workbench.analysis.facts.matcher_training.run"
    looks = {"wording": _stored(first, WORDING_NAMES), "match": _stored(second, MATCH_NAMES)}
    target.write_text(json.dumps({"made": made, **looks}, indent=1) + "\n", encoding="utf-8")


def _stored(found: Weights, names: Sequence[str]) -> dict[str, object]:
    weights = {name: round(float(value), 4) for name, value in zip(names, found.of, strict=True)}
    return {"bias": round(found.bias, 4), "weights": weights}
