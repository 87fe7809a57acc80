"""Markdown: the words without the marks.

The marks are taken out one by one instead of rendering the page, so that every character of the article still has its
place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.ingest.charset import decode
from workbench.ingest.readers.front_matter import split_front_matter
from workbench.ingest.readers.result import ReadResult
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Document, Span

_WHOLE = re.compile(
    r"<!--(?:(?!<!--|-->).){0,5000}-->"
    r"|!\[[^\[\]\n]{0,400}\]\([^()\n]{0,2000}\)"
    r"(?:[ \t]*\n[ \t]*\n?[*_(\[]{0,2}(?i:source|credit|photo|image|picture)s?[*_]{0,2}:[^\n]{1,80}(?=\n|$))?"
    r"|^[ \t]{0,3}\[[^\[\]\n]{1,100}\]:[ \t]+\S+[^\n]*$"
    r"|^[ \t]{0,3}(?:=+|-{3,}|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)[ \t\r]*$"
    r"|^[ \t]{0,3}(?:>[ \t]?)+|^[ \t]{0,3}#{1,6}[ \t]+|(?<![ \t])[ \t]++#+[ \t\r]*$"
    r"|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|\\(?=[\\`*_{}\[\]()#+.!>~-])",
    re.M | re.S,
)
_AROUND = re.compile(
    r"\[(?P<link>[^\[\]\n]{1,400})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]\n]{0,100}\])"
    r"|(?<![\\*])\*{1,3}(?=[^\s*])(?P<star>[^*\n]{1,1000})(?<=[^\s\\])\*{1,3}"
    r"|(?<![\w\\])_{1,3}(?=[^\s_])(?P<under>[^_\n]{1,1000})(?<=[^\s\\])_{1,3}(?!\w)"
    r"|`{1,3}(?P<code>[^`\n]{1,400})`{1,3}|<(?P<auto>https?://[^<>\s]{1,1000})>"
)
_NESTED = 3


def read(document: Document) -> ReadResult:
    """The text, less front matter and marks."""
    text = decode(document.data, document.encoding)
    tracked, stated = split_front_matter(text)
    return ReadResult(text, drop_marks(tracked), stated)


def drop_marks(tracked: TrackedText) -> TrackedText:
    """Leave out what Markdown means as marks."""
    for _ in range(_NESTED):
        tracked = tracked.cut(span for m in _AROUND.finditer(tracked.text) for span in _sides(m))
    return tracked.cut(Span(*m.span()) for m in _WHOLE.finditer(tracked.text))


def _sides(found: re.Match[str]) -> Iterator[Span]:
    """What stands on both sides of the words."""
    if found.lastgroup == "link" and found.string[found.start() - 1 : found.start()] == "!":
        return
    start, end = found.span(found.lastgroup or 0)
    yield Span(found.start(), start)
    yield Span(end, found.end())
