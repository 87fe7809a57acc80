"""A document to the article in it: read, clean, describe."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.errors import SourceError
from workbench.ingest.characters import one_line
from workbench.ingest.cleaning import clean
from workbench.ingest.file_names import FileNames
from workbench.ingest.metadata import build_fields, find_title
from workbench.ingest.readers import read
from workbench.model import Article, Document


def build_article(document: Document, overrides: Mapping[str, str], names: FileNames | None = None) -> Article:
    """The article in a document; `overrides` are fields that the user set, `names` reads the file's name. Raises
    SourceError if there is none.
    """
    names = names or FileNames()
    reading = read(document)
    cleaned = clean(reading.tracked, one_line(reading.stated.get("title", "")))
    if not any(map(str.isalnum, cleaned.text)):
        raise SourceError("No text is left when it is cleaned.", "Check that it holds an article.")
    title = reading.stated.get("title") or cleaned.fields.get("title") or find_title(cleaned.text)
    named = names.read(document.source, title)
    given = {**names.given(document.source), **overrides}
    fields = build_fields(cleaned.text, reading.stated, cleaned.fields, named, given)
    return Article(
        document_id=document.id, source=document.source, text=cleaned.text, offsets=cleaned.offsets, **fields
    )


def source_text(document: Document) -> str:
    """The text that the offsets of a document's article map into."""
    return read(document).source_text
