"""Articles that tell what another tells in the same order, in words of their own.

One decision: a rewrite is known by structure. Facts that two articles share stand in the same order in both where one
was written from the other, or both from one source; independent reports of one event share few facts, in any order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from workbench.model import Lineage, Span

MIN_FACTS = 5
"""So many facts must come in the same order."""
MIN_IN_ORDER = 0.75
"""The part of the shared facts that must."""
MIN_SHARE = 0.25
"""The part of the shorter article's clauses that they must be."""
NEAREST = 3
"""With how many earlier articles, those that share most facts, each is compared."""


def find_rewrites(
    passages: Iterable[Sequence[tuple[str, Span]]],
    clauses: Mapping[str, int],
    dates: Mapping[str, str],
    crediting: Collection[str] = (),
) -> tuple[Lineage, ...]:
    """Which article is a rewrite of which: of each the nearest earlier one. `passages`: those of every fact; `clauses`:
    how many each article has; `crediting`: those that credit a source.
    """
    places: dict[str, dict[int, Span]] = defaultdict(dict)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for number, own in enumerate(passages):
        tellers = {article for article, _ in own if article in clauses}
        for article, span in sorted(own, reverse=True):
            places[article][number] = span
        for article in tellers:
            shared[article].update(tellers - {article})
    near = {a: [o for o, n in others.items() if n >= MIN_FACTS] for a, others in shared.items()}
    key = _sort_keys(near, clauses, dates, crediting)
    out = []
    for article in sorted(near):
        earlier = [other for other in near[article] if key[other] < key[article]]
        nearest = sorted(earlier, key=lambda other: (-shared[article][other], key[other]))[:NEAREST]
        found = (_rewrite(article, other, places, clauses) for other in nearest)
        best = max((row for row in found if row), key=lambda row: row.share, default=None)
        out += [best] if best else []
    return tuple(out)


def _sort_keys(
    near: Mapping[str, Sequence[str]], clauses: Mapping[str, int], dates: Mapping[str, str], crediting: Collection[str]
) -> dict[str, tuple[str, bool, int, str]]:
    """What articles are ordered by: the day, then who credits a source, then the shorter.

    An article without a date is of the first day of those that share facts with it, directly or not: a date that is
    not known makes nobody the later.
    """
    key: dict[str, tuple[str, bool, int, str]] = {}
    for start in near:
        group, waiting = set[str](), [] if start in key else [start]
        while waiting:
            article = waiting.pop()
            waiting += [] if article in group else near[article]
            group.add(article)
        first = min((day for article in group if (day := dates.get(article))), default="")
        key |= {a: (dates.get(a) or first, a not in crediting, clauses[a], a) for a in group}
    return key


def _rewrite(
    article: str, origin: str, places: Mapping[str, Mapping[int, Span]], clauses: Mapping[str, int]
) -> Lineage | None:
    both = places[article].keys() & places[origin].keys()
    own = sorted(both, key=lambda fact: places[article][fact])
    order = _longest_rising([places[origin][fact] for fact in own])
    share = len(order) / max(1, min(clauses[article], clauses[origin]))
    if len(order) < MIN_FACTS or len(order) < MIN_IN_ORDER * len(both) or share < MIN_SHARE:
        return None
    first, last = places[article][own[order[0]]], places[article][own[order[-1]]]
    return Lineage(article, "rewrites", origin, round(min(share, 1.0), 3), Span(first.start, max(first.end, last.end)))


def _longest_rising(spans: Sequence[Span]) -> list[int]:
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
