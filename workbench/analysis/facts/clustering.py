"""Pairs that state the same thing into groups that do.

One decision: a group is a star. It holds the phrasing that most others match and only those that match it themselves,
so a chain of half-alike clauses cannot join two facts; who comes first in the case changes nothing. What must link
is joined whatever the machine says, and what cannot link never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

Edges = Mapping[int, Mapping[int, float]]
Articles = Mapping[int, frozenset[str]]
Pairs = frozenset[tuple[int, int]]
NO_PAIRS: Pairs = frozenset()


@dataclass(frozen=True, slots=True)
class Star:
    """A central node and those that match it, each with how surely."""

    centre: int
    members: Mapping[int, float]


def find_stars(
    edges: Edges, articles: Articles, must_link: Pairs = NO_PAIRS, cannot_link: Pairs = NO_PAIRS
) -> list[Star]:
    """Stars over a graph of matches, each of at least two articles; `articles` gives those of each node, `must_link`
    and `cannot_link` the pairs that the analyst decided.
    """
    forbidden = cannot_link | {(b, a) for a, b in cannot_link}
    free = {n: {o: sure for o, sure in near.items() if (n, o) not in forbidden} for n, near in edges.items()}
    found = _assign(free, _choose_centres(free, articles))
    known = (pair for pair in must_link - forbidden if articles.keys() >= {*pair})
    kept = (_drop_cannot_links(star, forbidden) for star in _merge_must_links(found, known))
    return [s for s in kept if _count_articles((s.centre, *s.members), articles) > 1]


def _choose_centres(edges: Edges, articles: Articles) -> list[int]:
    """The nodes that most others match, none of them in reach of one before it, nor left alone by what goes there."""
    weight = {n: _weight(n, near, articles) for n, near in edges.items()}
    centres: list[int] = []
    taken: dict[int, float] = {}
    for node in sorted(edges, key=lambda n: (-weight[n], n)):
        if node not in taken and weight[node] > 0:
            drawn = {n: sure for n, sure in edges[node].items() if sure > taken.get(n, 0.0)}
            if _count_articles((node, *drawn), articles) > 1:
                centres.append(node)
                taken |= {**drawn, node: 1.0}
    return centres


def _count_articles(nodes: Iterable[int], articles: Articles) -> int:
    return len(frozenset().union(*(articles[n] for n in nodes)))


def _weight(node: int, near: Mapping[int, float], articles: Articles) -> float:
    """How much other articles match a node: the best match of each counts once."""
    best: dict[str, float] = {}
    for other, sure in near.items():
        for article in articles[other] - articles[node]:
            best[article] = max(best.get(article, 0.0), sure)
    return sum(best.values()) + len(articles[node]) - 1


def _assign(edges: Edges, centres: Iterable[int]) -> list[Star]:
    """Each node to the centre that it matches best."""
    members: dict[int, dict[int, float]] = {c: {} for c in centres}
    place = {c: n for n, c in enumerate(members)}
    for node, near in sorted(edges.items()):
        reach = [(sure, -place[c], c) for c, sure in near.items() if c in place]
        if node not in place and reach:
            sure, _, centre = max(reach)
            members[centre][node] = sure
    return [Star(c, members[c]) for c in members]


def _merge_must_links(found: Iterable[Star], must_link: Iterable[tuple[int, int]]) -> list[Star]:
    """Stars and single nodes that must link as one star; what comes by such a link is sure."""
    stars = list(found)
    for a, b in sorted(must_link):
        one, other = (_star_of(stars, node) for node in (a, b))
        if one is not other:
            stars = [s for s in stars if s is not one and s is not other]
            large, small = sorted((one, other), key=lambda s: (-len(s.members), s.centre))
            members = {**large.members, **small.members, small.centre: 1.0, a: 1.0, b: 1.0}
            stars.append(Star(large.centre, {n: sure for n, sure in members.items() if n != large.centre}))
    return stars


def _star_of(stars: Iterable[Star], node: int) -> Star:
    return next((s for s in stars if node == s.centre or node in s.members), Star(node, {}))


def _drop_cannot_links(star: Star, forbidden: Pairs) -> Star:
    """The star without members that cannot link with another of it: the less sure one goes, never the centre."""
    kept: dict[int, float] = {}
    for node, sure in sorted(star.members.items(), key=lambda m: (-m[1], m[0])):
        if all((node, other) not in forbidden for other in (star.centre, *kept)):
            kept[node] = sure
    return Star(star.centre, kept)


def connected(pairs: Iterable[tuple[int, int]], seeds: Iterable[int]) -> set[int]:
    """The seeds, and every node that pairs connect with one of them."""
    wanted = np.array(sorted(set(seeds)), dtype=np.int64)
    edges = np.array([*pairs], dtype=np.int64).reshape(-1, 2)
    nodes, ends = np.unique(edges, return_inverse=True)
    one, other = ends.reshape(-1, 2).T
    inside = np.isin(nodes, wanted)
    before = -1
    while (now := int(inside.sum())) != before:
        before = now
        inside[one[inside[other]]] = True
        inside[other[inside[one]]] = True
    return {*wanted.tolist(), *nodes[inside].tolist()}
