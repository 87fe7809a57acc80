"""Rewrites: the same facts in the same order."""

from __future__ import annotations

import pytest

from workbench.analysis.provenance.rewrites import find_rewrites
from workbench.model import Span

DATES = {"A1": "2024-03-01", "A2": "2024-03-02"}


def facts(second: list[int]) -> list[list[tuple[str, Span]]]:
    """Facts of two articles: the first tells them in order, the second at these places."""
    return [[("A1", Span(10 * n, 10 * n + 5)), ("A2", Span(10 * at, 10 * at + 5))] for n, at in enumerate(second)]


def test_facts_in_the_same_order_are_a_rewrite_with_its_stretch() -> None:
    [row] = find_rewrites(facts([0, 1, 2, 3, 4, 5]), {"A1": 12, "A2": 10}, DATES)
    assert (row.article_id, row.kind, row.origin, row.share) == ("A2", "rewrites", "A1", 0.6)
    assert row.span == Span(0, 55)


def test_facts_in_another_order_are_none() -> None:
    assert find_rewrites(facts([5, 3, 1, 4, 0, 2]), {"A1": 12, "A2": 10}, DATES) == ()


def test_few_facts_and_a_small_part_are_none() -> None:
    assert find_rewrites(facts([0, 1, 2, 3]), {"A1": 8, "A2": 8}, DATES) == ()
    assert find_rewrites(facts([0, 1, 2, 3, 4]), {"A1": 40, "A2": 40}, DATES) == ()


def test_the_order_of_the_facts_changes_nothing() -> None:
    found = find_rewrites(facts([0, 1, 2, 3, 4]), {"A1": 9, "A2": 9}, DATES)
    assert find_rewrites(facts([0, 1, 2, 3, 4])[::-1], {"A2": 9, "A1": 9}, DATES) == found


@pytest.mark.parametrize(
    ("dates", "crediting", "clauses", "later"),
    [
        (DATES, {"A2"}, (9, 9), "A2"),
        ({"A2": "2024-03-02"}, {"A1"}, (9, 9), "A2"),
        ({"A2": "2024-03-02"}, {"A2"}, (9, 9), "A1"),
        ({}, set(), (10, 9), "A1"),
        ({}, set(), (9, 9), "A2"),
    ],
)
def test_without_both_dates_who_names_a_source_comes_first(
    dates: dict[str, str], crediting: set[str], clauses: tuple[int, int], later: str
) -> None:
    lengths = dict(zip(("A1", "A2"), clauses, strict=True))
    assert [r.article_id for r in find_rewrites(facts([0, 1, 2, 3, 4, 5]), lengths, dates, crediting)] == [later]
