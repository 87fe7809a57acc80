"""Text on lines: where it breaks, where its sentences are, and which marks lie on a line. Pure.

A line is a (start, end) of the text; nothing is copied or changed: a place on the screen is a place in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from workbench.model import Span

Lines = list[tuple[int, int]]

_WORD = re.compile(r"\S+\s*")
_STEP = re.compile(r"\w+(?:[.’'-]\w+)*")
_END = re.compile(r"(?<![A-Z])[.!?…。！？]+[\"”’»)\]]*(?=\s+[\"“‘«„(\[]?[^\Wa-z_]|\s*$)|[。！？]|\n+")


def wrap(text: str, width: int) -> Lines:
    """The text's lines at `width` cells; a blank line stands between paragraphs."""
    width = max(8, width)
    spaced = "\n\n" in text
    lines: Lines = []
    at = 0
    for paragraph in text.split("\n"):
        end = at + len(paragraph)
        if paragraph.strip():
            if lines and not spaced:
                lines.append((at, at))
            lines += _fold(text, at, end, width)
        elif spaced and lines and lines[-1][0] != lines[-1][1]:
            lines.append((at, at))
        at = end + 1
    while lines and lines[-1][0] == lines[-1][1]:
        lines.pop()
    return lines


def folded(text: str, width: int) -> Lines:
    """The text's lines as they are, blank ones too; only those longer than `width` cells are folded."""
    width, at = max(8, width), 0
    lines: Lines = []
    for line in text.split("\n"):
        lines += _fold(text, at, at + len(line), width)
        at += len(line) + 1
    return lines


def _fold(text: str, start: int, end: int, width: int) -> Lines:
    if end - start <= width and text.isascii():
        return [(start, end)]
    lines: Lines = []
    start = end - len(text[start:end].lstrip())
    begin, used = start, 0
    for found in _WORD.finditer(text, start, end):
        word, size = found.group(), cell_len(found.group().rstrip())
        if used and used + size > width:
            lines.append((begin, found.start()))
            begin, used = found.start(), 0
        if size > width:
            *full, (begin, used) = _chop(text, found.start(), found.end(), width)
            lines += [(a, b) for a, b in full]
        else:
            used += size + len(word) - len(word.rstrip())
    lines.append((begin, end))
    return lines


def _chop(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """A word too long for a line: full lines as (start, end), then (start of the rest, its cells)."""
    pieces: list[tuple[int, int]] = []
    begin, used = start, 0
    for at in range(start, end):
        size = cell_len(text[at])
        if used + size > width:
            pieces.append((begin, at))
            begin, used = at, 0
        used += size
    return [*pieces, (begin, used)]


def line_at(lines: Lines, offset: int) -> int:
    """The line that a character is on."""
    return max(0, bisect_right(lines, (offset, 1 << 60)) - 1)


def sentences(text: str) -> list[Span]:
    """The text's sentences, roughly: what a caret steps over."""
    found: list[Span] = []
    start = 0
    for end in [match.end() for match in _END.finditer(text)] + [len(text)]:
        if text[start:end].strip():
            body = text[start:end]
            lead = len(body) - len(body.lstrip())
            found.append(Span(start + lead, start + len(body.rstrip())))
        start = end
    return found


def stretches(start: int, end: int, marks: Sequence[tuple[Span, str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """A line cut where marks begin and end: (start, end, the roles on it)."""
    near = [(span, role) for span, role in marks if span.start < end and span.end > start]
    cuts = sorted({start, end, *(max(start, s.start) for s, _ in near), *(min(end, s.end) for s, _ in near)})
    for left, right in zip(cuts, cuts[1:], strict=False):
        yield left, right, frozenset(role for span, role in near if span.start <= left and right <= span.end)


def words(text: str, within: Span) -> list[Span]:
    """The words in a part of a text, without the marks around them: what a caret steps over."""
    return [Span(*found.span()) for found in _STEP.finditer(text, within.start, within.end)]


def offset_in(text: str, start: int, end: int, cells: int) -> int:
    """The character of a line that covers a cell: the first left of it, the last right of it."""
    used = 0
    for at in range(start, end):
        used += cell_len(text[at])
        if used > cells:
            return at
    return max(start, end - 1)


def trimmed(text: str, span: Span) -> Span:
    """A span without the blanks at its ends; one of blanks alone stays."""
    body = span.of(text)
    inner = body.strip()
    lead = len(body) - len(body.lstrip())
    return Span(span.start + lead, span.start + lead + len(inner)) if inner else span
