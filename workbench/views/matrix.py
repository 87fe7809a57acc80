"""Where countries stand on issues, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.model import Position
from workbench.views.lists import Row


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one holder stands on one issue, over all articles."""

    stance: str
    """The strongest of `stances`."""
    stances: tuple[str, ...]
    outlets: int
    independent: int
    """How many sources the outlets come down to, when copies, rewrites and credited reports count once."""
    disputed: bool
    """Outlets are sure that it is on opposite sides, in its own words."""
    moved: int
    """+1 or -1 where it went over to the other side, for or against, between the first and the last day; else 0."""
    rows: tuple[Row[Position], ...]
    """The evidence, by date, then outlet."""
    disputing: frozenset[str] = frozenset()
    """The ids of the positions that show the dispute; of `moving`, the move."""
    moving: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by holders; a pair without a cell has nothing said."""

    issues: tuple[str, ...]
    holders: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    """(issue, holder) -> cell"""
    pinned: frozenset[str] = frozenset()
    """Issues that the analyst named or pinned."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two holders on one issue."""

    issue: str
    first: Cell | None
    second: Cell | None
    verdict: Literal["differ", "agree", "mixed", "alone"]
    """By the weight of all that each says; `mixed`: one of them, or both, take no side."""
