"""Paragraphs broken into lines of equal width, as mail and old terminals have them, put together again.

A line end within a sentence would end the sentence for every later stage. A block counts as wrapped when its lines fill
the same width and most of them go on in lower case, which neither a list of headlines nor one line per paragraph does.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span

_WIDTH = range(40, 101)
_SLACK = 20


def unwrap(tracked: TrackedText) -> TrackedText:
    """Join the lines of wrapped paragraphs."""
    return tracked.edit((Span(at, at + 1), " ") for at in _all_breaks(tracked.text))


def _all_breaks(text: str) -> Iterator[int]:
    start = 0
    for block in text.split("\n\n"):
        yield from _breaks(block, start)
        start += len(block) + 2


def _breaks(block: str, start: int) -> Iterator[int]:
    lines = block.split("\n")
    if not _is_wrapped(lines):
        return
    for line in lines[:-1]:
        start += len(line) + 1
        yield start - 1


def _is_wrapped(lines: list[str]) -> bool:
    widths = [len(line) for line in lines]
    widest = max(widths)
    if len(lines) < 3 or widest not in _WIDTH or min(widths[:-1]) < widest - _SLACK:
        return False
    return sum(line[:1].islower() for line in lines[1:]) * 2 >= len(lines) - 1
