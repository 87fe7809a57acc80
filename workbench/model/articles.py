"""What comes in: a document as it came, the article taken from it, and where an article's text comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workbench.model.ids import article_id
from workbench.model.spans import OffsetMap, Span


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, page or record, as they came."""

    source: str
    """The path or URL as it was given; a record of a file adds `#number`, from 1."""
    data: bytes
    media_type: str
    encoding: str = ""
    """The character set the text was read with; empty for formats that carry their own."""

    @property
    def id(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text taken from a document, with what is known of it; what is not known is empty."""

    document_id: str
    source: str
    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published_on: str = ""
    """ISO date, YYYY-MM-DD."""
    language: str = ""
    """ISO 639-1."""
    agency: str = ""
    """The agency or outlet that the article itself credits as its origin."""
    url: str = ""
    offsets: OffsetMap = OffsetMap()
    contributors: str = ""
    """Agencies that helped with it, as it says itself, without saying what they have told."""

    @property
    def id(self) -> str:
        """Stable: of the document's bytes alone."""
        return article_id(self.document_id)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


ARTICLE_FIELDS = ("title", "outlet", "byline", "published_on", "language", "agency", "url")
"""What of an article can be set on the command line and edited by the analyst."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where (part of) an article's text comes from."""

    article_id: str
    kind: Literal["credits", "copies", "rewrites"]
    origin: str
    """An outlet's name for `credits`, else an article's id."""
    share: float = 0.0
    """The part of the article that it has from the origin: of its words for `copies`, of its clauses for `rewrites`."""
    span: Span | None = None
    passages: tuple[Span, ...] | None = None
    """What of the article a credit is for, by place; None: all of it; empty: the article does not say."""

    def is_of(self, spans: Iterable[Span]) -> bool:
        """Whether it is where the article has these passages from."""
        of = self.passages
        return of is None or any(passage.overlaps(span) for span in spans for passage in of)
