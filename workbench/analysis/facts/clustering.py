"""Pairs that state the same thing into groups that do.

One decision: average linkage. The two groups that are most surely the same on average, over all pairs of clauses of
different articles, become one as long as that average is high enough, so a chain of half-alike clauses cannot join two
facts; who comes first in the case changes nothing. What must link is joined from the start, and what cannot link never
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Edges = Mapping[int, Mapping[int, float]]
Articles = Mapping[int, frozenset[str]]
Pairs = frozenset[tuple[int, int]]
NO_PAIRS: Pairs = frozenset()
MIN_AVERAGE = 0.28
"""How sure two groups must be the same on average to become one: the best F1 of what joins hardly more than eight in a
hundred look-alikes of the labelled stories, each read by an encoder that has not seen it.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """The node that is surest the same as all others, and these, each with how sure it is of another article's."""

    centre: int
    members: Mapping[int, float]


def find_groups(
    edges: Edges, articles: Articles, must_link: Pairs = NO_PAIRS, cannot_link: Pairs = NO_PAIRS
) -> list[Group]:
    """Groups over a graph of matches, each of at least two articles; what no edge tells of two nodes is that they are
    not the same. `articles` gives those of each node, `must_link` and `cannot_link` the pairs that the analyst decided.
    """
    forbidden = cannot_link | {(b, a) for a, b in cannot_link}
    sure = {pair for pair in must_link - forbidden if articles.keys() >= {*pair}}
    known = {node for pair in sure for node in pair}
    linkage = _Linkage({node: {} for node in known} | {**edges}, articles, forbidden)
    linkage.link_surest()
    linkage.link(sure)
    found = (_as_group(own, edges, known, forbidden) for own in linkage.groups())
    return [group for group in found if _count_articles(group, articles) > 1]


def _count_articles(group: Group, articles: Articles) -> int:
    return len(frozenset().union(*(articles[node] for node in (group.centre, *group.members))))


class _Linkage:
    """Groups by the least of their nodes: nodes, articles, and the sum of what is sure between it and each other."""

    def __init__(self, edges: Edges, articles: Articles, forbidden: Pairs) -> None:
        self._nodes = {node: {node} for node in sorted(edges)}
        self._single = {
            node: Counter(articles[node]) if len(articles[node]) == 1 else Counter() for node in self._nodes
        }
        self._sums = {node: dict(edges[node]) for node in self._nodes}
        self._forbidden: dict[int, set[int]] = {node: set() for node in self._nodes}
        for a, b in forbidden:
            if a in self._nodes and b in self._nodes:
                self._forbidden[a].add(b)

    def link(self, known: Iterable[tuple[int, int]]) -> None:
        """Join the groups of what is known to be one."""
        at = {node: group for group, own in self._nodes.items() for node in own}
        for a, b in sorted(known):
            kept, gone = sorted((at[a], at[b]))
            if kept != gone:
                self._join(kept, gone)
                at |= {node: kept for node in self._nodes[kept]}

    def link_surest(self) -> None:
        """Join what is surest, from single nodes until nothing is sure enough."""
        waiting = [
            (-sure, a, b, 0)
            for a, near in self._sums.items()
            for b, sure in near.items()
            if a < b and sure >= MIN_AVERAGE and b not in self._forbidden[a]
        ]
        heapify(waiting)
        joined = dict.fromkeys(self._nodes, 0)
        while waiting:
            _, a, b, age = heappop(waiting)
            if a in self._nodes and b in self._nodes and joined[a] + joined[b] == age:
                self._join(a, b)
                joined[a] += 1
                for other in self._sums[a]:
                    one, two = min(a, other), max(a, other)
                    average = self._average(one, two)
                    if average >= MIN_AVERAGE and not self._forbidden[one] & self._nodes[two]:
                        heappush(waiting, (-average, one, two, joined[one] + joined[two]))

    def _average(self, a: int, b: int) -> float:
        """How sure two groups are the same, over all pairs of their nodes that are not of one article."""
        pairs = len(self._nodes[a]) * len(self._nodes[b])
        fewer, more = self._single[a], self._single[b]
        if len(fewer) > len(more):
            fewer, more = more, fewer
        pairs -= sum([count * more[article] for article, count in fewer.items() if article in more])
        return self._sums[a].get(b, 0.0) / max(1, pairs)

    def _join(self, kept: int, gone: int) -> None:
        self._nodes[kept] |= self._nodes.pop(gone)
        self._single[kept] += self._single.pop(gone)
        self._forbidden[kept] |= self._forbidden.pop(gone)
        sums = self._sums.pop(gone)
        self._sums[kept].pop(gone, None)
        sums.pop(kept, None)
        for other, sure in sums.items():
            self._sums[other].pop(gone)
            self._sums[kept][other] = self._sums[other][kept] = self._sums[kept].get(other, 0.0) + sure

    def groups(self) -> list[set[int]]:
        """The nodes of each group."""
        return list(self._nodes.values())


def _as_group(nodes: set[int], edges: Edges, known: set[int], forbidden: Pairs) -> Group:
    """A group without what cannot link with what is surer."""
    near = {n: {o: sure for o, sure in edges.get(n, {}).items() if o in nodes} for n in nodes}
    ordered = sorted(nodes, key=lambda n: (-sum(near[n].values()), n))
    kept: list[int] = []
    for node in ordered:
        if all((node, other) not in forbidden for other in kept):
            kept.append(node)
    sure = {n: 1.0 if n in known else max(near[n].values(), default=1.0) for n in sorted(kept[1:])}
    return Group(kept[0], sure)


def connected(
    seeds: Iterable[int], pairs_of: Callable[[set[int]], Iterable[tuple[int, int, float]]], links: Pairs = NO_PAIRS
) -> tuple[set[int], dict[tuple[int, int], float]]:
    """The seeds and every node that `links`, or pairs that are sure enough to make two nodes one group, connect with
    one of them; and every pair that has one of these. `pairs_of` gives the pairs of some nodes.
    """
    inside: set[int] = set()
    found: dict[tuple[int, int], float] = {}
    waiting = {*seeds}
    while waiting:
        inside |= waiting
        own = {(a, b): sure for a, b, sure in pairs_of(waiting)}
        found |= own
        strong = {node for pair, sure in own.items() if sure >= MIN_AVERAGE for node in pair}
        waiting = strong.union(*(pair for pair in links if not waiting.isdisjoint(pair))) - inside
    return inside, found
