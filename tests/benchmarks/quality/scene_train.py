"""Rebuilds `scene.json`: how much each feature tells of which country somebody is whose country no text says.

    python -m tests.benchmarks.quality.scene_train CORPORA FILE

One decision: it is learned from two kinds of speakers of the labelled stories. Whose country the text does not say has
the one that the labels give their position; whose it does say is hidden and told from the rest, and counts less, as
those are named by country who are from elsewhere. Printed is how right it is on stories left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.benchmarks.quality.score_case import heads
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.analysis.entities.country_evidence import Evidence, find_evidence
from workbench.analysis.entities.scene import FEATURES, SORTS, Candidate, Scene, sort_of
from workbench.model import Span, Speaker
from workbench.nlp import pipeline

Floats = npt.NDArray[np.float64]
Label = Mapping[str, Any]

LABELLED, HIDDEN = 1.0, 0.3
"""How much a speaker with a label counts, and one whose country was hidden."""
RIDGE, STEPS, RATE = 0.003, 500, 0.09
FOLDS = 11
BESIDE = 60
"""So many characters around the names of somebody are hidden with their country."""
LEAST = {
    "official": 0.7, "politician": 0.7, "expert": 0.75, "private": 0.7, "family": 0.9, "body": 0.7, "source": 0.5,
    "plain": 0.9,
}  # fmt: skip
"""How likely a country must be to be given, of each sort: chosen so that nine in ten are right on stories left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A speaker with the candidates for their country, and the one that it is."""

    story: str
    sort: str
    candidates: Sequence[Candidate]
    country: str
    weight: float


def examples(stories: Path) -> Iterator[Example]:
    """The speakers of all stories whose country the labels or the text give, each about once a page."""
    for labels in sorted(stories.glob("*/gold_positions.jsonl")):
        rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        for path in sorted(labels.parent.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            own = [row for row in rows if row["file"] == path.name and row["attribution"] != "second_hand"]
            yield from _of_article(labels.parent.name, text, own)


def _of_article(story: str, text: str, labels: Sequence[Label]) -> Iterator[Example]:
    read = pipeline.run_models(text)
    entities = find_entities(read.doc)
    seen = set()
    for quote in find_quotes("A1", entities, read.attributions):
        for speaker in quote.speakers:
            if speaker.mention is None or speaker.kind in ("country", "unknown"):
                continue
            place = (speaker.name or speaker.mention_text, speaker.mention.start // 400)
            if place not in seen and (example := _example(story, entities, speaker, labels)):
                seen.add(place)
                yield example


def _example(story: str, entities: ArticleEntities, speaker: Speaker, labels: Sequence[Label]) -> Example | None:
    assert speaker.mention is not None
    words = f"{speaker.role} {speaker.mention_text}"
    sort = sort_of(words, speaker.kind)
    evidence: Sequence[Evidence] = find_evidence(entities.doc, entities.text, entities.people, entities.countries)
    if speaker.known_from.country == "text":
        country, weight = speaker.country, HIDDEN
        evidence = _without(entities, speaker, evidence)
    elif speaker.known_from.country in ("", "presumed"):
        country, weight = _labelled(speaker, labels), LABELLED
    else:
        return None
    if len(country) != 3:
        return None
    found = Scene(entities.text, evidence).candidates(speaker.mention, words, sort)
    return Example(story, sort, found, country, weight)


def _without(entities: ArticleEntities, speaker: Speaker, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence that does not stand in or beside the speaker's own mentions."""
    mentions = [m for p in entities.people if p.name == speaker.name for m in p.mentions]
    hidden = [Span(max(0, m.start - BESIDE), m.end + BESIDE) for m in mentions] + [speaker.mention or Span(0, 0)]
    return [
        e for e in evidence
        if not any(e.span.overlaps(h) for h in (mentions if e.sign == "person" else hidden))
    ]  # fmt: skip


def _labelled(speaker: Speaker, labels: Sequence[Label]) -> str:
    """The one country whose position the labels make the speaker's, or ""."""
    assert speaker.mention is not None
    if speaker.kind == "person":
        found = {row["holder"] for row in labels if row["speaker"] and heads(row["speaker"]) & heads(speaker.name)}
    else:
        named = heads(speaker.name or speaker.mention_text)
        here = (row for row in labels if row["start"] <= speaker.mention.start < row["end"])
        found = {r["holder"] for r in here if r["speaker"] is None or heads(r["speaker"]) & named}
    return str(found.pop()) if len(found) == 1 else ""


def fit(found: Sequence[Example]) -> Floats:
    """The weights of the features: logistic regression over the candidates of each example, by Adam."""
    weights = np.zeros(len(FEATURES))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    data = [(_matrix(e.candidates), _place(e), e.weight) for e in found]
    for step in range(1, STEPS + 1):
        slope = -RIDGE * weights
        for matrix, right, weight in data:
            slope += weight * (matrix[right] - _chances(matrix, weights) @ matrix) / len(data)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights = weights + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def report(found: Sequence[Example]) -> None:
    """Print, for each sort with its threshold, how many are given a country and how many rightly, story left out."""
    stories = sorted({e.story for e in found})
    given: Counter[tuple[float, str, str]] = Counter()
    for fold in range(FOLDS):
        out = set(stories[fold::FOLDS])
        weights = fit([e for e in found if e.story not in out])
        for example in (e for e in found if e.story in out):
            chances = _chances(_matrix(example.candidates), weights)
            code = example.candidates[int(chances.argmax())].code
            given[example.weight, example.sort, "all"] += 1
            if code and chances.max() >= LEAST[example.sort]:
                given[example.weight, example.sort, "given"] += 1
                given[example.weight, example.sort, "right"] += code == example.country
    for weight, kind in ((LABELLED, "labelled"), (HIDDEN, "hidden")):
        for sort in SORTS:
            print(kind, sort, *(f"{what} {given[weight, sort, what]}" for what in ("all", "given", "right")))


def _matrix(candidates: Sequence[Candidate]) -> Floats:
    return np.array([c.features for c in candidates])


def _place(example: Example) -> int:
    """Where the right candidate is; the first, "none of these", where it is no candidate."""
    return next((i for i, c in enumerate(example.candidates) if c.code == example.country), 0)


def _chances(matrix: Floats, weights: Floats) -> Floats:
    scores = matrix @ weights
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def main(corpora: Path, file: Path) -> None:
    """Learn from the training stories."""
    found = list(examples(corpora / "stories" / "train"))
    report(found)
    stored = {
        "made": "logistic regression on the labelled stories (train); tests/benchmarks/quality/scene_train.py",
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, fit(found), strict=True)},
        "least": LEAST,
    }
    file.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
