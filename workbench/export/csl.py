"""CSL-JSON, the form in which citation processors hold references (Zotero, pandoc, citeproc): days are kept."""

from __future__ import annotations

from typing import IO, Any

from workbench.export.references import Author, Reference, references
from workbench.export.sanitizing import dumps, plain
from workbench.export.selection import NO_OPTIONS, Options, Selection


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write an array with an item for each article."""
    separator = "[\n"
    for each in references(selection):
        stream.write(separator + dumps(item(each)))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def item(found: Reference) -> dict[str, Any]:
    """A reference as CSL has it, without what is empty."""
    fields = {
        "id": found.key,
        "type": "article-newspaper",
        "title": found.title,
        "container-title": found.outlet,
        "author": [_name(author) for author in found.authors],
        "issued": _date(found.published_on),
        "accessed": _date(found.accessed_on),
        "URL": found.url,
        "language": found.language,
        "keyword": ", ".join(found.tags),
        "note": plain(found.note),
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    return {"family": author.family, "given": author.given}


def _date(day: str) -> dict[str, list[list[int]]]:
    parts = day.split("-")
    return {"date-parts": [[int(part) for part in parts]]} if day and all(map(str.isdigit, parts)) else {}
