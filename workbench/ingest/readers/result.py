"""What a reader gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.ingest.stated_fields import Fields
from workbench.ingest.tracked_text import TrackedText


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The text in a document and what its format states about it."""

    source_text: str
    """What an article's offsets map into: the decoded file, a record's text, the text extracted from a page."""
    tracked: TrackedText
    """The same with the format's own marks taken out."""
    stated: Fields = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, stated: Fields) -> ReadResult:
        """A text without marks of a format."""
        return cls(text, TrackedText.of(text), stated)
