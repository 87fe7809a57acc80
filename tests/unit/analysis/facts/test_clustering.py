"""Groups: what is the same on average, the analyst's ties, and what a change can reach."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.facts.clustering import MIN_AVERAGE, Group, connected, find_groups

ARTICLES = {n: frozenset({f"A{n}"}) for n in range(6)}


def graph(*edges: tuple[int, int, float]) -> dict[int, dict[int, float]]:
    out: dict[int, dict[int, float]] = {}
    for a, b, sure in edges:
        out.setdefault(a, {})[b] = sure
        out.setdefault(b, {})[a] = sure
    return out


def groups(found: list[Group]) -> set[frozenset[int]]:
    return {frozenset({s.centre, *s.members}) for s in found}


def test_a_chain_of_half_alike_is_not_one_group() -> None:
    chain = graph((0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9))
    assert groups(find_groups(chain, ARTICLES)) == {frozenset({0, 1}), frozenset({2, 3})}


def test_what_was_put_together_is_one_group_whatever_was_found() -> None:
    pairs = graph((0, 1, 0.9), (2, 3, 0.9))
    assert groups(find_groups(pairs, ARTICLES, frozenset({(1, 2)}))) == {frozenset({0, 1, 2, 3})}
    assert groups(find_groups({}, ARTICLES, frozenset({(4, 5)}))) == {frozenset({4, 5})}


def test_what_was_parted_is_in_no_group_together() -> None:
    star = graph((0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7))
    assert groups(find_groups(star, ARTICLES, cannot_link=frozenset({(1, 2)}))) == {frozenset({0, 1})}
    assert groups(find_groups(star, ARTICLES, frozenset({(0, 1)}), frozenset({(0, 1)}))) == {frozenset({0, 2})}


def test_what_lacks_one_edge_of_many_is_still_one_group() -> None:
    most = graph((0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (0, 3, 0.9), (1, 3, 0.9))
    [group] = find_groups(most, ARTICLES)
    assert {group.centre, *group.members} == {0, 1, 2, 3}
    assert group.centre == 0
    assert set(group.members.values()) == {0.9}


def test_clauses_of_one_article_neither_speak_for_nor_against_their_being_one() -> None:
    articles = {0: frozenset({"A"}), 1: frozenset({"B"}), 2: frozenset({"B"})}
    assert groups(find_groups(graph((0, 1, 0.9), (0, 2, 0.9)), articles)) == {frozenset({0, 1, 2})}


def test_a_wording_of_two_articles_is_a_group() -> None:
    assert groups(find_groups({0: {}}, {0: frozenset({"A", "B"})})) == {frozenset({0})}


def test_one_article_alone_is_no_group() -> None:
    assert find_groups(graph((0, 1, 0.9)), {0: frozenset({"A"}), 1: frozenset({"A"})}) == []


SCORED = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]), st.floats(0, 1), max_size=15
)


@given(SCORED, st.randoms(use_true_random=False))
def test_groups_are_apart_and_do_not_depend_on_the_order(scored: dict[tuple[int, int], float], random: Random) -> None:
    edges = [(a, b, sure) for (a, b), sure in scored.items()]
    found = find_groups(graph(*edges), ARTICLES)
    random.shuffle(edges)
    assert groups(find_groups(graph(*edges), ARTICLES)) == groups(found)
    own = [node for group in groups(found) for node in group]
    assert len(own) == len(set(own))
    for group in groups(found):
        inside = [sure for (a, b), sure in scored.items() if {a, b} <= group]
        assert max(inside) >= MIN_AVERAGE


EDGES = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(EDGES, EDGES, EDGES, st.sets(st.integers(0, 12), max_size=3))
def test_connected_is_what_a_walk_finds(
    sure: set[tuple[int, int]], weak: set[tuple[int, int]], links: set[tuple[int, int]], seeds: set[int]
) -> None:
    scored = {**dict.fromkeys(weak, MIN_AVERAGE / 2), **dict.fromkeys(sure, MIN_AVERAGE)}

    def pairs_of(nodes: set[int]) -> list[tuple[int, int, float]]:
        return [(*pair, score) for pair, score in scored.items() if nodes & {*pair}]

    walked, before = set(seeds), None
    while before != walked:
        before = set(walked)
        walked |= {node for pair in sure | links if walked & {*pair} for node in pair}
    inside, found = connected(seeds, pairs_of, frozenset(links))
    assert inside == walked
    assert found == {pair: score for pair, score in scored.items() if walked & {*pair}}
