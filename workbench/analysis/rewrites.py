"""Articles that tell what another tells in the same order, in words of their own.

One decision: a rewrite is known by structure. Facts that two articles share stand in the same order in both where one
was written from the other, or both from one source; independent reports of one event share few facts, in any order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from workbench.model import Lineage, Span

FEWEST = 5
"""So many facts must stand in the same order."""
IN_ORDER = 0.75
"""The part of the shared facts that must."""
SHARE = 0.25
"""The part of the shorter article's clauses that they must be."""
NEAREST = 3
"""With how many earlier articles, those that share most facts, each is compared."""


def rewrites(
    passages: Iterable[Sequence[tuple[str, Span]]],
    clauses: Mapping[str, int],
    places: Sequence[str],
    fresh: Collection[str] | None = None,
) -> tuple[Lineage, ...]:
    """Which article is a rewrite of which: of each the nearest earlier one. `passages`: those of every fact; `clauses`:
    how many each article has; `places`: the articles in order; `fresh`: the articles that are asked for, or all.
    """
    told: dict[str, dict[int, Span]] = defaultdict(dict)
    tellers: list[list[str]] = []
    for number, own in enumerate(passages):
        for article, span in sorted(own, reverse=True):
            told[article][number] = span
        tellers.append(sorted({article for article, _ in own}))
    rank = {article: n for n, article in enumerate(places)}
    out = []
    for article in places if fresh is None else sorted(fresh):
        shared: dict[str, int] = defaultdict(int)
        for number in told.get(article, ()):
            for other in tellers[number]:
                shared[other] += rank.get(other, len(rank)) < rank.get(article, -1)
        near = sorted((o for o, n in shared.items() if n >= FEWEST), key=lambda o: (-shared[o], rank[o]))[:NEAREST]
        found = (_rewrite(article, other, told, clauses) for other in near)
        best = max((row for row in found if row), key=lambda row: row.share, default=None)
        out += [best] if best else []
    return tuple(out)


def _rewrite(
    article: str, origin: str, told: Mapping[str, Mapping[int, Span]], clauses: Mapping[str, int]
) -> Lineage | None:
    both = told[article].keys() & told[origin].keys()
    own = sorted(both, key=lambda fact: told[article][fact])
    order = _rising([told[origin][fact] for fact in own])
    share = len(order) / max(1, min(clauses[article], clauses[origin]))
    if len(order) < FEWEST or len(order) < IN_ORDER * len(both) or share < SHARE:
        return None
    first, last = told[article][own[order[0]]], told[article][own[order[-1]]]
    return Lineage(article, "rewrites", origin, round(min(share, 1.0), 3), Span(first.start, max(first.end, last.end)))


def _rising(spans: Sequence[Span]) -> list[int]:
    """The places of a longest run of spans that rise (patience sorting, Fredman, 1975)."""
    ends: list[Span] = []
    at: list[int] = []
    before: list[int] = []
    for place, span in enumerate(spans):
        n = bisect_left(ends, span)
        ends[n : n + 1], at[n : n + 1] = [span], [place]
        before.append(at[n - 1] if n else -1)
    out, place = [], at[-1] if at else -1
    while place >= 0:
        out.append(place)
        place = before[place]
    return out[::-1]
