"""The undo list: what the analyst did, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import Action, never, no_report
from workbench.store import history
from workbench.store.database import Database
from workbench.work.article_analysis import following
from workbench.work.case_file import CaseFile
from workbench.work.fact_grouping import regrouping


def undo(case: CaseFile) -> Action | None:
    """Take the last action back; None if there is none."""
    return _step(case, history.undo)


def redo(case: CaseFile) -> Action | None:
    """Do the last undone action again."""
    return _step(case, history.redo)


def actions(case: CaseFile) -> tuple[Action, ...]:
    """The undo list, newest first."""
    return tuple(history.actions(case.db))


def _step(case: CaseFile, step: Callable[[Database], Action | None]) -> Action | None:
    """Undo or redo; where articles come or go by that, what is pending for it is done."""
    with following(case, no_report, never), regrouping(case):
        return step(case.db)
