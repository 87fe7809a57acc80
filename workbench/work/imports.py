"""What comes in again: tags, notes, stars, corrections and own quotes of files, onto the right things, as one action.

All of it is done in one transaction, and a dry run does the same and takes it back: what it lists is what would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbench.errors import Stopped
from workbench.model import Report, Stop, counted, never, no_report
from workbench.model.imported_marks import Imported, ImportedChange, MarksFile
from workbench.store.database import Database
from workbench.store.field_validation import shortened
from workbench.store.history import one_action
from workbench.store.transactions import patience
from workbench.work.case_file import CaseFile
from workbench.work.import_steps import Corrections, ImportSteps

KINDS = ("tag", "star", "note", "correction", "own quote")
"""Kinds of changes in the order in which they are counted."""


class _TakenBack(Exception):
    """Ends the transaction of a dry run."""


def import_annotations(
    case: CaseFile,
    files: Sequence[str | Path],
    *,
    dry_run: bool = False,
    corrections: Corrections = "likely",
    report: Report = no_report,
    stop: Stop = never,
) -> Imported:
    """Bring in what files say of things in the case: what was done, or with `dry_run` would be.

    Raises SourceError for a file that cannot be read whole, Stopped when `stop` says so; then nothing was changed.
    """
    from workbench.ingest.annotations import read_marks

    read = [read_marks(Path(file)) for file in files]
    found: list[Imported] = []
    try:
        with patience(case.db), one_action(case.db, lambda: found[0].label):
            found.append(_laid_over(case.db, read, corrections, report, stop))
            if dry_run:
                raise _TakenBack
    except _TakenBack:
        pass
    return found[0]


def _laid_over(db: Database, files: Sequence[MarksFile], which: Corrections, report: Report, stop: Stop) -> Imported:
    """Lay the marks of files over the case."""
    marks = [replace(mark, where=f"{file.name}, {mark.where}") for file in files for mark in file.marks]
    steps = ImportSteps(db, marks, which)
    for done, total in steps.run():
        if stop():
            raise Stopped("The import was stopped.", "Nothing was changed.")
        report(done, total, "")
    unread = [replace(each, where=f"{file.name}, {each.where}") for file in files for each in file.unplaced]
    changes = steps.importer.changes
    names = " and ".join(file.name for file in files)
    label = f"import of {shortened(names)}: {summary(changes)}" if changes else ""
    return Imported(tuple(changes), steps.importer.same, (*unread, *steps.importer.unplaced), tuple(steps.left), label)


def summary(changes: Sequence[ImportedChange]) -> str:
    """`12 tags, 3 notes and 1 correction`."""
    counts = Counter(each.what for each in changes)
    *first, last = [counted(counts[what], what) for what in KINDS if counts[what]] or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last
