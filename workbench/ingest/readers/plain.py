"""Plain text. Front matter is read here, too: people put it above any text."""

from __future__ import annotations

from workbench.ingest.charset import decode
from workbench.ingest.readers.front_matter import split_front_matter
from workbench.ingest.readers.result import Reading
from workbench.model import Document


def read(document: Document) -> Reading:
    """The text, less its front matter."""
    text = decode(document.data, document.encoding)
    draft, stated = split_front_matter(text)
    return Reading(text, draft, stated)
