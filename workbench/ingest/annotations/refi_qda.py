"""Projects and codebooks of programs for qualitative analysis (REFI-QDA: `.qdpx`, `.qdc`): what was selected in texts,
with its codes as tags and its memos as notes.

Each program counts characters in its own way, and none says which. The way is taken under which most selections of the
project are what they are named after, and whole words; then the words are what counts, not the place.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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
from workbench.ingest.annotations.refi_codes import Said, codes_of, guid_of
from workbench.ingest.annotations.refi_counting import best_counting, selected
from workbench.ingest.charset import decode
from workbench.model import Pane
from workbench.model.imported_marks import ImportedMark, MarksFile, StatedArticle, StatedPassage, Unplaced

if TYPE_CHECKING:
    from lxml.etree import _Element

BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NAME = 40
"""So many characters of a source's name stand in messages."""
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
    """A selection as a project has it, and what is said of it."""

    name: str
    start: int
    end: int
    said: Said


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a project with what is selected in it, and what is said of all of it."""

    name: str
    text: str
    selections: tuple[Selected, ...]
    said: Said


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
        reader = ProjectReader(root, archive)
        sources = list(reader.sources())
    counting = best_counting([(s.text, each.start, each.end, each.name) for s in sources for each in s.selections],
                             root.get("origin") or "")  # fmt: skip
    marks: list[ImportedMark] = []
    for source in sources:
        for found in _marks(source, counting):
            if isinstance(found, ImportedMark):
                marks.append(found)
            else:
                reader.unplaced.append(found)
    return MarksFile(path.name, "qdpx", tuple(marks), tuple(reader.unplaced))


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
    codes = len(list(_all(root, "Code")))
    says = f"it is a codebook of {codes:,} codes, and no passage: a code is a tag here once something has it"
    return MarksFile(path.name, "qdc", (), (Unplaced("all of it", says),))


# What is in the XML


def _tag(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: _Element, *tags: str) -> Iterator[_Element]:
    return (each for each in element if isinstance(each.tag, str) and _tag(each) in tags)


def _all(element: _Element, *tags: str) -> Iterator[_Element]:
    return (each for each in element.iter() if isinstance(each.tag, str) and _tag(each) in tags)


class ProjectReader:
    """Reads the sources of a project with all that is said of them."""

    def __init__(self, root: _Element, archive: Archive) -> None:
        self._root = root
        self._archive = archive
        self._codes = codes_of(root)
        self._notes = {guid_of(each): each for each in _all(root, "Note")}
        self._links: dict[str, list[str]] = {}
        """What is linked to something, as NVivo does it with notes on passages."""
        for link in _all(root, "Link"):
            self._links.setdefault(guid_of(link, "targetGUID"), []).append(guid_of(link, "originGUID"))
        self.unplaced: list[Unplaced] = []

    def sources(self) -> Iterator[Source]:
        """The sources that have a text; of the others, what is selected in them is told as unplaced."""
        for element in _all(self._root, "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"):
            name = element.get("name") or "a source without a name"
            self.unplaced += [Unplaced(name, f"it is {_OTHER_KINDS[_tag(e)]}") for e in _all(element, *_OTHER_KINDS)]
            texts = [element] if _tag(element) == "TextSource" else list(_children(element, "Representation"))
            for each in texts:
                text = self._text(each)
                selections = tuple(self._selections(each))
                if text is None:
                    self.unplaced += [Unplaced(name, NO_TEXT) for _ in selections]
                else:
                    notes = (note for note in self._notes_on(each) if not self._places(note))
                    said = self._codes.said(_code_refs(each), self._bodies(each, notes))
                    yield Source(name, text, selections, said)

    def _selections(self, element: _Element) -> Iterator[Selected]:
        for each in _children(element, "PlainTextSelection"):
            said = self._codes.said(_code_refs(each), self._bodies(each, self._notes_on(each)))
            yield Selected(each.get("name") or "", *_place(each), said)
        for note in self._notes_on(element):
            for each in self._places(note):
                yield Selected("", *_place(each), self._codes.said((), [self._note_text(note)]))

    def _places(self, note: _Element) -> list[_Element]:
        """The passages that a note is on, where they are in the note itself."""
        return list(_children(note, "PlainTextSelection"))

    def _notes_on(self, element: _Element) -> list[_Element]:
        """The notes that something refers to, by itself, by its codings, or by a link."""
        holders = [element, *_children(element, "Coding")]
        refs = [guid_of(ref, "targetGUID") for holder in holders for ref in _children(holder, "NoteRef")]
        linked = self._links.get(guid_of(element), [])
        return [self._notes[guid] for guid in dict.fromkeys((*refs, *linked)) if guid in self._notes]

    def _bodies(self, element: _Element, notes: Iterable[_Element]) -> list[str]:
        """What is written on something."""
        own = [(each.text or "").strip() for each in _children(element, "Description")]
        return list(filter(None, (*own, *map(self._note_text, notes))))

    def _note_text(self, element: _Element) -> str:
        own = [(each.text or "").strip() for each in _children(element, "Description")]
        text = (self._text(element) or "").strip().replace("\r\n", "\n").lstrip(MARK)
        return "\n\n".join(filter(None, [text, *own]))

    def _text(self, element: _Element) -> str | None:
        """The text of a source or note, in the project or beside it; None where it is not."""
        for each in _children(element, "PlainTextContent"):
            return each.text or ""
        wanted = (element.get("plainTextPath") or "").replace("\\", "/").rpartition("/")[2].lower()
        inside = next((e for e in self._archive.sizes if wanted and e.rpartition("/")[2].lower() == wanted), None)
        if inside is None:
            return None
        data = self._archive.read(inside)
        text = decode(data).removeprefix(MARK)
        return MARK + text if data.startswith(BYTE_ORDER_MARKS) else text


def _place(selection: _Element) -> tuple[int, int]:
    numbers = [selection.get(name, "") for name in ("startPosition", "endPosition")]
    start, end = (int(n) if n.isdecimal() and len(n) < 12 else -1 for n in numbers)
    return start, end


def _code_refs(element: _Element) -> Iterator[str]:
    refs = (ref for coding in _children(element, "Coding") for ref in _children(coding, "CodeRef"))
    return (guid_of(ref, "targetGUID") for ref in refs)


# What is selected


def _marks(source: Source, counting: Counting) -> Iterator[ImportedMark | Unplaced]:
    article = StatedArticle(title=source.name, source=source.name, text=source.text.lstrip(MARK).replace("\r\n", "\n"))
    name = source.name if len(source.name) <= NAME else f"{source.name[: NAME - 1]}…"
    if source.said:
        yield _mark(f"all of {name}", source.said, article, "articles")
    for each in source.selections:
        where = f"{name}, {each.start}-{each.end}"
        place = selected(source.text, each.start, each.end, counting)
        if not each.said and each.said.ours:
            continue
        if place is None:
            yield Unplaced(where, NOT_WHOLE, each.name)
        elif not each.said:
            yield Unplaced(where, NO_CODE, source.text[place[0] : place[1]])
        else:
            yield _mark(where, each.said, article, _pane(each.said.id), _passage(source.text, *place))


def _pane(id: str) -> Pane | Literal[""]:
    return records.PANES[id[0]] if id else ""


def _mark(
    where: str, said: Said, article: StatedArticle, pane: Pane | Literal[""], *passages: StatedPassage
) -> ImportedMark:
    return ImportedMark(where, "selection", pane, said.id, article, passages, said.tags, said.starred, said.notes)


def _passage(text: str, start: int, end: int) -> StatedPassage:
    """A selection by its words, without the blanks around them."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    before, words, after = (each.replace("\r\n", "\n").lstrip(MARK) for each in parts)
    place = start - text.count("\r\n", 0, start) - text.startswith(MARK)
    return StatedPassage(words, before, after, place, place + len(words))
