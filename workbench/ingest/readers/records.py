"""JSONL: one article per line.

Keys: `text` (or `body`, `content`, `full_text`, `maintext`, `articleBody`), `title`, `outlet` (or `source_name`,
`publisher`, `source` with its name), `url`, `published_on` (or `date`, `publishedAt`, `dateTime`, `pubDate`), `author`
(or `byline`, `authors`), `language`. Other keys stay in the document's bytes and are not read. A text in HTML is read
without its tags.
"""

from __future__ import annotations

import html
import json
import re

from workbench.errors import SourceError
from workbench.ingest.charset import decode
from workbench.ingest.readers.result import ReadResult
from workbench.ingest.stated_fields import read_stated_fields
from workbench.model import Document

_HTML = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|img|figure|section|article)\b[^<>]{0,2000}>"
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});",
    re.I,
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>.*?</\1\s*>", re.I | re.S)
_BREAK = re.compile(r"<br\b[^<>]{0,200}>", re.I)
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|blockquote|figure|section|article|tr|table)\b[^<>]{0,2000}>", re.I)
_TAG = re.compile(r"</?[a-z!][^<>]{0,2000}>", re.I)
TEXT_KEYS = ("text", "body", "content", "full_text", "fulltext", "maintext", "articlebody", "body_text")


def read(document: Document) -> ReadResult:
    """The text of a record and what its other keys state."""
    record = parse_record(document.data, document.encoding)
    known = {key.casefold(): value for key, value in record.items()}
    text = next((value for key in TEXT_KEYS if isinstance(value := known.get(key), str) and value.strip()), "")
    if not text:
        raise SourceError("The record has no text.", f"Put it under one of the keys {', '.join(TEXT_KEYS[:3])}.")
    return ReadResult.of(
        _without_html(text),
        {field: " ".join(_without_html(value).split()) for field, value in read_stated_fields(record).items()},
    )


def _without_html(text: str) -> str:
    """A text without HTML, if it has any: paragraphs set apart, references resolved."""
    if not _HTML.search(text):
        return text
    text = _BLOCK.sub("\n\n", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    return html.unescape(_TAG.sub("", text)).replace("\xa0", " ").strip()


def is_json(data: bytes) -> bool:
    """Whether all of it is one JSON object or array."""
    try:
        return data.lstrip()[:1] in (b"{", b"[") and bool(json.loads(data))
    except (ValueError, RecursionError):
        return False


def parse_record(line: bytes, encoding: str = "") -> dict[str, object]:
    """One line as a record."""
    try:
        record = json.loads(decode(line, encoding).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceError("The line is not JSON.", "Each line must be one whole JSON object.") from error
    if not isinstance(record, dict):
        raise SourceError("The line is JSON, but not an object.", "Each line must be one JSON object with a text.")
    return record
