"""Whether two clauses state the same thing.

Every pair is judged by a logistic score over named features (`match_features.py`), so that every join can be explained.
What that leaves in doubt gets a second look: how near the two are in meaning (`nlp/sentence_encoder.py`), and
whether their contexts are alike too, as they are where articles rewrite one source. All weights are data
(`data/match.json`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from workbench.analysis.facts.match_features import FEATURE_NAMES, ClauseProfile, pair_features, share_more_than_names
from workbench.analysis.facts.position_statements import ClauseStatements
from workbench.analysis.text.lexicon import DATA
from workbench.nlp.linear_chain import Floats

Pair = tuple[int, int]
"""Two clause hashes, the smaller first."""
Context = tuple[Sequence[int], Sequence[int]]
"""The hashes of the clauses before one, and of those after it."""
Embed = Callable[[Sequence[int]], Floats]
"""Clause hashes to a vector each, of length one."""

SAME_STATEMENT_SCORE = 0.6
"""How sure two clauses at least are alike that state the same position."""
OTHER_STATEMENT_FACTOR = 0.4
"""What is left of a match whose positions are another holder's or on another side, where other names say so too."""
OTHER_STATEMENT_PENALTY = 1.0
"""What is taken from its log odds where the two name the same names, so that the positions may be misread."""
NAMES_ONLY_PENALTY = 1.0
"""What is taken from the log odds of a match that rests on names and titles alone: who met is not who called."""
SAME_SIDE_BONUS = 1.5
"""What is added to the log odds of a match that may be none, where both state a position of one holder and side."""
UNCERTAIN = (0.02, 0.98)
"""Between these scores a pair gets a second look."""
MIN_POSSIBLE = 0.002
"""The score from which it gets one where only a likeness is looked for."""
MAX_PAIRS, MAX_EMBEDDED = 12, 12_000
"""For how many pairs of each clause, and for how many clauses of a comparison, meaning is looked at."""
DEFAULT_COSINE = 0.5
"""The cosine of pairs whose meaning is not looked at: that of sentences of one story."""


@dataclass(frozen=True, slots=True)
class _Weights:
    bias: float
    of: tuple[float, ...]
    second: tuple[float, float, float]
    """Bias, what the cosine of two meanings weighs, and what their contexts weigh."""


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    stored = json.loads((DATA / "match.json").read_text(encoding="utf-8"))
    second = stored["second"]
    features = tuple(stored["weights"][name] for name in FEATURE_NAMES)
    return _Weights(stored["bias"], features, (second["bias"], second["meaning"], second["around"]))


def feature_score(a: ClauseProfile, b: ClauseProfile) -> float:
    """How surely two clauses state the same thing by their features, 0 to 1; names alone count less."""
    weigh = _weights()
    less = 0.0 if share_more_than_names(a, b) else NAMES_ONLY_PENALTY
    return _probability(weigh.bias + sum(map(mul, weigh.of, pair_features(a, b))) - less)


def rescore(score: float, cosine: float, context: float = 0.0) -> float:
    """The score after a second look, 0 to 1. `context`: how sure the best match of their contexts is."""
    bias, meaning, near = _weights().second
    return _probability(_log_odds(score) + bias + meaning * cosine + near * context)


def _log_odds(sure: float) -> float:
    kept = min(max(sure, 1e-9), 1 - 1e-9)
    return math.log(kept / (1 - kept))


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def match_scores(
    found: Iterable[Pair],
    profiles: Mapping[int, ClauseProfile],
    statements: Mapping[int, ClauseStatements],
    same: frozenset[Pair],
    context: Mapping[int, Context],
    embed: Embed,
) -> dict[Pair, float]:
    """How surely each pair is the same, 0 to 1. `same`: pairs that state the same position; they are judged too."""
    scores = {pair: feature_score(profiles[pair[0]], profiles[pair[1]]) for pair in {*found, *same}}
    cosines = _cosines(uncertain_pairs(scores), embed)
    seen = {pair: rescore(sure, cosines.get(pair, DEFAULT_COSINE)) for pair, sure in scores.items()}
    out = {}
    for pair in sorted(scores):
        sure = rescore(scores[pair], cosines.get(pair, DEFAULT_COSINE), _context_support(pair, context, seen))
        out[pair] = (
            SAME_STATEMENT_SCORE + (1 - SAME_STATEMENT_SCORE) * sure
            if pair in same
            else _discounted(sure, pair, statements, profiles)
        )
    return out


def possible_match_scores(
    found: Iterable[Pair],
    profiles: Mapping[int, ClauseProfile],
    statements: Mapping[int, ClauseStatements],
    embed: Embed,
) -> dict[Pair, float]:
    """How surely each pair is the same by itself, whatever its context; positions of one holder and side count for it,
    others against it.
    """
    scores = {pair: feature_score(profiles[pair[0]], profiles[pair[1]]) for pair in found}
    cosines = _cosines(uncertain_pairs(scores, MIN_POSSIBLE), embed)
    out = {}
    for pair, found_sure in scores.items():
        sure = rescore(found_sure, cosines.get(pair, DEFAULT_COSINE))
        one, other = (statements.get(clause_hash) for clause_hash in pair)
        agree = one and other and one.sides & other.sides
        out[pair] = (
            _probability(_log_odds(sure) + SAME_SIDE_BONUS) if agree else _discounted(sure, pair, statements, profiles)
        )
    return out


def uncertain_pairs(scores: Mapping[Pair, float], least: float = UNCERTAIN[0]) -> list[Pair]:
    """The pairs for a second look, the likeliest of each clause, as many as there may be clauses."""
    low, high = least, UNCERTAIN[1]
    count: dict[int, int] = {}
    asked = []
    for pair in sorted((p for p, s in scores.items() if low <= s <= high), key=lambda p: (-scores[p], p)):
        new = sum(clause_hash not in count for clause_hash in pair)
        if len(count) + new <= MAX_EMBEDDED and min(count.get(w, 0) for w in pair) < MAX_PAIRS:
            asked.append(pair)
            for clause_hash in pair:
                count[clause_hash] = count.get(clause_hash, 0) + 1
    return asked


def _cosines(asked: Sequence[Pair], embed: Embed) -> dict[Pair, float]:
    clause_hashes = sorted({clause_hash for pair in asked for clause_hash in pair})
    if not clause_hashes:
        return {}
    rows = dict(zip(clause_hashes, embed(clause_hashes), strict=True))
    return {(a, b): float(rows[a] @ rows[b]) for a, b in asked}


def _context_support(pair: Pair, context: Mapping[int, Context], seen: Mapping[Pair, float]) -> float:
    """How sure the best match is of what comes before both, or after both."""
    one, other = (context.get(clause_hash, ((), ())) for clause_hash in pair)
    near = ((min(a, b), max(a, b)) for mine, its in zip(one, other, strict=True) for a in mine for b in its)
    return max((seen.get(pair, 0.0) for pair in near), default=0.0)


def _discounted(
    sure: float, pair: Pair, statements: Mapping[int, ClauseStatements], profiles: Mapping[int, ClauseProfile]
) -> float:
    """What is left of a match where the two state positions that are not the same."""
    one, other = (statements.get(clause_hash) for clause_hash in pair)
    if not (one and other) or one.sides & other.sides:
        return sure
    names = profiles[pair[0]].names, profiles[pair[1]].names
    alike = names[0] and 2 * len(names[0] & names[1]) >= len(names[0] | names[1])
    return _probability(_log_odds(sure) - OTHER_STATEMENT_PENALTY) if alike else sure * OTHER_STATEMENT_FACTOR
