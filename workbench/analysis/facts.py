"""Passages of different articles that state the same thing.

One decision: a pair of clauses is judged by a logistic score over named features (`features.py`) whose weights are data
(`data/match.json`), so that every join can be explained; which pairs are judged comes from an inverted index
(`candidates.py`), and what is joined forms stars around the most central phrasing (`clusters.py`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import mul
from types import MappingProxyType
from typing import Literal

from workbench.analysis.candidates import candidates
from workbench.analysis.clusters import Star, stars
from workbench.analysis.features import FEATURES, Profile, features, more_than_names, profile, weights
from workbench.analysis.lexicon import DATA
from workbench.analysis.phrasing import differences
from workbench.analysis.statements import Place, Stand, pairs
from workbench.model import Clause, Fact, Phrasing

JOIN = 0.4
"""How sure a match must be: the value that is best on SuperPAL dev."""
AGAIN = 0.6
"""How sure it must be for a second passage of an article to count."""
FEWEST_TERMS = 3
"""A clause with fewer content words states too little to be matched."""
STAND = 0.6
"""How sure two clauses at least are alike that state the same stand."""
OPPOSED = 0.4
"""What is left of a match whose stands are another holder's or on another side."""
NOTHING_SAID: Mapping[Place, Stand] = MappingProxyType({})
PART = (0.75, 0.4)
"""A phrasing is partial where at least so much of the shorter is in the longer, and at most so much the other way."""


@dataclass(frozen=True, slots=True)
class _Weights:
    bias: float
    of: tuple[float, ...]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    stored = json.loads((DATA / "match.json").read_text(encoding="utf-8"))
    return _Weights(stored["bias"], tuple(stored["weights"][name] for name in FEATURES))


def score(a: Profile, b: Profile) -> float:
    """How surely two clauses state the same thing, 0 to 1; names alone never decide."""
    return _sure(features(a, b)) if more_than_names(a, b) else 0.0


def _sure(found: Sequence[float]) -> float:
    weigh = _weights()
    return 1 / (1 + math.exp(-weigh.bias - sum(map(mul, weigh.of, found))))


def match(
    clauses: Sequence[Clause],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
    said: Mapping[Place, Stand] = NOTHING_SAID,
) -> tuple[Fact, ...]:
    """The facts that at least two articles state; `order` gives each article's date, `outlets` its outlet, `said` the
    stands that clauses state.
    """
    usable = sorted((c for c in clauses if len(c.terms) >= FEWEST_TERMS), key=lambda c: (c.article_id, c.span))
    idf = weights(usable)
    nodes = _nodes(usable)
    profiles = [profile(node[0], idf) for node in nodes]
    stands = [next((s for c in node if (s := said.get((c.article_id, c.span)))), None) for node in nodes]
    edges = _edges(profiles, nodes, stands)
    found = stars(edges, [frozenset(c.article_id for c in node) for node in nodes])
    facts = (_fact(star, nodes, profiles, order, outlets) for star in found)
    return tuple(sorted((f for f in facts if f), key=lambda f: _place(f.phrasings[0], order, outlets)))


def _nodes(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Clauses of the same words are judged once."""
    same: dict[tuple[object, ...], list[Clause]] = {}
    for clause in clauses:
        same.setdefault((clause.terms, clause.numbers, clause.names, clause.negated), []).append(clause)
    return list(same.values())


def _edges(
    profiles: Sequence[Profile], nodes: Sequence[Sequence[Clause]], stands: Sequence[Stand | None]
) -> dict[int, dict[int, float]]:
    edges: dict[int, dict[int, float]] = {
        n: {} for n, node in enumerate(nodes) if len({c.article_id for c in node}) > 1
    }
    same = set(pairs(stands))
    for a, b in dict.fromkeys((*candidates(profiles), *sorted(same))):
        sure = score(profiles[a], profiles[b])
        one, other = stands[a], stands[b]
        if (a, b) in same:
            sure = STAND + (1 - STAND) * sure
        elif one and other and not one.sides & other.sides:
            sure *= OPPOSED
        alone = len({c.article_id for c in (*nodes[a], *nodes[b])}) == 1
        if sure >= (AGAIN if alone else JOIN):
            edges.setdefault(a, {})[b] = sure
            edges.setdefault(b, {})[a] = sure
    return edges


def _fact(
    star: Star,
    nodes: Sequence[Sequence[Clause]],
    profiles: Sequence[Profile],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
) -> Fact | None:
    centre = profiles[star.centre]
    sure = {star.centre: max(star.members.values(), default=1.0), **star.members}
    passages = [
        Phrasing(c.article_id, c.span, c.text, _relation(centre, profiles[n]), round(p, 3))
        for n, p in sure.items()
        for c in nodes[n]
    ]
    kept = tuple(sorted(_best(passages), key=lambda p: _place(p, order, outlets)))
    if len({p.article_id for p in kept}) < 2:
        return None
    fact = Fact(gist=" ".join(centre.clause.text.split()), kind=centre.clause.kind, phrasings=kept)
    return replace(fact, differences=differences(kept))


def _place(phrasing: Phrasing, order: Mapping[str, str], outlets: Mapping[str, str]) -> tuple[object, ...]:
    article = phrasing.article_id
    return (order.get(article) or "9999", outlets.get(article, ""), article, phrasing.span)


def _relation(centre: Profile, other: Profile) -> Literal["same", "partial"]:
    found = dict(zip(FEATURES, features(centre, other), strict=True))
    return "partial" if found["contained"] >= PART[0] and found["covered"] <= PART[1] else "same"


def _best(passages: Sequence[Phrasing]) -> list[Phrasing]:
    """Of each article the surest passage, and others that are sure and lie elsewhere."""
    kept: list[Phrasing] = []
    for passage in sorted(passages, key=lambda p: (p.article_id, -p.confidence, p.span)):
        own = [k for k in kept if k.article_id == passage.article_id]
        if not own or (passage.confidence >= AGAIN and not any(k.span.overlaps(passage.span) for k in own)):
            kept.append(passage)
    return kept
