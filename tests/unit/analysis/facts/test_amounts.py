"""Amounts of two passages: what they count and whether they agree."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.amounts import Amount, counts_same, find_amounts, is_same_amount, may_count_same
from workbench.analysis.text.quantities import find_quantities


def amount(text: str) -> Amount:
    [(found, _)] = find_amounts(text, find_quantities(text))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 3,000 ships", "2,973 ships"),
        ("more than 1,100 ships", "1,134 ships"),
        ("nearly 700 points", "688 points"),
        ("5km away", "three miles away"),
        ("a strip 300 metres wide", "a 1,000-foot strip"),
        ("50,000 crates", "50 000 crates"),
        ("dozens of ships", "more than 50 ships"),
        ("$5.7 billion", "5.7bn dollars"),
        ("eight days", "over eight days"),
    ],
)
def test_figures_that_agree(one: str, other: str) -> None:
    assert is_same_amount(amount(one), amount(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 3,000 ships", "2,400 ships"),
        ("more than 1,100 ships", "1,400 ships"),
        ("roughly 400 ships", "400 ships"),
        ("5km away", "five miles away"),
        ("dozens of ships", "700 ships"),
        ("$5 billion", "€5 billion"),
    ],
)
def test_figures_that_do_not(one: str, other: str) -> None:
    assert not is_same_amount(amount(one), amount(other))


def test_what_is_counted() -> None:
    assert counts_same(amount("14 old ships"), amount("17 ships"))
    assert not counts_same(amount("14 ships"), amount("17 tents"))
    assert counts_same(amount("14 percent of ships"), amount("17 percent"))
    assert may_count_same(amount("1,100 people left"), amount("1,200 protesters left"))
    assert not may_count_same(amount("1,100 people left"), amount("1,200 tents left"))
