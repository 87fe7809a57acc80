"""Rebuilds `pronouns.json`: how much each observation counts when somebody is sought for whom "he" or "she" stands.

    python -m tests.benchmarks.quality.pronouns_train CORPORA FOLDER

One decision: a pronoun of GUM's train part is one choice among the mentions before it and "nobody"; those of the chain
it belongs to are right, alike good. The pronouns before it are taken to be resolved as the corpus has them. FOLDER must
be the data folder of the package: the second round uses what the first has learned.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from tests.benchmarks.quality import gum
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.entities import pronoun_features
from workbench.analysis.entities.article_entities import find_entities
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.pronoun_features import FEATURE_NAMES
from workbench.analysis.entities.pronouns import Candidate, PronounResolver, read_mentions, resolve_pronouns
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span, Speaker
from workbench.nlp import pipeline

Floats = npt.NDArray[np.float64]
Choice = tuple[Floats, Floats]
"""The features of all candidates, and 1 for each that is right."""

GENRES = frozenset(("news", "interview", "bio", "speech", "essay", "fiction", "letter", "court", "podcast"))
RIDGE = 1e-3
STEPS, RATE = 400, 0.05


@dataclass(frozen=True, slots=True)
class _Recorder(PronounResolver):
    """Notes for which pronouns a quote's speaker is sought, and what is known then."""

    asked: dict[int, tuple[Sequence[Speaker], Sequence[Span]]] = field(default_factory=dict)

    def antecedent(self, token: Token, before: Sequence[Speaker] = (), inside: Sequence[Span] = ()) -> Person | None:
        self.asked[token.i] = before, inside
        return PronounResolver.antecedent(self, token, before, inside)


def choices(document: gum.Document, *, quotes: bool) -> Iterator[Choice]:
    """The pronouns of one document with their candidates; `quotes`: with the speaker of the quote before."""
    read = pipeline.run_models(document.text)
    entities = find_entities(read.doc)
    known = resolve_pronouns(entities.doc, entities.text, entities.people)
    recorder = _Recorder(*(getattr(known, f.name) for f in fields(PronounResolver)))
    if quotes:
        find_quotes("", replace(entities, pronouns=recorder), read.attributions)
    found = read_mentions(entities.doc, entities.text, entities.people)
    for span, number in document.pronouns:
        tokens = tokens_at(entities.doc, span)
        if not tokens:
            continue
        candidates = list(found.candidates(tokens[0], *recorder.asked.get(tokens[0].i, ((), ()))))
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
    """Learn from GUM train, first without, then with the quotes that are found; write the weights."""
    documents = list(gum.documents(corpora / "ud-gum" / "en_gum-ud-train.conllu", GENRES))
    for quotes in (False, True):
        found = [choice for document in documents for choice in choices(document, quotes=quotes)]
        weights = zip(FEATURE_NAMES, fit(found), strict=True)
        stored = {
            "made": f"choice model on {len(found)} pronouns of GUM train; tests/benchmarks/quality/pronouns_train.py",
            "weights": {name: round(float(value), 3) for name, value in weights},
        }
        (folder / "pronouns.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
        pronoun_features.forget_weights()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
