"""What goes: articles are taken out of the case, with all that was found in them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Removal, Report, Stop, never, no_report
from workbench.store import removal as stored
from workbench.work.article_analysis import following
from workbench.work.case_file import CaseFile


def removal(case: CaseFile, ids: Sequence[str]) -> Removal:
    """What would go along if articles were taken out."""
    return stored.removal(case.db, ids)


def remove(case: CaseFile, ids: Sequence[str], *, report: Report = no_report, stop: Stop = never) -> Removal:
    """Take articles out, as one action; what went along. What the others say is made anew without them."""
    with following(case, report, stop):
        return stored.remove(case.db, ids)
