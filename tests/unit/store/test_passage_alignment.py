"""Where the words of one version stand in another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.store.analysis_changes import words_at
from workbench.store.passage_alignment import WordAlignment

TEXT = st.lists(st.sampled_from(["pier", "tug", "Oslo", "“storm”", "the", "of", "12"]), max_size=20).map(" ".join)


def test_a_passage_is_found_where_it_stands_now() -> None:
    old, new = "The tug sank. Five men drowned.", "Oslo - the tug, an old one, sank. Five men drowned."
    words = WordAlignment.between(old, new)

    def there(passage: str) -> str:
        start = old.index(passage)
        span = words.map_passage(words_at(old, [Span(start, start + len(passage))]), len(passage))
        return span.of(new) if span else ""

    assert there("Five men drowned") == "Five men drowned"
    assert there("The tug sank") == "the tug, an old one, sank"
    assert WordAlignment.between(old, "Nothing of it").map_passage(words_at(old, [Span(0, 12)]), 12) is None


@given(TEXT, TEXT)
def test_words_that_move_are_the_same_words(old: str, new: str) -> None:
    for end, span in WordAlignment.between(old, new).places.items():
        word = span.of(new)
        assert old[end - len(word) : end].casefold() == word.casefold()
    everything = words_at(old, [Span(0, len(old))])
    assert WordAlignment.between(old, old).map_words(everything) == everything
