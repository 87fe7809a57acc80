"""What the analyst adds: tags, stars, notes, quotes and saved searches. Each call is one undoable action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.model import Span
from workbench.store import notes
from workbench.work.case_file import CaseFile


def tag(case: CaseFile, targets: Sequence[str], name: str) -> None:
    """Put a tag on each target."""
    notes.tag(case.db, targets, name)


def untag(case: CaseFile, targets: Sequence[str], name: str) -> None:
    """Take a tag off."""
    notes.untag(case.db, targets, name)


def star(case: CaseFile, targets: Sequence[str], on: bool = True) -> None:
    """Star, or take the star off."""
    notes.star(case.db, targets, on)


def note(case: CaseFile, target: str, body: str, span: Span | None = None) -> str:
    """Write a note; its id."""
    return notes.note(case.db, target, body, span)


def tag_passage(case: CaseFile, article_id: str, span: Span, name: str) -> str:
    """Tag a passage: it becomes a note with that tag; the note's id."""
    return notes.tag_passage(case.db, article_id, span, name)


def make_quote(case: CaseFile, article_id: str, span: Span, kind: str, speakers: Sequence[Mapping[str, str]]) -> str:
    """Make a quote of a passage; its id. It stays through every analysis."""
    from workbench.analysis.attribution.quote_framing import frame_passage
    from workbench.work.lookups import lookup_tables

    direct = kind == "direct"
    return notes.make_quote(
        case.db,
        article_id,
        span,
        kind,
        speakers,
        lambda text: frame_passage(text, span, direct=direct),
        lookup_tables(),
    )


def rewrite_note(case: CaseFile, id: str, body: str) -> None:
    """Change a note's words."""
    notes.rewrite_note(case.db, id, body)


def drop_note(case: CaseFile, id: str) -> None:
    """Take a note away."""
    notes.drop_note(case.db, id)


def tags(case: CaseFile) -> tuple[str, ...]:
    """All tags in use, most frequent first."""
    return tuple(notes.tags(case.db))


def saved_searches(case: CaseFile) -> dict[str, str]:
    """Name -> query."""
    return notes.saved_searches(case.db)


def save_search(case: CaseFile, name: str, query: str) -> None:
    """Keep a query under a name."""
    notes.save_search(case.db, name, query)


def forget_search(case: CaseFile, name: str) -> None:
    """Drop a saved search."""
    notes.forget_search(case.db, name)
