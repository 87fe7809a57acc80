"""REFI-QDA projects (.qdpx), for NVivo, MAXQDA, ATLAS.ti, QualCoder and their like: articles are sources, rows codings.

Rows come by article, so the archive gets a text as soon as its passages are known, and what is said of it waits in a
file beside: the codebook, which goes before it, is known only when all rows were seen.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.export.qda_codes import Codebook
from workbench.export.qda_notes import NoteShelf
from workbench.export.qda_passages import CodedPassage, coded_passages, mark_codes, speaker_code
from workbench.export.qda_records import Ordered, ToldRecords
from workbench.export.qda_sources import ANALYST, PROGRAM, USERS, VARIABLES, SourceWriter
from workbench.export.qda_xml import HEADER, element, opening, text_element
from workbench.export.records import record
from workbench.export.sanitizing import plain
from workbench.export.selection import NO_OPTIONS, Options, Selection, place_in_article
from workbench.model import Pane

ORIGIN = "Analyst Workbench"
IN_MEMORY = 1 << 23
ROWS_OF_ARTICLES: tuple[Pane, ...] = ("articles", "quotes", "positions")
Of = tuple[tuple[Any, ...], str, Any, Selection | None]
"""A place to order by, an article's id, and a row of it with its selection; or nothing but that it is there."""


def write(selection: Selection, out: IO[bytes], options: Options = NO_OPTIONS) -> None:
    """Write the project: `project.qde`, and a text for each article in `sources/`."""
    parts = {part.pane: part for part in selection.parts}
    codebook, told = Codebook(), ToldRecords()
    notes = NoteShelf(parts.get("notes"), ANALYST, told.ordered)
    add_people(codebook, parts.get("people"), told.ordered)
    with ZipFile(out, "w", ZIP_DEFLATED) as archive, SpooledTemporaryFile(IN_MEMORY) as waiting:
        writer = SourceWriter(codebook, notes, utf16=options.get("offsets") == "utf-16")
        any_source = False
        for article_id, rows in by_article(parts, notes.passages, told.ordered):
            any_source = True
            source = writer.source(article_id, rows, parts.get("articles", selection))
            archive.writestr(_entry(f"sources/{source.guid}.txt"), source.text.encode("utf-8", "replace"))
            waiting.write(source.xml.encode())
        for identifier, body in notes.texts.items():
            archive.writestr(_entry(f"sources/{identifier}.txt"), plain(body).encode())
        waiting.seek(0)
        with archive.open(_entry("project.qde"), "w") as project:
            project.write("".join(_before_sources(selection, codebook, notes)).encode())
            if any_source:
                project.write(b"<Sources>\n")
                shutil.copyfileobj(waiting, project)
                project.write(b"</Sources>\n")
            about = text_element("Description", selection.query)
            project.write((notes.xml() + about + told.xml() + "</Project>\n").encode())


def write_codebook(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write the codes alone (.qdc)."""
    codebook = Codebook()
    for part in selection.parts:
        if part.pane == "people":
            add_people(codebook, part)
            continue
        for row in part.ordered():
            found = mark_codes(record(row, part)) if part.pane == "articles" else _codes(coded_passages(row, part))
            for code in found:
                codebook.add(code)
    root = {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": ORIGIN}
    stream.write(HEADER + element("CodeBook", root, codebook.xml()))


def add_people(codebook: Codebook, people: Selection | None, ordered: Ordered = Selection.ordered) -> None:
    """Codes for who is quoted, and for who has marks of the analyst's."""
    for row in ordered(people) if people else ():
        found = record(row, people) if people else {}
        codes = tuple(mark_codes(found))
        if row.value.quotes or row.value.positions or codes or found["note"]:
            for code in (speaker_code(row.value.name, row.value.kind, found), *codes):
                codebook.add(code)


def by_article(
    parts: dict[Pane, Selection], notes: Iterable[CodedPassage], ordered: Ordered = Selection.ordered
) -> Iterator[tuple[str, list[Any]]]:
    """Articles in the order of exports, each with its coded passages, or its own row, as far as they are exported."""
    beside: dict[str, list[CodedPassage]] = {}
    for passage in chain(_of_facts(parts, ordered), notes):
        beside.setdefault(passage.article_id, []).append(passage)
    heads = next(iter(parts.values())).heads
    there: list[Of] = sorted(
        ((place_in_article(heads.get(each), each, 0), each, None, None) for each in beside), key=itemgetter(0)
    )
    streams = [_rows(parts[pane], ordered) for pane in ROWS_OF_ARTICLES if pane in parts]
    for article_id, found in groupby(merge(there, *streams, key=itemgetter(0)), key=itemgetter(1)):
        passages = [each for _, _, row, part in found if part for each in _passages(row, part)]
        yield article_id, passages + beside.pop(article_id, [])


def _of_facts(parts: dict[Pane, Selection], ordered: Ordered) -> Iterator[CodedPassage]:
    if "facts" in parts:
        for row in ordered(parts["facts"]):
            yield from coded_passages(row, parts["facts"])


def _rows(part: Selection, ordered: Ordered) -> Iterator[Of]:
    for row in ordered(part):
        article_id = row.head.id if row.head else getattr(row.value, "article_id", row.id)
        yield (*place_in_article(row.head, article_id, 0)[:3], 0), article_id, row, part


def _passages(row: Any, part: Selection) -> Iterator[CodedPassage]:
    return iter(()) if part.pane == "articles" else coded_passages(row, part)


def _codes(passages: Iterable[CodedPassage]) -> Iterator[Any]:
    return (code for passage in passages for code in passage.codes)


def _before_sources(selection: Selection, codebook: Codebook, notes: NoteShelf) -> Iterator[str]:
    yield HEADER
    yield opening(
        "Project",
        {
            "xmlns": "urn:QDA-XML:project:1.0",
            "name": selection.case_name or ORIGIN,
            "origin": ORIGIN,
            "creatingUserGUID": PROGRAM,
        },
    )
    yield element("Users", {}, *(element("User", user) for user in USERS))
    yield element("CodeBook", {}, codebook.xml(notes.by_item()))
    yield element("Variables", {}, *(element("Variable", each.attributes) for each in VARIABLES))


def _entry(name: str) -> ZipInfo:
    """A place in the archive that is the same whenever it is written, on whatever system."""
    entry = ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
    return entry
