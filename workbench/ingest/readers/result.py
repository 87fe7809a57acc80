"""What a reader gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.ingest.headers_and_footers import Known
from workbench.ingest.tracked_text import Draft


@dataclass(frozen=True, slots=True)
class Reading:
    """The text in a document and what its format states about it."""

    source_text: str
    """What an article's offsets map into: the decoded file, a record's text, the text extracted from a page."""
    draft: Draft
    """The same with the format's own marks taken out."""
    stated: Known = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, stated: Known) -> Reading:
        """A text without marks of a format."""
        return cls(text, Draft.of(text), stated)
