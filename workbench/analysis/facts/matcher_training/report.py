"""How well a decision tells the pairs of stories."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.analysis.facts.matcher_training.decision import StoryPairs
from workbench.analysis.facts.matcher_training.labelled_stories import NEITHER, SAME
from workbench.analysis.facts.matching import Weights, match_rows
from workbench.nlp.linear_chain import Floats


def report(name: str, stories: Sequence[StoryPairs], first: Weights, second: Weights) -> None:
    """Print mean average precision and mean best F1 of the cosine and of both looks, and the best single threshold."""
    looks: list[list[tuple[float, float]]] = [[], [], []]
    sure, same = [], []
    for story in stories:
        kept = story.labels != NEITHER
        told = story.labels[kept] == SAME
        odds = second.odds(match_rows(story.wording, story.context, story.pairs, story.stated, first))[kept]
        found = (story.context[kept, 0], first.odds(story.wording)[kept], odds)
        for rows, scores in zip(looks, found, strict=True):
            rows.append(ranking(scores, told))
        sure.append(odds)
        same.append(told)
    figures = ("; ".join(f"AP {ap:.3f} F1 {f1:.3f}" for ap, f1 in (np.mean(rows, 0) for rows in looks)),)
    at, f1 = best_threshold(np.concatenate(sure), np.concatenate(same))
    print(f"{name}: cosine, wording, match: {figures[0]}; at one threshold, {at:.2f}: F1 {f1:.3f}", flush=True)


def ranking(scores: Floats, same: np.ndarray) -> tuple[float, float]:
    """Average precision, and the F1 at the best threshold; both of what is among the candidates."""
    hits = same[np.argsort(-scores, kind="stable")]
    right, at = np.cumsum(hits), np.arange(1, len(hits) + 1)
    return float((right / at * hits).sum() / max(1, hits.sum())), float((2 * right / (at + hits.sum())).max())


def best_threshold(odds: Floats, same: np.ndarray) -> tuple[float, float]:
    """The probability from which F1 over all pairs is best, and that F1."""
    order = np.argsort(-odds, kind="stable")
    right = np.cumsum(same[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + same.sum())
    best = int(f1.argmax())
    return float(1 / (1 + np.exp(-odds[order][best]))), float(f1[best])
