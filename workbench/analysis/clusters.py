"""Pairs that state the same thing into groups that do.

One decision: a group is a star. It holds the phrasing that most others match and only those that match it themselves,
so a chain of half-alike clauses cannot join two facts; who comes first in the case changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Edges = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Star:
    """A central node and those that match it, each with how surely."""

    centre: int
    members: Mapping[int, float]


def stars(edges: Edges, groups: Sequence[frozenset[str]]) -> list[Star]:
    """Stars over a graph of matches; `groups` gives each node's articles, and a star spans at least two."""
    weight = {n: _weight(n, near, groups) for n, near in edges.items()}
    order = sorted(edges, key=lambda n: (-weight[n], n))
    centres: list[int] = []
    taken: set[int] = set()
    for node in order:
        if node not in taken and weight[node] > 0:
            free = [n for n in edges[node] if n not in taken]
            if _articles((node, *free), groups) > 1:
                centres.append(node)
                taken.update(free, (node,))
    return [s for s in _assign(edges, centres) if _articles((s.centre, *s.members), groups) > 1]


def _articles(nodes: Iterable[int], groups: Sequence[frozenset[str]]) -> int:
    return len(frozenset().union(*(groups[n] for n in nodes)))


def _weight(node: int, near: Mapping[int, float], groups: Sequence[frozenset[str]]) -> float:
    """How much other articles match a node: the best match of each counts once."""
    best: dict[str, float] = {}
    for other, sure in near.items():
        for article in groups[other] - groups[node]:
            best[article] = max(best.get(article, 0.0), sure)
    return sum(best.values()) + len(groups[node]) - 1


def _assign(edges: Edges, centres: Sequence[int]) -> list[Star]:
    """Each node to the centre that it matches best."""
    members: dict[int, dict[int, float]] = {c: {} for c in centres}
    place = {c: n for n, c in enumerate(centres)}
    for node, near in edges.items():
        reach = [(sure, -place[c], c) for c, sure in near.items() if c in place]
        if node not in place and reach:
            sure, _, centre = max(reach)
            members[centre][node] = sure
    return [Star(c, members[c]) for c in centres]
