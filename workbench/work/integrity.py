"""Whether the case is whole, and what can be made anew where it is not."""

from __future__ import annotations

from workbench.store import integrity
from workbench.work.case_file import CaseFile


def check(case: CaseFile, repair: bool = False) -> tuple[str, ...]:
    """What is wrong with the case, a line each; empty if nothing is. `repair` mends what can be mended."""
    return integrity.repair(case.db) if repair else integrity.check(case.db)
