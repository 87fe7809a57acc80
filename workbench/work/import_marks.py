"""What a file says of things, laid over the case: each call of the store is one that the desk makes, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from workbench.analysis.attribution.quote_framing import frame_passage
from workbench.errors import WorkbenchError
from workbench.model import QUOTE_KINDS, Note
from workbench.model.imported_marks import ImportedChange, ImportedMark, Unplaced
from workbench.store import corrections, notes, person_corrections
from workbench.store.database import Database
from workbench.store.field_validation import shortened
from workbench.store.serialization import clean_lines, one_line
from workbench.store.target_search import note_bodies, note_like
from workbench.views import Marks, Row
from workbench.work.import_people import settle_identity
from workbench.work.import_targets import Found, TargetFinder
from workbench.work.import_values import Difference, stated_speakers
from workbench.work.lookups import lookup_tables

LISTED = 120
"""So many characters of the words of something stand in a listing."""


class MarkImporter:
    """Lays marks over a case, and remembers what it did and what it could not do."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.targets = TargetFinder(db)
        self.changes: list[ImportedChange] = []
        self.unplaced: list[Unplaced] = []
        self.same = 0
        self._tags: dict[str, dict[str, None]] = {}
        self._stars: dict[str, None] = {}

    # What is said

    def tell(self, mark: ImportedMark, what: str, target: str, said: str, words: str = "", how: str = "") -> None:
        """Remember something that was done."""
        self.changes.append(ImportedChange(mark.where, what, target, said, shortened(words, LISTED), how))

    def refuse(self, mark: ImportedMark, reason: str) -> None:
        """Remember something that could not be done."""
        words = next((each.words for each in mark.passages if each.words), str(mark.values.get("name", "")))
        self.unplaced.append(Unplaced(mark.where, reason, shortened(words, LISTED)))

    def _attempt(self, mark: ImportedMark, call: Callable[[], None]) -> None:
        """Do something, or say why it could not be done."""
        try:
            call()
        except WorkbenchError as error:
            self.refuse(mark, error.message.rstrip("."))

    # People and corrections

    def settle(self, mark: ImportedMark) -> None:
        """Say who somebody is."""

        def call() -> None:
            for gone, done in settle_identity(self._db, mark, lookup_tables()):
                self.targets.renamed |= dict.fromkeys(gone, mark.id)
                if done:
                    self.tell(mark, "correction", mark.id, done)

        self._attempt(mark, call)

    def correct(self, difference: Difference) -> None:
        """Lay a correction over the case."""
        self._attempt(difference.mark, lambda: self._correct(difference))

    def _correct(self, found: Difference) -> None:
        id, field, value = found.row.id, found.field, found.value
        if found.mark.pane == "people":
            done = person_corrections.correct_people(self._db, [id], {field: value}, lookup_tables())
        elif (found.mark.pane, field) == ("facts", "status"):
            done = corrections.judge(self._db, [id], value)
        else:
            done = corrections.correct(self._db, [id], {field: value}, lookup_tables())
        if done:
            self.tell(found.mark, "correction", id, found.words, _words_of(found.row.value), found.how)

    def pin(self, mark: ImportedMark, found: Found) -> None:
        """Pin the topic of a position to the issue that it is shown under there."""
        label = mark.values.get("issue")
        row = found.row
        if row is None or not isinstance(label, str) or not label:
            return
        topic = row.value.topic

        def call() -> None:
            if done := corrections.pin_topic(self._db, topic, label):
                self.tell(mark, "correction", row.id, done)

        self._attempt(mark, call)

    # Quotes and notes that are made

    def make_quote(self, mark: ImportedMark, found: Found) -> Found:
        """Make a quote of the passage of a mark."""
        span, kind = found.span, str(mark.values.get("kind", ""))
        if span is None:
            return found
        kind = kind if kind in QUOTE_KINDS else "indirect"
        speakers = stated_speakers(mark.values.get("speakers"), ()) or []
        id = notes.make_quote(
            self._db, found.target, span, kind, speakers,
            lambda text: frame_passage(text, span, direct=kind == "direct"), lookup_tables(),
        )  # fmt: skip
        row = self.targets.row(id)
        if row is None:
            return found
        self.targets.renamed[mark.id] = id
        who = " and ".join(speaker.label for speaker in row.value.speakers) or "nobody named"
        self.tell(mark, "own quote", id, f"{kind}, said by {who}", row.value.text, found.how)
        return Found(row, found.target, span, found.how)

    def write_note(self, mark: ImportedMark, found: Found) -> None:
        """Write a note of the notes of a file, or other words for it."""
        body, at = clean_lines(str(mark.values.get("body", ""))), str(mark.values.get("written_at", ""))
        if not body:
            self.refuse(mark, "the note is empty")
        elif found.row and isinstance(found.row.value, Note):
            if found.row.value.body != body:
                notes.rewrite_note(self._db, found.row.id, body)
                self.tell(mark, "note", found.row.id, f"other words: {shortened(body)}")
            else:
                self.same += 1
            self.put(mark, found)
        elif id := note_like(self._db, found.target, found.span, body):
            self.same += 1
            self.put(mark, Found(self.targets.row(id)))
        else:
            id = notes.note(self._db, found.target, body, found.span, id=mark.id, written_at=at)
            self.tell(mark, "note", found.target, shortened(body), self._words(found), found.how)
            self.put(mark, Found(self.targets.row(id)))

    def mark_passage(self, mark: ImportedMark, found: Found) -> None:
        """A passage with tags or notes that is no row: a note on it, whose words are the notes, else the passage."""
        words = self._words(found)
        for body in [clean_lines(each) for each in mark.notes] or [clean_lines(words)]:
            id = note_like(self._db, found.target, found.span, body)
            if id:
                self.same += bool(mark.notes)
            else:
                id = notes.note(self._db, found.target, body, found.span)
                said = shortened(body) if mark.notes else "on the passage, for its tags"
                self.tell(mark, "note", found.target, said, words, found.how)
            self._put_tags_and_star(mark, id, self.targets.row(id), words, found.how)

    def _words(self, found: Found) -> str:
        return found.span.of(self.targets.articles.text(found.target)) if found.span else ""

    # Tags, stars and notes of a row

    def put(self, mark: ImportedMark, found: Found) -> None:
        """Tags, star and notes that a row has there and not here."""
        row = found.row
        if row is None:
            return
        words = _words_of(row.value)
        self._put_tags_and_star(mark, row.id, row, words, found.how)
        for note in mark.notes:
            body = new_words(clean_lines(note), note_bodies(self._db, row.id))
            if not body:
                self.same += 1
                continue
            notes.note(self._db, row.id, body)
            self.tell(mark, "note", row.id, shortened(body), words, found.how)

    def _put_tags_and_star(self, mark: ImportedMark, id: str, row: Row[Any] | None, words: str, how: str) -> None:
        here = row.marks if row else Marks()
        for name in filter(None, map(one_line, mark.tags)):
            if name in here.tags or id in self._tags.get(name, ()):
                self.same += 1
                continue
            self._tags.setdefault(name, {})[id] = None
            self.tell(mark, "tag", id, f"#{name}", words, how)
        if mark.starred and (here.starred or id in self._stars):
            self.same += 1
        elif mark.starred:
            self._stars[id] = None
            self.tell(mark, "star", id, "starred", words, how)

    def finish(self) -> None:
        """Put on the tags and stars that were gathered."""
        for name, targets in self._tags.items():
            notes.tag(self._db, list(targets), name)
        if self._stars:
            notes.star(self._db, list(self._stars))
        self._tags, self._stars = {}, {}


def new_words(note: str, here: Sequence[str]) -> str:
    """What of a note, which may be several joined by blank lines, is not among those that something has already."""
    if note == "\n\n".join(here):
        return ""
    for known in sorted(here, key=len, reverse=True):
        if note == known:
            return ""
        note = note.removeprefix(known + "\n\n")
        note = note.removesuffix("\n\n" + known)
    return note


def _words_of(value: object) -> str:
    """What something is known by in a listing."""
    names: Iterator[str] = (str(getattr(value, name, "")) for name in ("title", "gist", "text", "body", "name"))
    return shortened(next(filter(None, names), ""), LISTED)
