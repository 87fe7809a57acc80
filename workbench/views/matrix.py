"""Where countries stand on issues, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal, NamedTuple

from workbench.model import TAKING_PART, Position
from workbench.views.lists import Row


class Standing(NamedTuple):
    """What the matrix takes of one position; made by the thousand, hence a tuple."""

    id: str
    article_id: str
    outlet: str
    """The outlet, or the article where that is not known."""
    day: str
    issue: str
    holder: str
    """The column: the code of a state or bloc, OTHERS behind it where others of the country say it."""
    holder_name: str
    stance: str
    level: str
    own: bool
    """In the words of the holder's own people."""
    confidence: float
    clause: tuple[int, int]


class LazyRows(Sequence[Row[Position]]):
    """Rows whose ids are known, read when the first of them is wanted."""

    def __init__(self, ids: Sequence[str], read: Callable[[Sequence[str]], Sequence[Row[Position]]]) -> None:
        self.ids = tuple(ids)
        self.read = read
        self._rows: tuple[Row[Position], ...] | None = None

    @property
    def are_read(self) -> bool:
        """Whether nothing needs to be read any more."""
        return self._rows is not None

    @property
    def there(self) -> tuple[Row[Position], ...]:
        """All of them."""
        if self._rows is None:
            self._rows = tuple(self.read(self.ids))
        return self._rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.there == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Row[Position]]:
        return iter(self.there)

    def __getitem__(self, index: Any) -> Any:
        return self.there[index]


def joined_rows(parts: Sequence[Sequence[Row[Position]]]) -> Sequence[Row[Position]]:
    """The rows of several cells one after the other; none is read where all of them would be."""
    lazy = [part for part in parts if isinstance(part, LazyRows)]
    if not lazy or len(lazy) < len(parts):
        return tuple(chain.from_iterable(parts))
    return LazyRows([id for part in lazy for id in part.ids], lazy[0].read)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one holder stands on one issue, over all articles."""

    stance: str
    """The first of `stances`."""
    stances: tuple[str, ...]
    """All that is said, by weight: how surely so many independent sources say it."""
    outlets: int
    independent: int
    """How many sources the outlets come down to, when copies, rewrites and credited reports count once."""
    disputed: bool
    """Outlets are sure that it is on opposite sides, in its own words."""
    moved: int
    """+1 or -1 where it went over to the other side, for or against, between the first and the last day; else 0."""
    rows: Sequence[Row[Position]]
    """The evidence, by date, then outlet; of a large case read when it is wanted."""
    disputing: frozenset[str] = frozenset()
    """The ids of the positions that show the dispute; of `moving`, the move."""
    moving: frozenset[str] = frozenset()
    unsure: bool = False
    """Each position that has `stance` is more likely wrong than right."""
    contrary: str = ""
    """The weightiest stance on the other side that is sure too, by whomever it is told; empty: there is none."""
    side: int = 0
    """1 for, -1 against, 0 neither, by the weight of all that is said."""
    holder_name: str = ""
    """What the evidence calls the holder; empty where it does not."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the evidence."""
        return self.rows.ids if isinstance(self.rows, LazyRows) else tuple(row.id for row in self.rows)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by holders; a pair without a cell has nothing said."""

    issues: tuple[str, ...]
    holders: tuple[str, ...]
    """The columns: the codes of states and blocs, and behind a code those of the country who do not speak for it."""
    cells: dict[tuple[str, str], Cell]
    """(issue, holder) -> cell"""
    pinned: frozenset[str] = frozenset()
    """Issues that the analyst named or pinned."""
    others: frozenset[str] = frozenset()
    """The columns of those who do not speak for their state."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The issues with one cell, told by one outlet alone: shown as one line where others have more. What several
        outlets tell is what the story is about, whoever else is silent; what the analyst pinned is wanted.
        """
        cells, kept = Counter(issue for issue, _ in self.cells), {TAKING_PART, *self.pinned}
        kept |= {issue for (issue, _), cell in self.cells.items() if cells[issue] > 1 or cell.outlets > 1}
        lone = tuple(issue for issue in self.issues if issue not in kept)
        return lone if len(lone) > 1 and kept - {TAKING_PART} else ()

    @property
    def kept(self) -> tuple[str, ...]:
        """The other issues."""
        folded = frozenset(self.folded)
        return tuple(issue for issue in self.issues if issue not in folded)

    def holders_on(self, issues: Iterable[str]) -> tuple[str, ...]:
        """The columns that have a cell on some of these issues."""
        wanted = frozenset(issues)
        saying = {holder for issue, holder in self.cells if issue in wanted}
        return tuple(holder for holder in self.holders if holder in saying)

    def of_states(self) -> Matrix:
        """The matrix of the states and blocs alone."""
        holders = tuple(holder for holder in self.holders if holder not in self.others)
        cells = {key: cell for key, cell in self.cells.items() if key[1] not in self.others}
        said = {issue for issue, _ in cells}
        issues = tuple(issue for issue in self.issues if issue in said)
        return replace(self, issues=issues, holders=holders, cells=cells, pinned=self.pinned & said, others=frozenset())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two holders on one issue."""

    issue: str
    first: Cell | None
    second: Cell | None
    verdict: Literal["differ", "agree", "mixed", "alone"]
    """By the weight of all that each says; `mixed`: one of them, or both, take no side, or may take none."""


def confidence_of(row: Row[Position]) -> float:
    """How likely a position is right: certain where the analyst confirmed or corrected it."""
    return 1.0 if row.value.status == "confirmed" or row.marks.edited else row.value.confidence
