"""Places as programs count them."""

from __future__ import annotations

import pytest

from workbench.ingest.annotations.counting import Counting, place_of
from workbench.ingest.annotations.refi_counting import best_counting, selected

TEXT = "\ufeff𠮷é one\r\ntwo three"
"""A mark, a letter of two UTF-16 units and four bytes, one of two bytes, a line end of two characters."""
AT = TEXT.index("two")


@pytest.mark.parametrize(
    ("counting", "offset"),
    [
        (Counting("code points", mark_counts=True), 9),
        (Counting("code points"), 8),
        (Counting("code points", line_end_is_one=True), 7),
        (Counting("UTF-16 units"), 9),
        (Counting("UTF-16 units", line_end_is_one=True, mark_counts=True), 9),
        (Counting("bytes"), 12),
        (Counting("bytes", mark_counts=True), 15),
    ],
)
def test_an_offset_is_where_its_program_counts_it(counting: Counting, offset: int) -> None:
    assert place_of(TEXT, offset, counting) == AT
    assert best_counting([(TEXT, offset, offset + 3, "two")] * 2, "") is not None


def test_the_middle_of_a_character_is_no_place() -> None:
    assert place_of(TEXT, 1, Counting("UTF-16 units")) is None
    assert place_of(TEXT, 99, Counting()) is None


@pytest.mark.parametrize("unit", ["code points", "UTF-16 units", "bytes"])
@pytest.mark.parametrize("is_one", [False, True])
@pytest.mark.parametrize("named", [False, True])
def test_the_way_of_counting_is_told_by_the_selections(unit: object, is_one: bool, named: bool) -> None:
    text = "𠮷é, said Ann Poe.\r\nWe agree, said Bo Li of Arland.\r\nNo, said é𠮷 later.\r\n"
    counting = Counting(unit, is_one)  # type: ignore[arg-type]
    wanted = ["Ann Poe", "We agree", "Bo Li", "Arland", "later"]

    def counted(at: int) -> int:
        return next(offset for offset in range(4 * len(text)) if place_of(text, offset, counting) == at)

    selections = []
    for words in wanted:
        at = text.index(words)
        selections.append((text, counted(at), counted(at + len(words)), words if named else ""))
    best = best_counting(selections, "")
    places = [selected(text, start, end, best) for _, start, end, _ in selections]
    assert [text[slice(*place)] for place in places if place] == wanted
