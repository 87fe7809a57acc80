"""JSONL: one article per line.

Keys: `text` (or `body`, `content`), `title`, `outlet` (or `source_name`, `publisher`), `url`, `published_on` (or
`date`, `published`), `author` (or `byline`), `language`. Other keys stay in the document's bytes and are not read.
"""

from __future__ import annotations

import json

from workbench.errors import SourceError
from workbench.ingest.charset import decode
from workbench.ingest.metadata import stated
from workbench.ingest.readers.reading import Reading
from workbench.model import Document

TEXT_KEYS = ("text", "body", "content")


def read(document: Document) -> Reading:
    """The text of a record and what its other keys state."""
    record = parse(document.data, document.encoding)
    text = next((value for key in TEXT_KEYS if isinstance(value := record.get(key), str) and value.strip()), "")
    if not text:
        raise SourceError("The record has no text.", f"Put it under one of the keys {', '.join(TEXT_KEYS)}.")
    return Reading.of(text, stated(record))


def is_json(data: bytes) -> bool:
    """Whether all of it is one JSON object or array."""
    try:
        return data.lstrip()[:1] in (b"{", b"[") and bool(json.loads(data))
    except (ValueError, RecursionError):
        return False


def parse(line: bytes, encoding: str = "") -> dict[str, object]:
    """One line as a record."""
    try:
        record = json.loads(decode(line, encoding).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceError("The line is not JSON.", "Each line must be one whole JSON object.") from error
    if not isinstance(record, dict):
        raise SourceError("The line is JSON, but not an object.", "Each line must be one JSON object with a text.")
    return record
