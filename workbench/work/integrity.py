"""Whether the case is whole, and what of it can be made anew."""

from __future__ import annotations

from workbench.store import integrity, kept_output
from workbench.work.case_file import CaseFile


def check(case: CaseFile, repair: bool = False) -> tuple[str, ...]:
    """What is wrong with the case, a line each; empty if nothing is. `repair` mends what can be mended."""
    return integrity.repair(case.db) if repair else integrity.check(case.db)


def compact(case: CaseFile) -> int:
    """Drop what can be made again, and give the room back to the disk; how many bytes that wins."""
    return kept_output.compact(case.db)
