"""Lines as cleaning sees them: where they stand, what they say, and whether they read like a headline.

Articles come with one line per paragraph or with empty lines between; the stages work on lines that have text, so both
are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span

MAX_HEADLINE = 160
"""No headline is longer (characters)."""

_QUOTES = re.compile("[\"'`´«»‘’‚‛“”„‟‹›\\s]+")
_DASHES = re.compile("[‐-―−]")
_STOPS = re.compile(r"[.;,:\u3002\u0964]['\"”’)\]]*$")
_NOT_A_STOP = re.compile(r"(?:\.\.\.|\b(?:[A-Za-z]\.)+|\b(?:Inc|Co|Corp|Ltd|St|Jr|Sr|No)\.)['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has text."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """All lines with text (kept for the next stage, which mostly asks for the same)."""
    found: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found.append(Line(start, start + len(line), line))
        start += len(line) + 1
    return tuple(found)


def cut_lines(tracked: TrackedText, lines: Iterable[Line]) -> TrackedText:
    """Leave whole lines out, each with its line end."""
    return tracked.cut(Span(line.start, min(line.end + 1, len(tracked.text))) for line in lines)


def comparison_key(line: str) -> str:
    """What copies of a line share: all but case, spacing, the shape of quote marks and dashes, and the last stop."""
    return _QUOTES.sub("", _DASHES.sub("-", line.casefold().replace("…", "..."))).rstrip(".,;:")


def ends_sentence(line: str) -> bool:
    """Whether it ends as sentences and clauses do (a question or exclamation may be a headline)."""
    line = line.rstrip("*_ ")
    return bool(_STOPS.search(line)) and not _NOT_A_STOP.search(line)


def is_headline(line: str) -> bool:
    """Short and without a final stop."""
    return len(line) <= MAX_HEADLINE and not ends_sentence(line)
