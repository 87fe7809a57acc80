"""How programs count the characters of a text: by code points, by UTF-16 units, by bytes of UTF-8; a line end of two
characters as one or as two; a byte order mark or none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal

Unit = Literal["code points", "UTF-16 units", "bytes"]
UNITS: tuple[Unit, ...] = ("code points", "UTF-16 units", "bytes")
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count."""

    unit: Unit = "code points"
    line_end_is_one: bool = False
    """Whether CR LF counts as one."""
    mark_counts: bool = False
    """Whether a byte order mark at the beginning counts."""


def countings(text: str) -> Iterator[Counting]:
    """The ways to count that make a difference in a text, the usual ones first."""
    units = UNITS if not text.isascii() else UNITS[:1]
    for unit in units:
        for mark_counts in (False, True) if text.startswith(MARK) else (False,):
            for is_one in (False, True) if "\r\n" in text else (False,):
                yield Counting(unit, is_one, mark_counts)


def place_of(text: str, offset: int, counting: Counting) -> int | None:
    """Where a counted place is in a text; None where it is in the middle of a character, or outside."""
    ends = _counted(text, _effective(text, counting))
    at = bisect_left(ends, offset)
    return at if at < len(ends) and ends[at] == offset else None


def _effective(text: str, counting: Counting) -> Counting:
    """The simplest way to count that comes to the same in a text."""
    return Counting(
        "code points" if text.isascii() else counting.unit,
        counting.line_end_is_one and "\r\n" in text,
        counting.mark_counts and text.startswith(MARK),
    )


def counted_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a stretch may be in a text, by each way to count."""
    if 0 <= start < end <= len(text):
        yield start, end
    for counting in countings(text):
        places = place_of(text, start, counting), place_of(text, end, counting)
        if places[0] is not None and places[1] is not None and places[0] < places[1]:
            yield places[0], places[1]


@lru_cache(maxsize=16)
def _counted(text: str, counting: Counting) -> tuple[int, ...]:
    """What is counted before each character of a text, and at its end."""
    sizes = (_size(char, counting.unit) for char in text)
    if counting.line_end_is_one:
        following = text[1:] + " "
        sizes = (0 if (a, b) == ("\r", "\n") else n for n, a, b in zip(sizes, text, following, strict=True))
    counts = list(accumulate(sizes, initial=0))
    if text.startswith(MARK) and not counting.mark_counts:
        counts = [max(0, each - counts[1]) for each in counts]
    return tuple(counts)


def _size(char: str, unit: Unit) -> int:
    if unit == "code points":
        return 1
    if unit == "UTF-16 units":
        return 1 + (char > "\uffff")
    return 1 if char < "\x80" else 2 if char < "\u0800" else 3 if char <= "\uffff" else 4
