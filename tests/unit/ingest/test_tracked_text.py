"""A text that never forgets where its characters came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import SourceError
from workbench.ingest import tracked_text
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span


def test_edits_compose() -> None:
    tracked = TrackedText.of("one two three").cut([Span(3, 7)]).edit([(Span(0, 3), "ONE")])
    assert tracked.text == "ONE three"
    assert tracked.offsets.span_to_raw(Span(4, 9)) == Span(8, 13)


def test_spans_to_cut_may_overlap_and_come_in_any_order() -> None:
    assert TrackedText.of("abcdef").cut([Span(3, 5), Span(1, 4)]).text == "af"


def test_an_edit_that_changes_nothing_leaves_the_text_itself() -> None:
    tracked = TrackedText.of("abc")
    assert tracked.edit([(Span(0, 1), "a")]) is tracked


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_what_is_left_stands_where_the_map_says(raw: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b, len(raw)), min(max(a, b), len(raw))) for a, b in cuts]
    tracked = TrackedText.of(raw).cut(spans)
    for at, char in enumerate(tracked.text):
        assert tracked.offsets.span_to_raw(Span(at, at + 1)).of(raw) == char


def test_a_text_of_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracked_text, "MAX_EDITS", 3)
    with pytest.raises(SourceError):
        TrackedText.of("a b c d e").cut(Span(at, at + 1) for at in range(1, 9, 2))
