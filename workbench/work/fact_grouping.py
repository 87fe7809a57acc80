"""Facts as the analyst groups their passages: merged, parted, and passages moved from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from workbench.model import Span
from workbench.store import match_constraints
from workbench.store.transactions import writing
from workbench.work.case_file import CaseFile


def merge(case: CaseFile, fact_ids: Sequence[str]) -> str:
    """Let facts be one; its id. This and the next two are one undoable action each, and hold when facts are made
    anew.
    """
    with regrouping(case):
        place = match_constraints.passages_of(case.db, fact_ids[0])[0]
        match_constraints.merge(case.db, fact_ids)
    return match_constraints.fact_at(case.db, place)


def part(case: CaseFile, fact_id: str, passages: Sequence[tuple[str, Span]]) -> str:
    """Take passages (article and span) out of a fact; the id of what is left of it, "" if nothing is."""
    with regrouping(case):
        left = [place for place in match_constraints.passages_of(case.db, fact_id) if place not in passages]
        match_constraints.part(case.db, fact_id, passages)
    return next((id for place in left if (id := match_constraints.fact_at(case.db, place))), "")


def move(case: CaseFile, fact_id: str, passage: tuple[str, Span], target: str) -> str:
    """Put a passage of a fact into another fact; the id of that."""
    with regrouping(case):
        match_constraints.move(case.db, fact_id, passage, target)
    return match_constraints.fact_at(case.db, passage)


@contextmanager
def regrouping(case: CaseFile) -> Iterator[None]:
    """Make the facts anew whose constraints change meanwhile, in the same transaction."""
    from workbench.work import fact_matching

    with writing(case.db):
        before = set(match_constraints.load_constraints(case.db))
        yield
        changed = before ^ set(match_constraints.load_constraints(case.db))
        if changed:
            fact_matching.regroup(case.db, {place for one, other, _ in changed for place in (one, other)})
