"""The fields that records of several kinds share: spans, the article that something stands in, the analyst's marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.export.sanitizing import one_line
from workbench.model import Span
from workbench.views import Head, Row

Record = dict[str, Any]
NO_HEAD = Head("", "", "", "", "")
"""For an article of which nothing is known."""


def span_record(span: Span, text: str) -> Record:
    """A span with its words."""
    start, end = span.start, span.end
    return {"start": start, "end": end, "text": text[start:end]}


def article_label(head: Head) -> str:
    """What a column or a line calls an article: its outlet, else its title, else the end of its source."""
    return head.outlet or head.title or head.file or head.id


def head_of(heads: Mapping[str, Head], article_id: str) -> Head:
    """The head of an article; an empty one where it is not among them."""
    return heads.get(article_id, NO_HEAD)


def article_fields(article_id: str | None, head: Head | None) -> Record:
    """The article that something stands in."""
    head = head or NO_HEAD
    return {
        "article_id": article_id,
        "source": head.source,
        "outlet": head.outlet,
        "title": head.title,
        "published_on": head.published_on,
        "url": head.address,
    }


def day_words(iso: str) -> str:
    """`21 August 2025`; what is no date as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return one_line(iso)
    return f"{day.day} {day:%B %Y}"


def mark_fields(row: Row[Any]) -> Record:
    """What the analyst has put on a row."""
    marks = row.marks
    return {
        "tags": list(marks.tags),
        "note": marks.note,
        "starred": marks.starred,
        "edited": marks.edited,
        "edits": list(marks.edits),
    }
