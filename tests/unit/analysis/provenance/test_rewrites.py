"""Rewrites: the same facts in the same order."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.analysis.provenance import rewrites
from workbench.model import Lineage, Span

DATES = {"A1": "2024-03-01", "A2": "2024-03-02"}


def facts(second: list[int]) -> list[list[tuple[str, Span]]]:
    """Facts of two articles: the first tells them in order, the second at these places."""
    return [[("A1", Span(10 * n, 10 * n + 5)), ("A2", Span(10 * at, 10 * at + 5))] for n, at in enumerate(second)]


def found_rewrites(*given: Any) -> tuple[Lineage, ...]:
    return tuple(row for row in rewrites.find_rewrites(*given).values() if row)


def test_facts_in_the_same_order_are_a_rewrite_with_its_stretch() -> None:
    [row] = found_rewrites(facts([0, 1, 2, 3, 4, 5]), {"A1": 12, "A2": 10}, DATES)
    assert (row.article_id, row.kind, row.origin, row.share) == ("A2", "rewrites", "A1", 0.6)
    assert row.span == Span(0, 55)


def test_facts_in_another_order_are_none() -> None:
    assert found_rewrites(facts([5, 3, 1, 4, 0, 2]), {"A1": 12, "A2": 10}, DATES) == ()


def test_few_facts_and_a_small_part_are_none() -> None:
    assert found_rewrites(facts([0, 1, 2, 3]), {"A1": 8, "A2": 8}, DATES) == ()
    assert found_rewrites(facts([0, 1, 2, 3, 4]), {"A1": 40, "A2": 40}, DATES) == ()


def test_the_order_of_the_facts_changes_nothing() -> None:
    found = found_rewrites(facts([0, 1, 2, 3, 4]), {"A1": 9, "A2": 9}, DATES)
    assert found_rewrites(facts([0, 1, 2, 3, 4])[::-1], {"A2": 9, "A1": 9}, DATES) == found


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
    assert [r.article_id for r in found_rewrites(facts([0, 1, 2, 3, 4, 5]), lengths, dates, crediting)] == [later]


def test_with_fresh_articles_only_those_are_asked_that_they_may_change() -> None:
    told = [[(article, Span(10 * n, 10 * n + 5)) for article in ("A1", "A2", "A3")] for n in range(6)]
    apart = [[(article, Span(10 * n, 10 * n + 5)) for article in ("A4", "A5")] for n in range(6)]
    lengths = dict.fromkeys(("A1", "A2", "A3", "A4", "A5"), 9)
    days = {article: f"2024-03-0{article[1]}" for article in lengths}
    whole = rewrites.find_rewrites([*told, *apart], lengths, days)
    origins = {article: row.origin for article, row in whole.items() if row}
    assert origins == {"A2": "A1", "A3": "A1", "A5": "A4"}
    fresh = rewrites.find_rewrites([*told, *apart], lengths, days, (), {"A2"})
    assert fresh == {article: whole[article] for article in ("A2", "A3")}
