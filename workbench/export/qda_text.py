"""Texts as programs for qualitative analysis count them: line feeds alone, no byte order mark, nothing that steers.

QualCoder puts a space after each line end of a text with carriage returns, and is one off after a byte order mark; so
neither leaves, and every offset is counted anew in what does.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from workbench.export.sanitizing import LINE_ENDS, STEERING, plain
from workbench.model import Span

SHORTENED = re.compile(f"\r\n|{STEERING.pattern}")
WIDE = re.compile("[\U00010000-\U0010ffff]")


class PlainText:
    """A text without what steers, and where the characters of the article's text stand in it."""

    def __init__(self, text: str, *, utf16: bool = False) -> None:
        self.text = plain(text)
        self._gone = [found.end() - 1 for found in SHORTENED.finditer(text) if _loses_one(found[0])]
        self._wide = [found.start() for found in WIDE.finditer(self.text)] if utf16 else []

    def span(self, span: Span) -> Span:
        """Where a span of the article's text is in this one, in code points or in UTF-16 units."""
        return Span(self._place(span.start), self._place(span.end))

    def excerpt(self, span: Span, most: int) -> str:
        """The first words of a span of the article's text, on one line."""
        start, end = (self._point(offset) for offset in (span.start, span.end))
        words = " ".join(self.text[start:end].split())
        return words if len(words) <= most else words[: most - 1].rstrip() + "…"

    def _place(self, offset: int) -> int:
        place = self._point(offset)
        return place + bisect_left(self._wide, place)

    def _point(self, offset: int) -> int:
        return offset - bisect_left(self._gone, offset)


def _loses_one(found: str) -> bool:
    return found == "\r\n" or (found != "\t" and not LINE_ENDS.fullmatch(found))
