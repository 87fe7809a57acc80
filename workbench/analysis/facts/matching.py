"""Whether two clauses state the same thing.

Two looks, both logistic over named features, so that every join can be explained. The first is at the two clauses:
their words (`match_features.py`) and how near they are in meaning (`nlp/clause_encoder.py`). The second is at what is
around them: the other clauses of their articles (`pair_context.py`) and the positions that they state. All weights are
data (`data/match.json`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.match_features import FEATURE_NAMES, ClauseProfile, pair_features
from workbench.analysis.facts.pair_context import CONTEXT_NAMES, context_features
from workbench.analysis.facts.position_statements import Sides
from workbench.analysis.text.lexicon import DATA
from workbench.nlp.linear_chain import Floats

WORDING_NAMES = (*FEATURE_NAMES, "meaning")
STATED_NAMES = ("stated_same", "stated_apart")
MATCH_NAMES = ("wording", *WORDING_NAMES, *CONTEXT_NAMES[1:], *STATED_NAMES)
NO_SIDES: Sides = frozenset()
MANY_NAMES, ONLY_NAMES_PENALTY = 3, 2.0
"""What is taken from the log odds where so many names, but next to no other word, are shared: who met is not who
called. The labelled stories have few such lists of names to learn from.
"""
OTHER_HOLDER_PENALTY = 3.0
"""What is taken from the log odds where two clauses state positions, none in common, and share no name: one country's
stand is not another's, whatever else is the same. The labelled stories have next to no such pair to learn from.
"""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression."""

    bias: float
    of: Floats

    def odds(self, features: Floats) -> Floats:
        """(pairs, features) -> log odds."""
        return np.asarray(np.clip(self.bias + features @ self.of, -30.0, 30.0))


@lru_cache(maxsize=1)
def stored_looks() -> tuple[Weights, Weights]:
    """The weights of both looks, as they come with the program."""
    stored = json.loads((DATA / "match.json").read_text(encoding="utf-8"))
    return _read(stored["wording"], WORDING_NAMES), _read(stored["match"], MATCH_NAMES)


def _read(stored: Mapping[str, Any], names: Iterable[str]) -> Weights:
    return Weights(stored["bias"], np.array([stored["weights"][name] for name in names]))


def probability(odds: Floats) -> Floats:
    """Of log odds."""
    return np.asarray(1 / (1 + np.exp(-odds)))


def wording_rows(pairs: Iterable[tuple[ClauseProfile, ClauseProfile]], cosines: Floats) -> Floats:
    """A row of WORDING_NAMES for each pair."""
    rows = [pair_features(a, b) for a, b in pairs]
    return np.column_stack([np.array(rows).reshape(-1, len(FEATURE_NAMES)), cosines])


def wording_scores(pairs: Iterable[tuple[ClauseProfile, ClauseProfile]], cosines: Floats) -> Floats:
    """How surely pairs state the same thing, 0 to 1, by themselves: whatever stands around them."""
    return probability(stored_looks()[0].odds(wording_rows(pairs, cosines)))


def match_rows(
    wording: Floats, context: Floats, pairs: Iterable[Pair], stated: Mapping[int, Sides], first: Weights
) -> Floats:
    """What the second look is at, a row for each pair: the log odds of the first and all features."""
    told = np.array([_stated(stated.get(a, NO_SIDES), stated.get(b, NO_SIDES)) for a, b in pairs])
    return np.column_stack([first.odds(wording), wording, context[:, 1:], told.reshape(-1, len(STATED_NAMES))])


def _shares_only_names(one: ClauseProfile, other: ClauseProfile) -> bool:
    words = (one.weights.keys() & other.weights.keys()) - one.name_words - other.name_words
    return len(one.names & other.names) >= MANY_NAMES and len(words) < 2 and one.action != other.action


def _of_other_holders(rows: Floats) -> Floats:
    return rows[:, MATCH_NAMES.index("stated_apart")] * rows[:, MATCH_NAMES.index("names_apart")]


def _stated(one: Sides, other: Sides) -> tuple[float, float]:
    """Whether both state a position of one holder on one side; whether both state some, but none in common."""
    return float(bool(one & other)), float(bool(one and other) and not one & other)


def match_scores(
    found: Iterable[Pair], table: ClauseTable, profiles: Mapping[int, ClauseProfile], stated: Mapping[int, Sides]
) -> dict[Pair, float]:
    """How surely each pair of clauses of two articles is the same, 0 to 1."""
    first, second = stored_looks()
    out: dict[Pair, float] = {}
    for pairs, places in table.by_articles(found):
        context = context_features(places)
        wording = wording_rows(((profiles[a], profiles[b]) for a, b in pairs), context[:, 0])
        looked_at = match_rows(wording, context, pairs, stated, first)
        only_names = np.array([_shares_only_names(profiles[a], profiles[b]) for a, b in pairs])
        less = ONLY_NAMES_PENALTY * only_names + OTHER_HOLDER_PENALTY * _of_other_holders(looked_at)
        sure = probability(second.odds(looked_at) - less)
        out.update(zip(pairs, sure.tolist(), strict=True))
    return out
