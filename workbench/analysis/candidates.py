"""Which clauses are worth comparing: those that share rare words.

One decision: an inverted index over each clause's rarest concepts; a concept that very many clauses have is no reason
to compare, so the cost grows with what is shared and not with the square of the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workbench.analysis.features import Profile

NEAREST = 25
"""How many earlier clauses each clause is compared with at most."""
LEAST = 0.15
"""Cosine over the indexed concepts from which a pair is worth comparing; in ECB+ train nothing below .2 is joined."""
COMMON = 1000
"""A concept that more clauses have leads nowhere."""
RAREST = 10
"""How many concepts of a clause lead to others."""

_Ints = npt.NDArray[np.int32]


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes (later, earlier) that are worth comparing."""
    counts = _counts(profiles)
    keys = [_rarest(p, counts) for p in profiles]
    postings = _postings(keys)
    norms = np.array([p.norm for p in profiles], dtype=np.float32)
    seen: dict[str, int] = dict.fromkeys(postings, 0)
    for later, (profile, own) in enumerate(zip(profiles, keys, strict=True)):
        earlier = [postings[c][: seen[c]] for c in own]
        if any(len(e) for e in earlier):
            squares = np.repeat([profile.weights[c] ** 2 for c in own], [len(e) for e in earlier])
            overlap = np.bincount(np.concatenate(earlier), weights=squares, minlength=1)
            for other in _nearest(overlap / norms[: len(overlap)] / profile.norm):
                yield later, int(other)
        for c in own:
            seen[c] += 1


def _rarest(profile: Profile, counts: Mapping[str, int]) -> list[str]:
    shared = (c for c in profile.weights if 1 < counts[c] <= COMMON)
    return sorted(shared, key=lambda c: (counts[c], c))[:RAREST]


def _counts(profiles: Sequence[Profile]) -> dict[str, int]:
    out: dict[str, int] = {}
    for p in profiles:
        for c in p.weights:
            out[c] = out.get(c, 0) + 1
    return out


def _postings(keys: Sequence[Sequence[str]]) -> dict[str, _Ints]:
    lists: dict[str, list[int]] = {}
    for n, own in enumerate(keys):
        for c in own:
            lists.setdefault(c, []).append(n)
    return {c: np.array(ids, dtype=np.int32) for c, ids in lists.items()}


def _nearest(alike: npt.NDArray[np.float64]) -> Sequence[np.intp]:
    found = np.flatnonzero(alike >= LEAST)
    if len(found) > NEAREST:
        found = found[np.argsort(-alike[found], kind="stable")[:NEAREST]]
    return list(found)
