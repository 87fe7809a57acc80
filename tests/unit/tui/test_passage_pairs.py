"""Which passages of two articles go together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Article, Span
from workbench.tui.evidence import Page
from workbench.tui.passage_pairs import marks, pair_at, pairs
from workbench.views import Highlight, Row

COPIED = "The minister said that the ferries would stop on Monday."
LEFT = f"Nothing of the kind was ever heard here before. {COPIED} Ten boats lie in port."
RIGHT = f"{COPIED.replace('Monday', 'Tuesday')} A dozen boats lie in port. All else is quite another matter today."


def page(text: str, *facts: tuple[str, str]) -> Page:
    found = tuple(Highlight(Span(at := text.index(words), at + len(words)), "fact", id) for id, words in facts)
    return Page(Row(text[:8], Article(text[:8], "", text), None), found)


def test_phrasings_of_a_fact_and_near_copies_go_together() -> None:
    left, right = page(LEFT, ("f1", "Ten boats")), page(RIGHT, ("f1", "A dozen boats"), ("f2", "quite another"))
    found = pairs(left, right)
    assert [(p.left.of(LEFT), p.right.of(RIGHT), p.fact_id) for p in found] == [
        (COPIED, COPIED.replace("Monday", "Tuesday"), ""),
        ("Ten boats", "A dozen boats", "f1"),
    ]
    at = LEFT.index("ferries")
    assert pair_at(found, 0, Span(at, at + 3)) == 0
    assert pair_at(found, 0, Span(0, 5)) is None
    assert [mark.span.of(RIGHT) for mark in marks(found, 1)][1] == "A dozen boats"


def test_a_sentence_that_is_a_fact_already_is_not_paired_again() -> None:
    left, right = page(LEFT, ("f1", "the ferries would stop")), page(RIGHT, ("f1", "the ferries would stop"))
    assert [pair.fact_id for pair in pairs(left, right)] == ["f1"]


@given(st.text(), st.text())
def test_any_two_texts_give_spans_within_them(left: str, right: str) -> None:
    for pair in pairs(page(f"{LEFT}{left}"), page(f"{right}{RIGHT}")):
        assert pair.left.of(f"{LEFT}{left}").strip()
        assert pair.right.of(f"{right}{RIGHT}").strip()
