"""The order in which marks are laid over a case: who people are, what is corrected, the quotes and notes that are made,
and last what lies on all of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from workbench.model.imported_marks import ImportedMark
from workbench.store.database import Database
from workbench.store.serialization import one_line
from workbench.store.target_search import articles_with
from workbench.work.import_marks import MarkImporter
from workbench.work.import_targets import Found
from workbench.work.import_values import FIELDS, Difference, corrections, differences

Corrections = Literal["likely", "marked", "all"]
"""Which differing values are corrections: those that are marked as such and, of tables, those that seem to be changed
by hand; only the marked ones; all."""
FIRST = ("people", "articles", "quotes", "positions", "facts", "notes", "")
AT_ONCE = 400


class ImportSteps:
    """The marks of some files, laid over a case."""

    def __init__(self, db: Database, marks: Sequence[ImportedMark], which: Corrections) -> None:
        self._db = db
        self.importer = MarkImporter(db)
        self.left: list[str] = []
        self._marks = marks
        self._which = which
        self._placed: list[tuple[ImportedMark, Found]] = []

    def run(self) -> Iterator[tuple[int, int]]:
        """Do it; how many marks are done, of how many, after each."""
        done, total = 0, len(self._marks)
        for pane in FIRST:
            marks = [mark for mark in self._marks if mark.pane == pane]
            if pane == "people":
                for mark in marks:
                    self.importer.settle(mark)
            found: list[Difference] = []
            compared: Counter[str] = Counter()
            for start in range(0, len(marks), AT_ONCE):
                chunk = marks[start : start + AT_ONCE]
                self.importer.targets.look_up(chunk)
                for mark in chunk:
                    found += self._one(mark, compared)
                    done += 1
                    yield done, total
            self._correct(found, compared)
        for mark, placed in self._placed:
            self.importer.put(mark, placed)
        self.importer.finish()

    def _one(self, mark: ImportedMark, compared: Counter[str]) -> list[Difference]:
        """Find what a mark is of, and do what does not wait; what it says otherwise than the case."""
        found = self.importer.targets.find(mark)
        if found.row is None and not found.target:
            if says_something(mark):
                self.importer.refuse(mark, found.reason)
            return []
        if mark.pane == "notes":
            self.importer.write_note(mark, found)
            return []
        if found.row is None:
            return self._without_row(mark, found)
        if mark.tags or mark.starred or mark.notes:
            self._placed.append((mark, found))
        if "topic" in mark.edits and "issue" not in mark.edits:
            self.importer.pin(mark, found)
        compared.update(field for field in FIELDS.get(type(found.row.value), ()) if field in mark.values)
        if mark.pane == "":
            return []
        return [each for each in differences(mark, found.row, found.how) if not self._is_words_of_an_article(each)]

    def _is_words_of_an_article(self, found: Difference) -> bool:
        """Whether a gist that nobody marked as corrected stands in an article: then another analysis chose it."""
        if found.marked or found.field != "gist" or self._which == "all":
            return False
        return bool(articles_with(self._db, one_line(found.value)[1:].rstrip(".")))

    def _without_row(self, mark: ImportedMark, found: Found) -> list[Difference]:
        """A passage of which the case has no row: a quote that is made, a note, or nothing."""
        if not says_something(mark):
            return []
        if mark.pane == "quotes" and (mark.own or mark.edits):
            made = self.importer.make_quote(mark, found)
            self._placed.append((mark, made))
            return []
        if mark.tags or mark.notes or mark.starred:
            self.importer.mark_passage(mark, found)
        if mark.edits:
            what = {"positions": "position", "facts": "fact"}.get(mark.pane, "row")
            self.importer.refuse(mark, f"the case has no {what} there that could be corrected")
        return []

    def _correct(self, found: Sequence[Difference], compared: Counter[str]) -> None:
        chosen = [each for each in found if each.marked or self._which != "marked"]
        taken, left = corrections(chosen, compared, self._which == "all")
        self.left += left
        for each in taken:
            self.importer.correct(each)


def says_something(mark: ImportedMark) -> bool:
    """Whether a mark says anything of its maker's, beside what a machine found."""
    return bool(mark.tags or mark.notes or mark.starred or mark.edits or mark.own or mark.pane == "notes")
