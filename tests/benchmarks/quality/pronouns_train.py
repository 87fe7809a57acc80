"""Rebuilds `pronouns.json`: how much each observation counts when somebody is sought for whom "he" or "she" stands.

    python -m tests.benchmarks.quality.pronouns_train CORPORA FOLDER

One decision: a pronoun of GUM's train part is one choice among the mentions before it and "nobody"; those of the chain
it belongs to are right, alike good. Who is known to be of the other sex is no candidate, so that too little is learned
of those who only fit ill: it counts as much as to fit well. The pronouns before are resolved as the corpus has them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.benchmarks.quality import gum
from workbench.analysis.entities.article_entities import find_entities
from workbench.analysis.entities.pronoun_features import FEATURE_NAMES
from workbench.analysis.entities.pronouns import Candidate, read_mentions
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.nlp import pipeline

Floats = npt.NDArray[np.float64]
Choice = tuple[Floats, Floats]
"""The features of all candidates, and 1 for each that is right."""

GENRES = frozenset(("news", "interview", "bio", "speech", "essay", "fiction", "letter", "court", "podcast"))
RIDGE = 1e-3
STEPS, RATE = 400, 0.05
NOBODY = -1.4
"""What is taken from nobody, since a text names most whom it lets speak."""
LAST_SPEAKER = 3.0
"""What it counts to be the speaker of the quote before, of which GUM says too little: chosen on the train stories."""


def choices(document: gum.Document) -> Iterator[Choice]:
    """The pronouns of one document with their candidates."""
    entities = find_entities(pipeline.run_models(document.text).doc)
    found = read_mentions(entities.doc, entities.text, entities.people)
    for span, number in document.pronouns:
        tokens = tokens_at(entities.doc, span)
        if not tokens:
            continue
        candidates = list(found.candidates(tokens[0]))
        right = [_is_right(c, document, number) for c in candidates]
        if not any(right):
            right = [c.mention is None for c in candidates]
        yield np.array([c.features for c in candidates]), np.array(right, dtype=float)
        chosen = next((c.mention for c, r in zip(candidates, right, strict=True) if r), None)
        if chosen is not None:
            found.resolve(tokens[0], chosen)


def _is_right(candidate: Candidate, document: gum.Document, number: str) -> bool:
    mention = candidate.mention
    if mention is None:
        return False
    if mention.person is not None:
        return any(n.covers(m) or m.covers(n) for m in mention.person.mentions for n in document.named[number])
    return any(s.covers(token_span(mention.root.doc[mention.noun])) for s in document.chains[number])


def fit(found: list[Choice]) -> Floats:
    """Weights of a ridge-regularised choice model: the log of the share that the right candidates have."""
    most = max(len(x) for x, _ in found)
    x = np.zeros((len(found), most, len(FEATURE_NAMES)))
    right, there = np.zeros((len(found), most)), np.zeros((len(found), most), dtype=bool)
    for n, (features, correct) in enumerate(found):
        x[n, : len(features)], right[n, : len(features)], there[n, : len(features)] = features, correct, True
    weights = np.zeros(len(FEATURE_NAMES))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = np.where(there, x @ weights, -np.inf)
        share = np.exp(odds - odds.max(1, keepdims=True))
        of_right = share * right
        missing = share / share.sum(1, keepdims=True) - of_right / of_right.sum(1, keepdims=True)
        slope = np.einsum("nm,nmf->f", missing, x) / len(found) + RIDGE * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def main(corpora: Path, folder: Path) -> None:
    """Learn from GUM train and write the weights."""
    documents = gum.documents(corpora / "ud-gum" / "en_gum-ud-train.conllu", GENRES)
    found = [choice for document in documents for choice in choices(document)]
    weights = dict(zip(FEATURE_NAMES, fit(found), strict=True))
    weights |= {"last_speaker": LAST_SPEAKER, "nobody": weights["nobody"] + NOBODY, "misfits": weights["fits"]}
    stored = {
        "made": f"choice model on {len(found)} pronouns of GUM train; tests/benchmarks/quality/pronouns_train.py",
        "weights": {name: round(float(value), 3) for name, value in weights.items()},
    }
    (folder / "pronouns.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
