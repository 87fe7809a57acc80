"""Ids that the same input gives on any machine, and after every analysis."""

from __future__ import annotations

import hashlib

from workbench.model.spans import Span


def stable_id(prefix: str, *parts: object) -> str:
    """An id that the same input gives on any machine: a letter and ten hex digits."""
    key = "\x1f".join(str(p) for p in parts)
    return prefix + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def article_id(document_id: str) -> str:
    """The id of the article that is taken from a document."""
    return stable_id("A", document_id)


def fact_id(article_id: str, span: Span) -> str:
    """The id of the fact whose first phrasing, in order of article and place, stands there."""
    return stable_id("F", article_id, span.start, span.end)
