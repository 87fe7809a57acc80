"""Sources to documents: the bytes, checked, with the kind and character set they will be read with.

No more than one article is held at a time: a file is refused by its size before it is read, and a file of records is
read line by line.
"""

from __future__ import annotations

import io
import itertools
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from workbench.errors import SourceError
from workbench.ingest import charset
from workbench.ingest.readers import PLAIN, SourceKind, kind_of, page, records
from workbench.ingest.sources import Source, expand_sources
from workbench.model import Document, Failure

MAX_BYTES = 20 * 1000 * 1000
"""Bytes of one article."""
_HEAD = 65_536
_COUNTED = 200 * 1000 * 1000
_SKIP = 1 << 20


def read_documents(
    sources: Sequence[str], stdin: Callable[[], bytes], within: str = ""
) -> Iterator[Document | Failure]:
    """Every document that the sources hold, and a failure for each that cannot be read, or not from there."""
    for item in expand_sources(sources, within):
        if isinstance(item, Failure):
            yield item
        else:
            yield from _attempt(item, stdin)


def estimate_count(sources: Sequence[str], within: str = "") -> int | None:
    """About how many documents there will be; None where only reading would tell."""
    total = 0
    for item in expand_sources(sources, within):
        count = 1 if isinstance(item, Failure) else _count(item)
        if count is None:
            return None
        total += count
    return total


def _attempt(source: Source, stdin: Callable[[], bytes]) -> Iterator[Document | Failure]:
    try:
        with io.BytesIO(stdin()) if not source.path else open(source.path, "rb") as stream:
            yield from _read(stream, source)
    except SourceError as error:
        yield Failure(source.name, str(error))
    except OSError as error:
        yield Failure(source.name, f"Cannot be read: {error.strerror or error}. Check the file and its permissions.")


def _read(stream: BinaryIO, source: Source) -> Iterator[Document | Failure]:
    head = stream.read(_HEAD)
    if not head:
        raise SourceError("Empty.", "There is nothing to read in it.")
    if form := charset.binary_format(head):
        raise SourceError(f"Not text but {form}.", "Save it as text or HTML first.")
    kind = kind_of(source.path, head)
    if kind.one_per_line:
        yield from _records(stream, head, source.name, kind)
    else:
        yield _whole(stream, head, source, kind)


def _whole(stream: BinaryIO, head: bytes, source: Source, kind: SourceKind) -> Document:
    size = _size(source.path)
    if size > MAX_BYTES:
        raise _too_large(size)
    data = head + stream.read(MAX_BYTES + 1 - len(head))
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    if not data.strip():
        raise SourceError("Empty.", "There is nothing but space in it.")
    if kind is PLAIN and (source.path.lower().endswith(".json") or records.is_json(data)):
        raise SourceError(
            "JSON, but not one record per line.", "Make it JSONL: one object per line, in a file that ends in .jsonl."
        )
    encoding = page.page_charset(data) if kind.media_type == "text/html" else charset.detect_charset(data)
    return Document(source.name, data, kind.media_type, encoding)


def _records(stream: BinaryIO, head: bytes, name: str, kind: SourceKind) -> Iterator[Document | Failure]:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("JSONL in UTF-16.", "Save it as UTF-8.")
    found = False
    for number, line in enumerate(_lines(stream, head), 1):
        if not line.strip(b"\xef\xbb\xbf \t"):
            continue
        found = True
        yield _record(line, f"{name}#{number}", kind)
    if not found:
        raise SourceError("Empty.", "There is no record in it.")


def _record(line: bytes, name: str, kind: SourceKind) -> Document | Failure:
    try:
        if len(line) > MAX_BYTES:
            raise SourceError(f"The line is longer than {_megabytes(MAX_BYTES)}.", "Each line must be one article.")
        encoding = charset.detect_charset(line)
        records.parse_record(line, encoding)
    except SourceError as error:
        return Failure(name, str(error))
    return Document(name, line, kind.media_type, encoding)


def _lines(stream: BinaryIO, head: bytes) -> Iterator[bytes]:
    """The lines without their ends; one that is too long comes as its beginning alone."""
    rest = head
    while True:
        line, found, rest = rest.partition(b"\n")
        if not found:
            tail = stream.readline(max(0, MAX_BYTES + 1 - len(line)) or 1)
            line, rest = line + tail.removesuffix(b"\n"), b""
            if not tail.endswith(b"\n"):
                _skip(stream)
            if not line and not tail:
                return
        yield line.removesuffix(b"\r")


def _skip(stream: BinaryIO) -> None:
    """Past the end of the line."""
    for piece in itertools.takewhile(bool, iter(lambda: stream.readline(_SKIP), None)):
        if piece.endswith(b"\n"):
            return


def _count(source: Source) -> int | None:
    if not source.path:
        return None
    if not kind_of(source.path).one_per_line:
        return 1
    if not 0 < _size(source.path) <= _COUNTED:
        return None
    try:
        with open(source.path, "rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_SKIP), b"")) or 1
    except OSError:
        return 1


def _size(path: str) -> int:
    """Bytes of a regular file; 0 for what has no size before it is read."""
    try:
        found = os.stat(path) if path else None
    except OSError:
        return 0
    return found.st_size if found and stat.S_ISREG(found.st_mode) else 0


def _too_large(size: int) -> SourceError:
    return SourceError(
        f"Too large for one article ({_megabytes(size)}; the limit is {_megabytes(MAX_BYTES)}).",
        "Split it, or make it JSONL with one article per line.",
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
