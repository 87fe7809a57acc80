"""RIS, the form that every reference manager reads: a tag of two letters and a value on each line.

`PY` holds the whole day with hyphens, from which every reader takes the year at least, and `DA` holds it as the
format's description has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from workbench.export.references import Author, Reference, references
from workbench.export.sanitizing import one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a record for each article."""
    for each in references(selection):
        stream.write("".join(f"{tag}  - {value}\r\n" for tag, value in _lines(each)) + "\r\n")


def _lines(found: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", found.key
    values = [
        ("TI", found.title),
        ("T2", found.outlet),
        *(("AU", _name(author)) for author in found.authors),
        ("PY", found.published_on),
        ("DA", found.published_on.replace("-", "/") + "/" if found.published_on.count("-") == 2 else ""),
        ("UR", found.url),
        ("Y2", found.accessed_on.replace("-", "/") + "/" if found.accessed_on else ""),
        ("LA", found.language),
        *(("KW", tag) for tag in found.tags),
        ("N1", one_line(found.note)),
    ]
    yield from ((tag, value) for tag, value in values if value)
    yield "ER", ""


def _name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
