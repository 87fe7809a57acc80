"""Projects and codebooks of programs for qualitative analysis (REFI-QDA: `.qdpx`, `.qdc`): what was selected in texts,
with its codes as tags and its memos as notes.

Each program counts characters in its own way, and none says which. The way is taken under which most selections of the
project are what they are named after, and whole words; then the words are what counts, not the place.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ingest.annotations import records
from workbench.ingest.annotations.bounded_files import (
    MOST_JSON,
    Archive,
    open_archive,
    parse_json,
    read_bytes,
    refused,
    xml_root,
)
from workbench.ingest.annotations.counting import MARK, Counting
from workbench.ingest.annotations.refi_counting import best_counting, selected
from workbench.ingest.charset import decode
from workbench.model.imported_marks import ImportedMark, MarksFile, StatedArticle, StatedPassage, Unplaced

if TYPE_CHECKING:
    from lxml.etree import _Element

BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
AROUND = 60
"""So many characters around a selection go with it."""
NO_TEXT = "the text that it was made in is not in the project"
NOT_WHOLE = "its place is not in the text that it was made in"
NO_CODE = "it has neither a code nor a note"
_OTHER_KINDS = {
    "PDFSelection": "a part of a PDF page", "PictureSelection": "a part of a picture",
    "AudioSelection": "a part of a recording", "VideoSelection": "a part of a recording",
    "TranscriptSelection": "a part of a transcript",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection as a project has it."""

    name: str
    start: int
    end: int
    codes: tuple[str, ...]
    notes: tuple[str, ...]
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a project with what is selected in it, and what is said of all of it."""

    name: str
    guid: str
    text: str
    selections: tuple[Selected, ...]
    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    path: str = ""


def read(path: Path) -> MarksFile:
    """The marks in a project."""
    with open_archive(path) as archive:
        name = next((each for each in archive.sizes if each.rpartition("/")[2].lower().endswith(".qde")), "")
        if not name:
            raise refused(path.name, "The archive has no project in it.", "A project of REFI-QDA is a .qdpx file.")
        root = archive.read_xml(name)
        if _tag(root) != "Project":
            raise refused(path.name, "What is in the archive is no project of REFI-QDA.")
        if ours := list(_our_marks(root, path.name)):
            return MarksFile(path.name, "qdpx", tuple(filter(records.says_something, ours)))
        sources, unplaced = _sources(root, archive)
    counting = best_counting([(s.text, each.start, each.end, each.name) for s in sources for each in s.selections],
                             root.get("origin") or "")  # fmt: skip
    marks: list[ImportedMark] = []
    for source in sources:
        for found in _marks(source, counting):
            if isinstance(found, ImportedMark):
                marks.append(found)
            else:
                unplaced.append(found)
    return MarksFile(path.name, "qdpx", tuple(marks), tuple(unplaced))


def _our_marks(root: _Element, name: str) -> Iterator[ImportedMark]:
    """What a project of ours says in instructions to this program, where it comes as it was written."""
    for number, each in enumerate(root.xpath("processing-instruction('analyst-workbench')"), 1):
        value = parse_json(each.text or "", name)
        mark = records.mark_of(value, f"record {number}", "record") if isinstance(value, dict) else None
        if mark:
            yield mark


def read_codebook(path: Path) -> MarksFile:
    """A codebook has codes and marks nothing with them: that is said."""
    root = xml_root(read_bytes(path, MOST_JSON), path.name)
    if _tag(root) not in ("CodeBook", "Project"):
        raise refused(path.name, "It is no codebook of REFI-QDA.")
    if _tag(root) == "Project":
        raise refused(path.name, "The texts of the project are not in it.", "Give the .qdpx file that it is of.")
    codes = len(codes_of(root))
    says = f"it is a codebook of {codes:,} codes, and no passage: a code is a tag here once something has it"
    return MarksFile(path.name, "qdc", (), (Unplaced("all of it", says),))


# What is in the XML


def _tag(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: _Element, *tags: str) -> Iterator[_Element]:
    return (each for each in element if isinstance(each.tag, str) and _tag(each) in tags)


def _all(element: _Element, *tags: str) -> Iterator[_Element]:
    return (each for each in element.iter() if isinstance(each.tag, str) and _tag(each) in tags)


def codes_of(root: _Element) -> dict[str, str]:
    """GUID -> name of every code, one beneath another with its path."""
    return {each.get("guid", "").lower(): " ".join((each.get("name") or "").split()) for each in _all(root, "Code")}


def _sources(root: _Element, archive: Archive) -> tuple[list[Source], list[Unplaced]]:
    codes = codes_of(root)
    notes = {each.get("guid", "").lower(): _note_text(each, archive) for each in _all(root, "Note")}
    found: list[Source] = []
    unplaced: list[Unplaced] = []
    for element in _all(root, "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"):
        name = element.get("name") or "a source without a name"
        unplaced += [Unplaced(name, f"it is {_OTHER_KINDS[_tag(each)]}") for each in _all(element, *_OTHER_KINDS)]
        texts = [element] if _tag(element) == "TextSource" else list(_children(element, "Representation"))
        for each in texts:
            text, path = _text_of(each, archive)
            selections = tuple(_selected(each, codes, notes))
            if text is None and selections:
                unplaced += [Unplaced(name, NO_TEXT) for _ in selections]
            elif text is not None:
                said = (_codes(each, codes), _notes(each, notes))
                found.append(Source(name, element.get("guid", "").lower(), text, selections, *said, path))
    return found, unplaced


def _selected(element: _Element, codes: Mapping[str, str], notes: Mapping[str, str]) -> Iterator[Selected]:
    for each in _children(element, "PlainTextSelection"):
        numbers = [each.get(name, "") for name in ("startPosition", "endPosition")]
        start, end = (int(n) if n.isdecimal() and len(n) < 12 else -1 for n in numbers)
        said = (_codes(each, codes), _notes(each, notes))
        yield Selected(each.get("name") or "", start, end, *said, each.get("guid", "").lower())


def _codes(element: _Element, codes: Mapping[str, str]) -> tuple[str, ...]:
    refs = (ref for coding in _children(element, "Coding") for ref in _children(coding, "CodeRef"))
    names = (codes.get(ref.get("targetGUID", "").lower(), "") for ref in refs)
    return tuple(dict.fromkeys(filter(None, names)))


def _notes(element: _Element, notes: Mapping[str, str]) -> tuple[str, ...]:
    """What is written on something, on its codings too."""
    own = [(each.text or "").strip() for each in _children(element, "Description")]
    holders = [element, *_children(element, "Coding")]
    refs = (ref for holder in holders for ref in _children(holder, "NoteRef"))
    named = (notes.get(ref.get("targetGUID", "").lower(), "") for ref in refs)
    return tuple(dict.fromkeys(filter(None, (*own, *named))))


def _note_text(element: _Element, archive: Archive) -> str:
    text, _ = _text_of(element, archive)
    own = [(each.text or "").strip() for each in _children(element, "Description")]
    return "\n\n".join(filter(None, [(text or "").strip(), *own])).replace("\r\n", "\n").lstrip(MARK)


def _text_of(element: _Element, archive: Archive) -> tuple[str | None, str]:
    """The text of a source or note, in the project or beside it, and the path that it has; None where it is not."""
    for each in _children(element, "PlainTextContent"):
        return each.text or "", ""
    path = element.get("plainTextPath") or ""
    name = path.partition("://")[2] or path
    wanted = name.rpartition("/")[2].lower()
    inside = next((each for each in archive.sizes if wanted and each.rpartition("/")[2].lower() == wanted), None)
    if inside is None:
        return None, path
    data = archive.read(inside)
    text = decode(data).removeprefix(MARK)
    return (MARK + text if data.startswith(BYTE_ORDER_MARKS) else text), path


# What is selected


def _marks(source: Source, counting: Counting) -> Iterator[ImportedMark | Unplaced]:
    article = StatedArticle(title=source.name, source=source.name, text=source.text.lstrip(MARK).replace("\r\n", "\n"))
    if source.codes or source.notes:
        where = f"all of {source.name}"
        yield ImportedMark(where, "selection", "articles", "", article, (), source.codes, False, source.notes)
    for each in source.selections:
        where = f"{source.name}, {each.start}-{each.end}"
        place = selected(source.text, each.start, each.end, counting)
        if place is None:
            yield Unplaced(where, NOT_WHOLE, each.name)
            continue
        if not each.codes and not each.notes:
            yield Unplaced(where, NO_CODE, source.text[place[0] : place[1]])
            continue
        yield ImportedMark(
            where, "selection", "", "", article, (_passage(source.text, *place),), each.codes, False, each.notes
        )


def _passage(text: str, start: int, end: int) -> StatedPassage:
    """A selection by its words, without the blanks around them."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    before, words, after = (each.replace("\r\n", "\n").lstrip(MARK) for each in parts)
    place = start - text.count("\r\n", 0, start) - text.startswith(MARK)
    return StatedPassage(words, before, after, place, place + len(words))
