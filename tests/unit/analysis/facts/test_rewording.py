"""What an alignment of two wordings shows."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.rewording import Change, find_changes, is_shortened
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


def test_a_quotation_without_words_at_an_end_is_shortened() -> None:
    assert is_shortened("we will wait", "we will wait for rain")
    assert not is_shortened("we will wait", "we will wait")
    assert not is_shortened("we wait", "we will wait")
