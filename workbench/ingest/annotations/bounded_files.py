"""Files that may be hostile, read within bounds: archives that grow, paths that lead outside, XML that declares
entities, JSON without an end.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from workbench.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1_048_576
MOST_JSON = 64 * MEGABYTE
"""The size of a JSON document; of JSON lines each may have a quarter, and there may be any number."""
MOST_TABLE = 512 * MEGABYTE
MOST_UNPACKED = 512 * MEGABYTE
"""What all that is read of an archive may come to."""
MOST_GROWTH = 200
"""How many times larger than packed a file of an archive may be, if it is larger than a few megabytes."""
GROWS = 8 * MEGABYTE
MOST_ENTRIES = 50_000
_CHUNK = 65_536
_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)


def refused(name: str, reason: str, hint: str = "") -> SourceError:
    """The error for a file that cannot be read."""
    return SourceError(f"{name}: {reason}", hint)


class Archive:
    """An open ZIP archive whose files are read by name, never unpacked to a folder."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self._name = name
        self._archive = archive
        self._left = MOST_UNPACKED
        self.sizes = {each.filename: each.file_size for each in archive.infolist()}
        """The files, and how large they say that they are."""
        self._check()

    def _check(self) -> None:
        entries = self._archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise refused(self._name, f"The archive has {len(entries):,} files, more than any project.")
        for each in entries:
            path = each.filename.replace("\\", "/")
            if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
                raise refused(self._name, "The archive has a file with a path that leads outside of it.")
            if each.file_size > GROWS and each.file_size > MOST_GROWTH * max(1, each.compress_size):
                raise refused(
                    self._name, "The archive has a file that grows more than any text does when it is unpacked."
                )

    def read(self, name: str) -> bytes:
        """The bytes of a file of the archive."""
        if self.sizes.get(name, 0) > self._left:
            raise refused(self._name, f"The archive is larger than {MOST_UNPACKED // MEGABYTE} MB unpacked.")
        with self._open(name) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise refused(self._name, f"The archive is larger than {MOST_UNPACKED // MEGABYTE} MB unpacked.")
        return data

    def read_xml(self, name: str) -> _Element:
        """The root of an XML file of the archive."""
        return xml_root(self.read(name), self._name)

    def check_xml(self, suffixes: tuple[str, ...]) -> None:
        """Look through all XML files of the archive for what another reader could be led astray by."""
        total = 0
        for name in self.sizes:
            if name.endswith(suffixes):
                with self._open(name) as file:
                    tail = b""
                    while chunk := file.read(_CHUNK):
                        total += len(chunk)
                        if _declares(tail + chunk):
                            raise refused(self._name, "Its XML declares entities, which no export has.")
                        if total > MOST_UNPACKED:
                            raise refused(self._name, f"It is larger than {MOST_UNPACKED // MEGABYTE} MB unpacked.")
                        tail = chunk[-32:]

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._archive.open(name) as file:
                yield file
        except (
            zipfile.BadZipFile,
            EOFError,
            zlib.error,
            OSError,
            NotImplementedError,
            RuntimeError,
            KeyError,
        ) as error:
            raise refused(self._name, f"The archive is damaged: {name} cannot be read.", "Export it again.") from error


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """A ZIP archive; raises SourceError for one that is cut off or not to be trusted."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise refused(path.name, "The archive is damaged or cut off.", "Export it again.") from error
    with archive:
        yield Archive(path.name, archive)


def xml_root(data: bytes, name: str) -> _Element:
    """The root of an XML document; nothing that it refers to is read."""
    from lxml import etree

    if _declares(data):
        raise refused(name, "Its XML declares entities, which no export has.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refused(name, "It is not whole XML: it is damaged or cut off.", "Export it again.") from error


def _declares(data: bytes) -> bool:
    return any(word in data for word in _DECLARATIONS)


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file that may not be larger than `most`."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise refused(
            path.name, f"It is larger than {most // MEGABYTE} MB.", "Export it in parts, by pane or by query."
        )
    return data


def parse_json(text: str, name: str) -> Any:
    """The value of a JSON text."""
    try:
        value = json.loads(text)
        return _storable(value) if "\\ud" in text or "\\uD" in text else value
    except RecursionError as error:
        raise refused(name, "Its JSON is nested more deeply than any export.") from error
    except ValueError as error:
        raise refused(name, "It is not whole JSON: it is damaged or cut off.", "Export it again.") from error


def _storable(value: Any) -> Any:
    """A value without halves of characters, which no file can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_storable(each) for each in value]
    return {_storable(k): _storable(v) for k, v in value.items()} if isinstance(value, dict) else value


def json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """Number and value of every line of a file of JSON lines."""
    most = MOST_JSON // 4
    with path.open("rb") as file:
        number = 0
        while line := file.readline(most + 1):
            number += 1
            if len(line) > most:
                raise refused(f"{path.name}, line {number}", f"It is longer than {most // MEGABYTE} MB.")
            text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
            if text:
                yield number, parse_json(text, f"{path.name}, line {number}")
