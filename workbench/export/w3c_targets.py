"""What a W3C annotation is about: a page on the web, and a passage of its text, selected in two ways.

The passage is named by its words, with so much before and after them that no other passage is meant, and by its place
in code points of the article's text, as the standard counts. The words find it again in a page whose text has more in
it than the article (menus, captions); the place tells it from its like.
"""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category
from urllib.parse import quote

from workbench.export.identifiers import urn
from workbench.export.record_fields import Record
from workbench.export.sanitizing import STEERING
from workbench.model import Span
from workbench.views import Head

AROUND = 32
"""About so many characters before and after a passage go with it, in whole words."""
AROUND_MOST = 512
"""So many where fewer do not tell it from another passage."""
ILLEGAL = re.compile(rf"""[\s<>"{{}}|\\^`]|{STEERING.pattern}""")
"""What no address on the web may have in it as it is."""


def source_of(article_id: str, head: Head) -> str:
    """The article's address on the web; a name of our own where it has none."""
    address = head.address.strip()
    if not re.match(r"https?://[^/\s]", address):
        return article_urn(article_id)
    return ILLEGAL.sub(lambda found: quote(found[0].encode("utf-8", "ignore")), address)


def article_urn(article_id: str) -> str:
    """What an article is called, wherever its text stands."""
    return urn("article", article_id)


def article_of(article_id: str, head: Head) -> Record:
    """What is told of the article beside a passage."""
    told = {"wb:outlet": head.outlet, "wb:title": head.title, "wb:published_on": head.published_on}
    return {"id": article_urn(article_id), "wb:id": article_id, **{name: each for name, each in told.items() if each}}


def target(article_id: str, head: Head, *selectors: Record, **more: Any) -> Record:
    """A page, or the passage of it that each of the selectors selects."""
    found: Record = {"type": "SpecificResource", "source": source_of(article_id, head)}
    if selectors:
        found["selector"] = list(selectors)
    return {**found, "wb:article": article_of(article_id, head), **more}


def passage(article_id: str, head: Head, span: Span, text: str, **more: Any) -> Record:
    """A passage of an article; `text` is all of the article's."""
    return target(article_id, head, quote_selector(span, text), position_selector(span), **more)


def position_selector(span: Span) -> Record:
    """A passage by its place."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def quote_selector(span: Span, text: str) -> Record:
    """A passage by its words and those around it."""
    exact, around = span.of(text), AROUND
    while True:
        before, after = prefix(text, span.start, around), suffix(text, span.end, around)
        if around >= AROUND_MOST or _is_single(before + exact + after, text):
            return {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}
        around *= 4


def prefix(text: str, end: int, around: int = AROUND) -> str:
    """The words before an offset, the first one whole."""
    start = max(0, end - around)
    window = text[start:end]
    if start and not text[start - 1].isspace():
        cut = next((place for place, char in enumerate(window) if char.isspace()), 0)
        window = window[cut:].lstrip() or window[cut:]
    return window[_marks(window) :] if start else window


def suffix(text: str, start: int, around: int = AROUND) -> str:
    """The words after an offset, the last one whole."""
    end = start + around
    window = text[start:end]
    if end >= len(text) or text[end].isspace():
        return window
    cut = max((place for place, char in enumerate(window) if char.isspace()), default=0)
    return window[:cut] if cut else window[: len(window) - _broken(text, end)]


def _is_single(words: str, text: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0


def _marks(window: str) -> int:
    """How many characters at the front belong to the one before them."""
    return next((place for place, char in enumerate(window) if not _joins(char)), len(window))


def _broken(text: str, end: int) -> int:
    """How many characters before an offset are to go, for what follows belongs to them."""
    start = end
    while _joins(text[start]) and start and end - start < AROUND:
        start -= 1
    return end - start


def _joins(char: str) -> bool:
    return char in "\u200d\ufe0e\ufe0f" or category(char).startswith("M")
