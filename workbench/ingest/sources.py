"""What the user named, to files: folders walked, globs matched, in a stable order, each file once.

A name that leads nowhere is a failure of that name alone. Links are followed, and a place that was seen before is not
entered again.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.ingest.readers import SUFFIXES
from workbench.model import Failure

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input."""

    name: str
    """As it was given, made fit to print: what `Document.source` holds."""
    path: str
    """Empty for standard input."""


def expand_sources(sources: Sequence[str], within: str = "") -> Iterator[Source | Failure]:
    """The files that sources stand for; of those that are not in the folder `within`, if there is one, a failure."""
    seen: set[str] = set()
    for source in sources:
        for item in _expand(source, seen):
            refused = isinstance(item, Source) and within and not _inside(item.path, within)
            yield Failure(printable(source), f"It leads out of {within}, where files may be read.") if refused else item


def _inside(path: str, folder: str) -> bool:
    """Whether a file is in a folder, after all links."""
    real = os.path.realpath(folder)
    return bool(path) and os.path.commonpath([real, os.path.realpath(path)]) == real


def source_names(sources: Sequence[str]) -> Iterator[str]:
    """The names of the files that sources stand for, as `Document.source` will hold them."""
    return (item.name for item in expand_sources(sources) if isinstance(item, Source))


def printable(path: str) -> str:
    """A path that can be stored and shown: undecodable bytes and control characters become U+FFFD."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _expand(source: str, seen: set[str]) -> Iterator[Source | Failure]:
    if source == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, "")
    elif source.startswith(("http://", "https://")):
        yield Failure(printable(source), "Addresses cannot be read. Save the page and add the file.")
    elif "\x00" in source or not source:
        yield Failure(printable(source), "No such file or folder. Check the name.")
    elif os.path.lexists(source):
        yield from _place(source, seen)
    else:
        yield from _matches(source, seen)


def _matches(pattern: str, seen: set[str]) -> Iterator[Source | Failure]:
    if not glob.has_magic(pattern):
        yield Failure(printable(pattern), "No such file or folder. Check the name.")
        return
    places = sorted(glob.glob(os.path.expanduser(pattern), recursive=True))
    files = [place for place in places if not os.path.isdir(place)]
    if not places:
        yield Failure(printable(pattern), "Nothing matches. Check the pattern.")
    for place in files or places:
        yield from _place(place, seen)


def _place(path: str, seen: set[str]) -> Iterator[Source | Failure]:
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        yield Failure(printable(path), _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, seen)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield from _once(path, seen)
    else:
        yield Failure(printable(path), "Not a file or folder but a device. Name a file.")


def _folder(folder: str, seen: set[str]) -> Iterator[Source | Failure]:
    failures: list[Failure] = []
    entered: set[str] = set()
    found = False
    for place, folders, files in os.walk(
        folder, onerror=lambda e: failures.append(_failure(e, folder)), followlinks=True
    ):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and _enter(os.path.join(place, name), entered)
        )
        for name in sorted(files):
            if not name.startswith(".") and PurePath(name).suffix.lower() in SUFFIXES:
                found = True
                yield from _file(os.path.join(place, name), seen)
    yield from failures
    if not found and not failures:
        yield Failure(
            printable(folder),
            f"No articles in the folder. Files in it count if they end in {', '.join(sorted(SUFFIXES))}.",
        )


def _enter(folder: str, entered: set[str]) -> bool:
    real = os.path.realpath(folder)
    if real in entered:
        return False
    entered.add(real)
    return True


def _file(path: str, seen: set[str]) -> Iterator[Source | Failure]:
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        yield Failure(printable(path), _reason(error))
        return
    if regular:
        yield from _once(path, seen)


def _once(path: str, seen: set[str]) -> Iterator[Source]:
    real = os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        yield Source(printable(path), path)


def _failure(error: OSError, folder: str) -> Failure:
    return Failure(printable(str(error.filename or folder)), _reason(error))


def _reason(error: OSError) -> str:
    return f"Cannot be read: {error.strerror or 'unknown error'}. Check the file and its permissions."
