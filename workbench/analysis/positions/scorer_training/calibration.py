"""How often a position is right that the model finds so likely, and from where on positions are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.positions.candidate_features import STANCE_NAMES
from workbench.analysis.positions.scorer_training.labelled_stories import LabelledArticle
from workbench.analysis.positions.scoring import POLARITIES, confidence_names, confidence_row, possible_stances
from workbench.model import STANCES
from workbench.nlp import position_scorer
from workbench.nlp.linear_chain import Floats
from workbench.nlp.position_scorer import PositionScorer

STEPS, RIDGE = 40, 4.0
FOLDS = 5
FREE = 4
"""The constant and what the model says; the rest only corrects it."""
Matrix = NDArray[np.float64]


def fit_confidence(folder: Path, articles: Sequence[LabelledArticle]) -> dict[str, float]:
    """The weights of the confidence of the model in `folder`, from labelled articles that it was not trained on.

    Printed is how often positions of each confidence are right, where it is fitted on other stories.
    """
    scorer = position_scorer.load(folder)
    found = [(article.story, *row) for article in articles for row in judged(scorer, article)]
    given, right = np.stack([row for _, row, _ in found]).astype(np.float64), np.array([r for *_, r in found], float)
    _print_table(_held_out(given, right, [story for story, *_ in found]), right)
    weights = np.round(logistic_regression(given, right), 4).tolist()
    return dict(zip(confidence_names(), weights, strict=True))


def write_confidence(folder: Path, weights: Mapping[str, float]) -> None:
    """Give a model its weights of the confidence."""
    place = folder / "positions.json"
    settings = json.loads(place.read_text(encoding="utf-8")) | {"confidence": weights}
    place.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _held_out(given: Matrix, right: Matrix, stories: Sequence[str]) -> Matrix:
    """The confidence of each row, fitted on other stories."""
    number = {story: n % FOLDS for n, story in enumerate(dict.fromkeys(stories))}
    fold = np.array([number[story] for story in stories])
    out = np.zeros(len(right))
    for n in set(number.values()):
        out[fold == n] = _logistic(given[fold == n] @ logistic_regression(given[fold != n], right[fold != n]))
    return out


def _print_table(sure: Matrix, right: Matrix) -> None:
    for low in np.arange(0, 1, 0.1):
        here = (sure >= low) & (sure < low + 0.1)
        if here.any():
            print(f"confidence {low:.1f}-{low + 0.1:.1f}: {here.sum()} rows, {right[here].mean():.2f} right")
    print(f"log loss {-np.mean(np.log(np.where(right > 0, sure, 1 - sure))):.4f}")


def judged(scorer: PositionScorer, article: LabelledArticle) -> Iterator[tuple[Floats, bool]]:
    """For each stance that a candidate may take what the confidence is made of, and whether the labels have it."""
    asked = article.questions
    queries = [question.query for question in asked.asked]
    scores = scorer.score(asked.windows, asked.marks, queries)
    for question, score, target in zip(asked.asked, scores, article.targets, strict=True):
        for stance, rule in possible_stances(question, score):
            side = STANCES[stance][0] == POLARITIES
            right = bool(target.stances[STANCE_NAMES.index(stance)] > 0) or bool(target.stances[side].max() == 1)
            yield confidence_row(question, score, stance, rule), right


def logistic_regression(given: Matrix, wanted: Matrix) -> Matrix:
    """The weights of the columns of `given`, by Newton's method, ridge on all but the first four."""
    weights = np.zeros(given.shape[1])
    ridge = np.where(np.arange(given.shape[1]) < FREE, 1e-3, RIDGE)
    for _ in range(STEPS):
        chances = _logistic(given @ weights)
        slope = given.T @ (chances - wanted) + ridge * weights
        curve = (given.T * (chances * (1 - chances))) @ given + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _logistic(x: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-x))
