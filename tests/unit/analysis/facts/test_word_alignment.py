"""Two passages word by word."""

from __future__ import annotations

from hypothesis import given, settings

from tests.unit.analysis.facts.texts import TEXT
from workbench.analysis.facts.word_alignment import align, words


def test_equal_words_are_one_step() -> None:
    [step] = align("The river rose", "the River rose")
    assert step.tag == "equal"


def test_small_words_between_two_changes_do_not_split_them() -> None:
    a, b = "The council sold the old mill to a bank", "The council gave the new hall to a school"
    tags = [(s.tag, s.a.of(a), s.b.of(b)) for s in align(a, b)]
    assert tags == [
        ("equal", "The council", "The council"),
        ("replace", "sold the old mill to a bank", "gave the new hall to a school"),
    ]


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_the_steps_cover_both_texts(a: str, b: str) -> None:
    steps = align(a, b)
    for text, spans in ((a, [s.a for s in steps]), (b, [s.b for s in steps])):
        assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))
        assert all(any(span.covers(w.span) for span in spans) for w in words(text))
    assert all(s.a.of(a).lower().split() == s.b.of(b).lower().split() for s in steps if s.tag == "equal" and a == b)
