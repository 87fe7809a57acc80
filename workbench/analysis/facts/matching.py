"""Whether two wordings state the same thing.

Every pair is judged by a logistic score over named features (`features.py`), so that every join can be explained. What
that leaves in doubt gets a second look: how near the two are in meaning (`nlp/encoder.py`), and whether what stands
around them is told alike too, as it is where articles rewrite one source. All weights are data (`data/match.json`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from workbench.analysis.facts.match_features import FEATURES, Profile, features, more_than_names
from workbench.analysis.facts.position_statements import Stand
from workbench.analysis.text.lexicon import DATA
from workbench.nlp.linear_chain import Floats

Pair = tuple[int, int]
"""Two wordings, the smaller number first."""
Around = tuple[Sequence[int], Sequence[int]]
"""The wordings that stand before one, and those that stand after it."""
Meaning = Callable[[Sequence[int]], Floats]
"""Wordings to a vector each, of length one."""

STAND = 0.6
"""How sure two clauses at least are alike that state the same stand."""
OPPOSED = 0.4
"""What is left of a match whose stands are another holder's or on another side, where other names say so too."""
DOUBTED = 1.0
"""What is taken from its log odds where the two name the same names, so that the stands may be misread."""
NAMES_ONLY = 1.0
"""What is taken from the log odds of a match that rests on names and titles alone: who met is not who called."""
AGREED = 1.5
"""What is added to the log odds of a match that may be none, where both state a stand of one holder and side."""
DOUBT = (0.02, 0.98)
"""Between these scores a pair gets a second look."""
FAINT = 0.002
"""The score from which it gets one where only a likeness is looked for."""
MOST, BUDGET = 12, 12_000
"""For how many pairs of each wording, and for how many wordings of a comparison, meaning is looked at."""
UNKNOWN = 0.5
"""The cosine of pairs whose meaning is not looked at: that of sentences of one story."""


@dataclass(frozen=True, slots=True)
class _Weights:
    bias: float
    of: tuple[float, ...]
    second: tuple[float, float, float]
    """Bias, what the cosine of two meanings weighs, and what stands around them."""


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    stored = json.loads((DATA / "match.json").read_text(encoding="utf-8"))
    second = stored["second"]
    features = tuple(stored["weights"][name] for name in FEATURES)
    return _Weights(stored["bias"], features, (second["bias"], second["meaning"], second["around"]))


def score(a: Profile, b: Profile) -> float:
    """How surely two clauses state the same thing by their features, 0 to 1; names alone count less."""
    weigh = _weights()
    less = 0.0 if more_than_names(a, b) else NAMES_ONLY
    return _sure(weigh.bias + sum(map(mul, weigh.of, features(a, b))) - less)


def weighed(score: float, cosine: float, around: float = 0.0) -> float:
    """The score after a second look, 0 to 1. `around`: how sure the best match is of what stands around the two."""
    bias, meaning, near = _weights().second
    return _sure(_odds(score) + bias + meaning * cosine + near * around)


def _odds(sure: float) -> float:
    kept = min(max(sure, 1e-9), 1 - 1e-9)
    return math.log(kept / (1 - kept))


def _sure(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def judged(
    found: Iterable[Pair],
    profiles: Mapping[int, Profile],
    stands: Mapping[int, Stand],
    same: frozenset[Pair],
    around: Mapping[int, Around],
    meaning: Meaning,
) -> dict[Pair, float]:
    """How surely each pair is the same, 0 to 1. `same`: pairs that state the same stand; they are judged too."""
    scores = {pair: score(profiles[pair[0]], profiles[pair[1]]) for pair in {*found, *same}}
    cosines = _cosines(doubtful(scores), meaning)
    seen = {pair: weighed(sure, cosines.get(pair, UNKNOWN)) for pair, sure in scores.items()}
    out = {}
    for pair in sorted(scores):
        sure = weighed(scores[pair], cosines.get(pair, UNKNOWN), _support(pair, around, seen))
        out[pair] = STAND + (1 - STAND) * sure if pair in same else _opposed(sure, pair, stands, profiles)
    return out


def appraised(
    found: Iterable[Pair], profiles: Mapping[int, Profile], stands: Mapping[int, Stand], meaning: Meaning
) -> dict[Pair, float]:
    """How surely each pair is the same by itself, whatever stands around the two; stands of one holder and side count
    for it, others against it.
    """
    scores = {pair: score(profiles[pair[0]], profiles[pair[1]]) for pair in found}
    cosines = _cosines(doubtful(scores, FAINT), meaning)
    out = {}
    for pair, found_sure in scores.items():
        sure = weighed(found_sure, cosines.get(pair, UNKNOWN))
        one, other = (stands.get(wording) for wording in pair)
        agree = one and other and one.sides & other.sides
        out[pair] = _sure(_odds(sure) + AGREED) if agree else _opposed(sure, pair, stands, profiles)
    return out


def doubtful(scores: Mapping[Pair, float], least: float = DOUBT[0]) -> list[Pair]:
    """The pairs for a second look, the likeliest of each wording, as many as there may be wordings."""
    low, high = least, DOUBT[1]
    count: dict[int, int] = {}
    asked = []
    for pair in sorted((p for p, s in scores.items() if low <= s <= high), key=lambda p: (-scores[p], p)):
        new = sum(wording not in count for wording in pair)
        if len(count) + new <= BUDGET and min(count.get(w, 0) for w in pair) < MOST:
            asked.append(pair)
            for wording in pair:
                count[wording] = count.get(wording, 0) + 1
    return asked


def _cosines(asked: Sequence[Pair], meaning: Meaning) -> dict[Pair, float]:
    wordings = sorted({wording for pair in asked for wording in pair})
    if not wordings:
        return {}
    rows = dict(zip(wordings, meaning(wordings), strict=True))
    return {(a, b): float(rows[a] @ rows[b]) for a, b in asked}


def _support(pair: Pair, around: Mapping[int, Around], seen: Mapping[Pair, float]) -> float:
    """How sure the best match is of what stands before both, or after both."""
    one, other = (around.get(wording, ((), ())) for wording in pair)
    near = ((min(a, b), max(a, b)) for mine, its in zip(one, other, strict=True) for a in mine for b in its)
    return max((seen.get(pair, 0.0) for pair in near), default=0.0)


def _opposed(sure: float, pair: Pair, stands: Mapping[int, Stand], profiles: Mapping[int, Profile]) -> float:
    """What is left of a match where the two state stands that are not the same."""
    one, other = (stands.get(wording) for wording in pair)
    if not (one and other) or one.sides & other.sides:
        return sure
    names = profiles[pair[0]].names, profiles[pair[1]].names
    alike = names[0] and 2 * len(names[0] & names[1]) >= len(names[0] | names[1])
    return _sure(_odds(sure) - DOUBTED) if alike else sure * OPPOSED
