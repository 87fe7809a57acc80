"""The sentences of a text, and the one that a stretch of it stands in, where there is no parse to ask."""

from __future__ import annotations

import re

from workbench.model import Span

_END = re.compile(r"(?<=[a-z0-9)”\"’])[.!?]+[”\"’)]*(?=\s)\s*")
_BOUNDARY = re.compile(r"(?<=[a-z0-9%)”\"’'»][.!?])[”\"’'»)]*\s+|(?<=[.!?][”\"’'»])\s+|\s*\n\s*")


def sentence_spans(text: str) -> list[Span]:
    """The sentences of a text, by its lines and ends of sentences."""
    out, start = [], 0
    for match in [*_BOUNDARY.finditer(text), None]:
        end = match.start() if match else len(text)
        if match and text[match.start() : match.end()].strip():
            end = match.start() + len(match.group().rstrip())
        if text[start:end].strip():
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            out.append(Span(start + lead, start + len(text[start:end].rstrip())))
        start = match.end() if match else end
    return out


def sentence_at(text: str, span: Span) -> Span:
    """The sentence (or sentences) of the text that a span stands in, without the blanks around it."""
    first = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    last = line_end if line_end >= 0 else len(text)
    ends = (m.end() for m in _END.finditer(text, first, span.start + 1))
    start = max([first, *(end for end in ends if end <= span.start)])
    ending = _END.search(text, max(first, span.end - 1), last)
    end = ending.end() if ending else last
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
