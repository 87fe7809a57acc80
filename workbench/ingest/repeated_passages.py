"""Passages that stand in a text twice, as pages glued together by a scraper have them: the first copy stays.

A copy is a run of lines that equals an earlier run, line by line, but for case, spacing and the shape of quote marks.
Nothing looser: a paragraph that differs by one word may be the very difference that the reader is after. Headings go
with the paragraphs they repeat.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.ingest.lines import Line, cut_lines, ends_sentence, key, lines_of
from workbench.ingest.tracked_text import Draft
from workbench.model import Span

ENOUGH = 80
"""Characters that two runs must share before the later one counts as a copy."""


def drop_copies(draft: Draft) -> Draft:
    """Keep the first copy of every repeated passage."""
    draft = _drop_doubled_lines(draft)
    lines = lines_of(draft.text)
    return cut_lines(draft, (lines[i] for i in copies([key(line.text) for line in lines])))


def copies(keys: Sequence[str]) -> list[int]:
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
    return length if size >= ENOUGH else 0


def _heading(keys: Sequence[str], origin: int, place: int, dropped: list[int]) -> int:
    """Where the copy begins when the lines just before it are repeated, too (a heading that also stands elsewhere)."""
    taken = dropped[-1] if dropped else -1
    while origin > 0 and place - 1 > max(origin, taken) and keys[origin - 1] == keys[place - 1]:
        origin, place = origin - 1, place - 1
    return place


def _drop_doubled_lines(draft: Draft) -> Draft:
    return draft.cut(Span(*span) for line in lines_of(draft.text) if (span := _second_half(line)))


def _second_half(line: Line) -> tuple[int, int] | None:
    """A body on one line that is followed by itself."""
    text = line.text
    if len(text) < 2 * ENOUGH:
        return None
    for middle in range(len(text) // 2 - 1, len(text) // 2 + 2):
        if text[:middle].strip() == text[middle:].strip() and ends_sentence(text[:middle]):
            return line.start + middle, line.end
    return None
