"""Plain text. Front matter is read here, too: people put it above any text."""

from __future__ import annotations

from workbench.ingest.charset import decode
from workbench.ingest.readers.front_matter import split_front_matter
from workbench.ingest.readers.result import ReadResult
from workbench.model import Document


def read(document: Document) -> ReadResult:
    """The text, less its front matter."""
    text = decode(document.data, document.encoding)
    tracked, stated = split_front_matter(text)
    return ReadResult(text, tracked, stated)
