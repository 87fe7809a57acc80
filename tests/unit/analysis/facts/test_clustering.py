"""Groups: stars, the analyst's ties, and what a change can reach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.clustering import Star, connected, find_stars

ARTICLES = {n: frozenset({f"A{n}"}) for n in range(6)}


def graph(*edges: tuple[int, int, float]) -> dict[int, dict[int, float]]:
    out: dict[int, dict[int, float]] = {}
    for a, b, sure in edges:
        out.setdefault(a, {})[b] = sure
        out.setdefault(b, {})[a] = sure
    return out


def groups(found: list[Star]) -> set[frozenset[int]]:
    return {frozenset({s.centre, *s.members}) for s in found}


def test_a_chain_of_half_alike_is_not_one_group() -> None:
    chain = graph((0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9))
    assert groups(find_stars(chain, ARTICLES)) == {frozenset({0, 1}), frozenset({2, 3})}


def test_what_was_put_together_is_one_group_whatever_was_found() -> None:
    pairs = graph((0, 1, 0.9), (2, 3, 0.9))
    assert groups(find_stars(pairs, ARTICLES, frozenset({(1, 2)}))) == {frozenset({0, 1, 2, 3})}
    assert groups(find_stars({}, ARTICLES, frozenset({(4, 5)}))) == {frozenset({4, 5})}


def test_what_was_parted_is_in_no_group_together() -> None:
    star = graph((0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7))
    assert groups(find_stars(star, ARTICLES, cannot_link=frozenset({(1, 2)}))) == {frozenset({0, 1})}
    assert groups(find_stars(star, ARTICLES, frozenset({(0, 1)}), frozenset({(0, 1)}))) == {frozenset({0, 2})}


def test_one_article_alone_is_no_group() -> None:
    assert find_stars(graph((0, 1, 0.9)), {0: frozenset({"A"}), 1: frozenset({"A"})}) == []


EDGES = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(EDGES, st.sets(st.integers(0, 12), max_size=3))
def test_reached_is_what_a_walk_finds(edges: set[tuple[int, int]], seeds: set[int]) -> None:
    found, before = set(seeds), None
    while before != found:
        before = set(found)
        found |= {b for a, b in edges if a in found} | {a for a, b in edges if b in found}
    assert connected(edges, seeds) == found
