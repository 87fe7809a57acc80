"""What an alignment of two wordings shows."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.rewording import Change, find_changes
from workbench.model import Span

BASE = "The old mill on the river was sold to a bank in Lima last week"


@pytest.mark.parametrize(
    ("other", "kind", "words"),
    [
        (BASE.replace("Lima", "Cusco"), "place", ("Lima", "Cusco")),
        (BASE.replace(" old", ""), "left out", ("old", "")),
        (BASE.replace("the river", "the quiet river"), "added", ("", "quiet")),
    ],
)
def test_a_change_has_a_kind_and_its_words(other: str, kind: str, words: tuple[str, str]) -> None:
    [change] = find_changes(BASE, other)
    assert change.kind == kind
    assert (change.a.of(BASE) if change.a else "", change.b.of(other) if change.b else "") == words


def test_words_in_another_order_are_no_change() -> None:
    assert find_changes("Ships from Peru and Chile left", "Ships from Chile and Peru left") == ()


def test_texts_that_share_too_little_are_one_change() -> None:
    a, b = "The mill was sold", "Frogs glow at night"
    assert find_changes(a, b) == (Change("wording", Span(0, len(a)), Span(0, len(b))),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She flew to Geneva with Mr. Brandt last week", "She flew to Geneva with Brandt last week"),
        ("She wrote to the AP about the mill in Lima", "She wrote to the Associated Press about the mill in Lima"),
        ("The prize went to Lena Brandt last night", "The prize went to Lena Brant last night"),
        ("Russian ships left the port of Lima", "Russia ships left the port of Lima"),
        ("The bank’s buyer left the port of Lima", "The bank's buyer left the port of Lima"),
    ],
)
def test_a_courtesy_title_and_a_name_in_another_spelling_name_nothing(one: str, other: str) -> None:
    assert {change.kind for change in find_changes(one, other)} <= {"wording"}


def test_a_fuller_name_is_no_detail() -> None:
    one = "Brandt told the buyer of the mill that the river is old"
    for fuller in ("Lena Brandt", "President Brandt", "President Lena Brandt"):
        assert find_changes(one, one.replace("Brandt", fuller)) == ()


@pytest.mark.parametrize("idiom", ["in fact", "in turn"])
def test_an_idiom_is_no_place(idiom: str) -> None:
    assert find_changes(BASE, BASE.replace("was sold", f"was, {idiom}, sold")) == ()


def test_who_speaks_is_no_detail() -> None:
    one = "The old mill on the river was sold to a bank in Lima"
    assert find_changes(one, one + ", Brandt told writers") == ()
