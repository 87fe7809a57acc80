"""Passages that stand in a text twice, as pages glued together by a scraper have them: the first copy stays.

A copy is a run of lines that equals an earlier run, line by line, but for case, spacing and the shape of quote marks.
Nothing looser: a paragraph that differs by one word may be the very difference that the reader is after. Headings go
with the paragraphs they repeat.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.ingest.lines import Line, comparison_key, cut_lines, ends_sentence, lines_of
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span

MIN_REPEATED = 80
"""Characters that two runs must share before the later one counts as a copy."""


def drop_repeats(tracked: TrackedText) -> TrackedText:
    """Keep the first copy of every repeated passage."""
    tracked = _drop_doubled_lines(tracked)
    lines = lines_of(tracked.text)
    return cut_lines(tracked, (lines[i] for i in find_repeats([comparison_key(line.text) for line in lines])))


def find_repeats(keys: Sequence[str]) -> list[int]:
    """The places of the later copies."""
    first: dict[str, int] = {}
    dropped: list[int] = []
    place = 0
    while place < len(keys):
        origin = first.get(keys[place], place)
        length = _run(keys, origin, place)
        if length:
            dropped += range(_heading(keys, origin, place, dropped), place + length)
            place += length
        else:
            first.setdefault(keys[place], place)
            place += 1
    return dropped


def _run(keys: Sequence[str], origin: int, place: int) -> int:
    """How many lines from `place` on repeat those from `origin` on; 0 when they are too little to tell."""
    length = size = 0
    while origin + length < place and place + length < len(keys) and keys[origin + length] == keys[place + length]:
        size += len(keys[place + length])
        length += 1
    return length if size >= MIN_REPEATED else 0


def _heading(keys: Sequence[str], origin: int, place: int, dropped: list[int]) -> int:
    """Where the copy begins when the lines just before it are repeated, too (a heading that also stands elsewhere)."""
    taken = dropped[-1] if dropped else -1
    while origin > 0 and place - 1 > max(origin, taken) and keys[origin - 1] == keys[place - 1]:
        origin, place = origin - 1, place - 1
    return place


def _drop_doubled_lines(tracked: TrackedText) -> TrackedText:
    return tracked.cut(Span(*span) for line in lines_of(tracked.text) if (span := _second_half(line)))


def _second_half(line: Line) -> tuple[int, int] | None:
    """A body on one line that is followed by itself."""
    text = line.text
    if len(text) < 2 * MIN_REPEATED:
        return None
    for middle in range(len(text) // 2 - 1, len(text) // 2 + 2):
        if text[:middle].strip() == text[middle:].strip() and ends_sentence(text[:middle]):
            return line.start + middle, line.end
    return None
