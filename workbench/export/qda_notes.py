"""The analyst's notes in REFI-QDA: on a passage, on an article or a coded passage, or on somebody or a fact.

A note on a passage is a selection without codes, whose description is the note. Every note stands among the project's
`Notes` as well, referred to by what it is on; those on people and facts are texts of their own, which peers show as
memos or journals.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workbench.export.identifiers import guid
from workbench.export.names import UniqueNames, file_name
from workbench.export.qda_passages import CodedPassage, coded_passages
from workbench.export.qda_records import Ordered
from workbench.export.qda_xml import element, text_element
from workbench.export.selection import Selection
from workbench.model import Note

SOME_TIME = "1970-01-01T00:00:00Z"
"""For a note of which no time is known: peers fail on a note without one."""
IN_ARTICLES = "AQP"
"""What the ids of things begin with whose notes are beside a text."""


class NoteShelf:
    """The notes of an export: where each is on, and the elements that hold them."""

    def __init__(self, notes: Selection | None, analyst: str, ordered: Ordered = Selection.ordered) -> None:
        self.passages: list[CodedPassage] = []
        """Notes on passages."""
        self.texts: dict[str, str] = {}
        """GUID -> the words of a note that is a text of its own."""
        self._on: dict[str, list[str]] = {}
        self._elements: list[str] = []
        self._names = UniqueNames()
        if notes:
            for row in ordered(notes):
                self._take(row, notes, analyst)

    def on(self, item_id: str) -> tuple[str, ...]:
        """The GUIDs of the notes on something."""
        return tuple(self._on.get(item_id, ()))

    def by_item(self) -> dict[str, list[str]]:
        """The same of all things."""
        return self._on

    def xml(self) -> str:
        """The element `Notes`; nothing without any."""
        return element("Notes", {}, *self._elements) if self._elements else ""

    def _take(self, row: Any, notes: Selection, analyst: str) -> None:
        note: Note = row.value
        identifier = guid("note", row.id)
        passages = list(coded_passages(row, notes))
        self.passages += passages
        self._on.setdefault(row.id if passages else note.target, []).append(identifier)
        attributes = {"guid": identifier, "name": self._names.unique(file_name(note.body[:80], "note"), row.id)}
        beside_a_text = note.target.startswith(tuple(IN_ARTICLES))
        if not beside_a_text:
            self.texts[identifier] = note.body
            attributes["plainTextPath"] = f"internal://{identifier}.txt"
        attributes |= {"creatingUser": analyst, "creationDateTime": _time(note.written_at)}
        content = text_element("PlainTextContent", note.body) if beside_a_text else ""
        self._elements.append(element("Note", attributes, content))


def _time(written_at: str) -> str:
    try:
        datetime.fromisoformat(written_at)
    except ValueError:
        return SOME_TIME
    return written_at if "T" in written_at else SOME_TIME
