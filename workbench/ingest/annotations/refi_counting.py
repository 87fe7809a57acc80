"""In which way a program for qualitative analysis has counted the characters of its texts, told by its selections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from workbench.ingest.annotations.counting import UNITS, Counting, place_of
from workbench.ingest.annotations.folded_text import fold

Selection = tuple[str, int, int, str]
"""A text, start and end of a selection in it, and what it is called: by some programs its first words."""
MOST = 2_000
"""So many selections tell it."""
_ONE_LINE_END = ("ATLAS",)
"""Programs that are known to count the end of a line as one."""
ALL = tuple(
    Counting(unit, is_one, mark_counts) for unit in UNITS for mark_counts in (False, True) for is_one in (False, True)
)


def best_counting(selections: Sequence[Selection], origin: str) -> Counting:
    """The way to count under which most selections are whole words and what they are called.

    Where that leaves several, what is known of the program, then code points.
    """
    points: Counter[Counting] = Counter()
    for text, start, end, name in islice(selections, MOST):
        for counting in ALL:
            points[counting] += _fitness(text, start, end, name, counting)
    is_one = any(name in origin.upper() for name in _ONE_LINE_END)
    return max(ALL, key=lambda each: (points[each], each.line_end_is_one == is_one))


def selected(text: str, start: int, end: int, counting: Counting) -> tuple[int, int] | None:
    """Where a selection is in its text; None where it is not in it."""
    places = place_of(text, start, counting), place_of(text, end, counting)
    if places[0] is None or places[1] is None or places[0] >= places[1]:
        return None
    return places[0], places[1]


def _fitness(text: str, start: int, end: int, name: str, counting: Counting) -> int:
    place = selected(text, start, end, counting)
    if place is None:
        return -4
    words = text[place[0] : place[1]]
    called = fold(name).text.rstrip(".… ")
    named = 3 if len(called) > 2 and fold(words).text.startswith(called) else 0
    return named + _edge(text, place[0]) + _edge(text, place[1]) - (words != words.strip())


def _edge(text: str, at: int) -> int:
    """Whether a word begins or ends there, or is cut."""
    before, after = text[at - 1 : at], text[at : at + 1]
    return -1 if before.isalnum() and after.isalnum() else 1
