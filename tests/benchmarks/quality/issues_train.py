"""Rebuilds `issues.json`: how much each feature tells whether two positions are on one issue.

    python -m tests.benchmarks.quality.issues_train CORPORA FILE

One decision: it is learned from the labelled positions of the training stories, one for each holder, sentence and side,
read as the analysis reads them: what each is about and its clause are ours, the issue is the label's. Every story
counts alike. Printed is how well stories left out are grouped (B-cubed), by how sharp the chances are made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.quality.scene_train import Floats, Label
from tests.benchmarks.quality.score_case import b_cubed, load
from tests.benchmarks.quality.topics_train import labelled_row
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.analysis.positions.bcubed_grouping import group_rows
from workbench.analysis.positions.issue_likeness import FEATURES, ComparedPositions
from workbench.analysis.positions.topic_choice import choose_topic
from workbench.model import STANCES, Position, Span
from workbench.nlp import pipeline
from workbench.nlp.sentence_encoder import encode

RIDGE, STEPS = 1.0, 12
FOLDS = 4
SHARPNESSES = tuple(n / 10 for n in range(10, 20))
SHARPNESS = 1.7
"""B-cubed is best at 1.3, but where positions are found and not labelled, half of a story is one issue then; here it is
a third, near the quarter that labels have.
"""
Story = tuple[Sequence[Position], Sequence[str]]
"""Positions, and the issue of each."""


def stories(folder: Path) -> Iterator[tuple[str, Story]]:
    """Every labelled story of a folder, its positions as the analysis would give them."""
    for labels in sorted(folder.glob("*/gold_positions.jsonl")):
        found: dict[tuple[str, int, str, int], tuple[Position, str]] = {}
        rows = load(str(labels))
        for path in sorted(labels.parent.glob("*.txt")):
            entities = find_entities(pipeline.run_models(path.read_text(encoding="utf-8")).doc)
            for row in (r for r in rows if r["file"] == path.name):
                key = (path.name, row["start"], row["holder"], STANCES[row["stance"]][0])
                found.setdefault(key, (_position(path.name, entities, row), row["issue"]))
        yield labels.parent.name, ([p for p, _ in found.values()], [issue for _, issue in found.values()])


def _position(article: str, entities: ArticleEntities, label: Label) -> Position:
    evidence = Span(label["start"], label["end"])
    topic, clause = choose_topic(entities, labelled_row(entities, label))
    speaker = label["speaker"] or ""
    return Position(
        article, label["holder"], label["holder"], label["stance"], evidence, clause, evidence.of(entities.text), topic,
        speaker=speaker, level=label["level"],
    )  # fmt: skip


def table(story: Story) -> tuple[Floats, Floats]:
    """The features of all pairs of a story's positions, and whether each is on one issue."""
    rows, issues = story
    everything = np.arange(len(rows))
    upper = np.triu_indices(len(rows), 1)
    found = np.stack([f[upper] for f in ComparedPositions(rows, encode).features(everything, everything)], axis=1)
    named = np.array(issues)
    return found, np.asarray(named[upper[0]] == named[upper[1]], dtype=np.float64)


def fit(tables: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Weights and bias (the last), by Newton's method."""
    matrix = np.concatenate([np.hstack([f, np.ones((len(f), 1))]) for f, _ in tables])
    wanted = np.concatenate([y for _, y in tables])
    counts = np.concatenate([np.full(len(y), 1000 / len(y)) for _, y in tables])
    weights = np.zeros(matrix.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 0
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(matrix @ weights)))
        slope = matrix.T @ (counts * (wanted - chances)) - ridge @ weights
        curve = (matrix * (counts * chances * (1 - chances))[:, None]).T @ matrix + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return np.asarray(weights)


def chances(weights: Floats, story: Story) -> Floats:
    """How likely each two positions are on one issue."""
    everything = np.arange(len(story[0]))
    features = ComparedPositions(story[0], encode).features(everything, everything)
    score = sum(w * f for w, f in zip(weights, features, strict=False))
    return np.asarray(1 / (1 + np.exp(-(score + weights[-1]))), dtype=np.float32)


def report(found: Mapping[str, Story]) -> None:
    """Print how well stories left out are grouped, by sharpness."""
    names = sorted(found)
    tables = {name: table(found[name]) for name in names}
    results: dict[float, list[float]] = {sharpness: [] for sharpness in SHARPNESSES}
    for fold in range(FOLDS):
        out = names[fold::FOLDS]
        weights = fit([tables[n] for n in names if n not in out])
        for name in out:
            likely = chances(weights, found[name])
            for sharpness, scores in results.items():
                groups = group_rows(likely, sharpness).tolist()
                scores.append(b_cubed(list(zip(found[name][1], groups, strict=True)))["b3"])
    for sharpness, scores in results.items():
        print(f"sharpness {sharpness:.1f}: B-cubed {np.mean(scores):.3f}")


def main(corpora: Path, file: Path) -> None:
    """Learn from the training stories."""
    found = dict(stories(corpora / "stories" / "train"))
    report(found)
    weights = fit([table(story) for story in found.values()])
    stored = {
        "made": "logistic regression on the labelled stories (train); tests/benchmarks/quality/issues_train.py",
        "sharpness": SHARPNESS,
        "bias": round(float(weights[-1]), 3),
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=False)},
    }
    file.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
