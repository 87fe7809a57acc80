"""Which characters stand within quotation marks.

Marks are paired within a paragraph: double marks of any style, guillemets, and single marks where a paragraph has no
double ones. A mark that is never closed runs to the end of its paragraph, as in quotations that go on in the next one.
"""

from __future__ import annotations

import re

from workbench.model import QuoteKind, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}
_OPEN_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)")
_CLOSE_SINGLE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
DIRECT_SHARE = 0.9


def quoted(text: str) -> list[Span]:
    """The stretches between quotation marks, without the marks, in text order."""
    out: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found = _double(text, paragraph.start(), paragraph.end())
        out += found or _single(text, paragraph.start(), paragraph.end())
    return out


def kind(text: str, spans: tuple[Span, ...], marked: list[Span]) -> QuoteKind:
    """direct, mixed or indirect, by the share of the words that stand within quotation marks."""
    words = inside = 0
    for span in spans:
        near = [m for m in marked if m.overlaps(span)]
        for word in _WORD.finditer(text, span.start, span.end):
            words += 1
            inside += any(m.start <= word.start() < m.end for m in near)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * words else "mixed"


def _double(text: str, start: int, end: int) -> list[Span]:
    out = []
    opened, closers = -1, ""
    for at in range(start, end):
        char = text[at]
        if opened >= 0 and char in closers:
            out.append(Span(opened, at))
            opened = -1
        elif opened < 0 and char in _PAIRS:
            opened, closers = at + 1, _PAIRS[char] + ('"' if char == "“" else "")
    if 0 <= opened < end:
        out.append(Span(opened, end))
    return [s for s in out if s.start < s.end]


def _single(text: str, start: int, end: int) -> list[Span]:
    out = []
    at = start
    while opening := _OPEN_SINGLE.search(text, at, end):
        closing = _CLOSE_SINGLE.search(text, opening.end(), end)
        if not closing:
            break
        out.append(Span(opening.end(), closing.start()))
        at = closing.end()
    return out
