"""What the analyst adds: notes, judgements, and the actions that can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.spans import Span

STATUSES = ("suggested", "confirmed", "rejected")


@dataclass(frozen=True, slots=True)
class Note:
    """What the analyst wrote on something."""

    id: str
    target: str
    """The id of what it is on: an article, quote, position, fact or entity."""
    body: str
    written_at: str
    span: Span | None = None
    """For a note on a passage: its place in the article that `target` names."""


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the undo list."""

    number: int
    label: str
    at: str
    undone: bool = False
