"""One reader per kind of source: a document's bytes to the text in it and what its format states about it.

The registry is the tuple `KINDS`; a new kind is a module and an entry. The suffix decides, and where there is none, the
first bytes. The readers' libraries are imported when a document of their kind comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from workbench.ingest.readers import markdown, page, plain, records
from workbench.ingest.readers.result import ReadResult
from workbench.model import Document


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of source."""

    media_type: str
    suffixes: tuple[str, ...]
    looks_like: re.Pattern[bytes] | None
    """How its first bytes look, for sources without a known suffix."""
    read: Callable[[Document], ReadResult]
    one_per_line: bool = False
    """Whether each line is a document of its own."""


PLAIN = SourceKind("text/plain", (".txt", ".text"), None, plain.read)
SOURCE_KINDS = (
    SourceKind(
        "text/html",
        (".html", ".htm", ".xhtml"),
        re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I),
        page.read,
    ),
    SourceKind(
        "application/json",
        (".jsonl", ".ndjson"),
        re.compile(rb'\s*\{\s*"[^\n]*(?:\}[ \t\r]*\n|$)'),
        records.read,
        one_per_line=True,
    ),
    SourceKind("text/markdown", (".md", ".markdown"), re.compile(rb"---[ \t]*\r?\n"), markdown.read),
    PLAIN,
)
SUFFIXES = frozenset(suffix for kind in SOURCE_KINDS for suffix in kind.suffixes)
_BY_SUFFIX = {suffix: kind for kind in SOURCE_KINDS for suffix in kind.suffixes}
_BY_TYPE = {kind.media_type: kind for kind in SOURCE_KINDS}


def kind_of(name: str, head: bytes = b"") -> SourceKind:
    """The kind of a source by its name, else by its first bytes; plain text if nothing speaks for another."""
    named = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if named and named is not PLAIN:
        return named
    head = head.removeprefix(b"\xef\xbb\xbf")
    seen = (
        kind
        for kind in SOURCE_KINDS
        if kind.looks_like and kind.looks_like.match(head) and not (named and kind.one_per_line)
    )
    return next(seen, PLAIN)


def read(document: Document) -> ReadResult:
    """The text in a document and what its format states about it."""
    return _BY_TYPE.get(document.media_type, PLAIN).read(document)


__all__ = ["PLAIN", "SOURCE_KINDS", "SUFFIXES", "ReadResult", "SourceKind", "kind_of", "read"]
