"""Rebuilds `topics.json`: how much each feature tells which phrase of a sentence a position is about.

    python -m tests.benchmarks.quality.topics_train CORPORA FILE

One decision: no label says which words a position is about, but each names its issue. How good a phrase is, is how
near it is to that name, in meaning and in words; the weights are those with which good phrases are chosen. Printed is
how good the chosen ones are on stories left out, beside the best there is and any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks.quality.scene_train import Floats, Label
from tests.benchmarks.quality.score_case import load
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.analysis.positions.stances import read_stance
from workbench.analysis.positions.topic_choice import FEATURES, Row, rank_phrases
from workbench.analysis.text.lexicon import background_weights
from workbench.analysis.text.token_spans import tokens_at
from workbench.analysis.text.words import content_concepts
from workbench.model import Span
from workbench.nlp import pipeline
from workbench.nlp.sentence_encoder import encode

SHARPNESS = 12.0
"""How much likelier the better phrase is to be the one."""
RIDGE, STEPS, RATE = 0.0005, 400, 0.05
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one row."""

    story: str
    features: Floats
    goodness: Floats


def examples(stories: Path) -> Iterator[Example]:
    """Every labelled position that has candidates."""
    for labels in sorted(stories.glob("*/gold_positions.jsonl")):
        rows = load(str(labels))
        for path in sorted(labels.parent.glob("*.txt")):
            entities = find_entities(pipeline.run_models(path.read_text(encoding="utf-8")).doc)
            for row in rows:
                if row["file"] == path.name and (example := _example(labels.parent.name, entities, row)):
                    yield example


def labelled_row(entities: ArticleEntities, label: Label) -> Row:
    """The row of a label, with what the lexicon reads there."""
    sentence, holder = Span(label["start"], label["end"]), label["holder"]
    mentions = [c.span for c in entities.countries_in(sentence) if c.code == holder]
    mentions += [m for p in entities.people if p.country == holder for m in p.mentions if sentence.covers(m)]
    stances = {label["stance"], *label["accept"]}
    read = (read_stance(token) for token in tokens_at(entities.doc, sentence) or ())
    return Row(sentence, holder, mentions, label["stance"], next((r for r in read if r and r.stance in stances), None))


def _example(story: str, entities: ArticleEntities, label: Label) -> Example | None:
    found = rank_phrases(entities, labelled_row(entities, label))
    if not found:
        return None
    return Example(story, np.array([f for _, f in found]), goodness([p.text for p, _ in found], label["issue"]))


def goodness(phrases: Sequence[str], issue: str) -> Floats:
    """How near each phrase is to the name of the issue: half in meaning, half in words by how rare they are."""
    vectors = encode([*phrases, issue])
    return np.array((vectors[:-1] @ vectors[-1]) / 2 + [_overlap(p, issue) / 2 for p in phrases])


def _overlap(one: str, other: str) -> float:
    a, b = set(content_concepts(one)), set(content_concepts(other))
    mass = [sum(background_weights().get(c, 1.0) for c in found) for found in (a & b, a, b)]
    return 2 * mass[0] / (mass[1] + mass[2] or 1.0)


def fit(found: Sequence[Example]) -> Floats:
    """The weights of the features, by Adam: the chances they give are to be those that the goodness gives."""
    weights = np.zeros(found[0].features.shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    data = [(e.features, _chances(SHARPNESS * e.goodness)) for e in found]
    matrix, wanted = np.concatenate([f for f, _ in data]), np.concatenate([w for _, w in data])
    starts = np.cumsum([0, *(len(f) for f, _ in data)])[:-1]
    sizes = np.array([len(f) for f, _ in data])
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chances = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        slope = (wanted - chances) @ matrix / len(data) - RIDGE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights = weights + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return np.asarray(weights)


def _chances(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def report(found: Sequence[Example]) -> None:
    """Print how good the phrases chosen on stories left out are."""
    stories = sorted({e.story for e in found})
    chosen, best, any_of = [], [], []
    for fold in range(FOLDS):
        out = set(stories[fold::FOLDS])
        weights = fit([e for e in found if e.story not in out])
        for e in (e for e in found if e.story in out):
            chosen.append(e.goodness[int((e.features @ weights).argmax())])
            best.append(e.goodness.max())
            any_of.append(e.goodness.mean())
    print(
        f"goodness chosen {np.mean(chosen):.3f} best {np.mean(best):.3f} any {np.mean(any_of):.3f}, {len(found)} rows"
    )


def main(corpora: Path, file: Path) -> None:
    """Learn from the training stories."""
    found = list(examples(corpora / "stories" / "train"))
    report(found)
    stored = {
        "made": "softmax over the phrases of the labelled stories (train); tests/benchmarks/quality/topics_train.py",
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, fit(found), strict=True)},
    }
    file.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
