"""What is shown on the desk: one immutable value, and the one place that puts another in its stead."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from workbench.model import Pane, PendingWork, Span
from workbench.tui.desk_memory import DeskMemory, Layout, Listing
from workbench.tui.evidence import Evidence
from workbench.tui.panes import PANE_SPECS
from workbench.tui.question import Question
from workbench.views import Facet, Matrix, Results, Row

Part = Literal["sources", "centre", "reader"]
PARTS: tuple[Part, ...] = ("sources", "centre", "reader")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for the pane that is shown."""

    question: Question
    """What was asked in the end: of a word that is being typed, perhaps its beginning."""
    results: Results[Any]
    matrix: Matrix | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The answer for what stands around the pane."""

    counts: dict[Pane, int]
    facets: tuple[Facet, ...]
    saved: dict[str, str]
    owed: PendingWork
    all_articles: int


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the desk that one can come back to."""

    pane: Pane
    question: Question
    row: Row[Any] | None
    index: int
    in_reader: bool
    at: tuple[str, Span | None] | None = None


@dataclass(frozen=True, slots=True)
class DeskState:
    """The pane, the question, the arrangement, and what is read."""

    pane: Pane = "articles"
    part: Part = "centre"
    zoomed: bool = False
    """Whether the part in hand has the whole desk."""
    question: Question = field(default_factory=Question)
    layout: Layout = field(default_factory=Layout)
    answer: Answer | None = None
    surroundings: Surroundings | None = None
    evidence: Evidence | None = None
    """What the reader shows."""
    subject: Row[Any] | None = None
    """What the block beneath the text is about: the row in hand, or what stands under the caret."""
    mark_kinds: frozenset[str] | None = None
    """Which marks the reader shows; None: those of the pane."""

    @property
    def listing(self) -> Listing:
        """How the list of this pane is shown."""
        return self.layout.listing(self.pane)

    @property
    def order(self) -> str:
        """How the list is sorted, as `Case.search` takes it."""
        order = self.listing.order
        return order if order.removeprefix("-") in PANE_SPECS[self.pane].orders else ""

    @property
    def marks_shown(self) -> frozenset[str]:
        """The kinds of marks that the reader shows."""
        return PANE_SPECS[self.pane].marks if self.mark_kinds is None else self.mark_kinds


class StateStore:
    """Holds the state of a desk; how the desk is arranged is kept with the case."""

    def __init__(self, memory: DeskMemory) -> None:
        self._memory = memory
        self.now = DeskState(pane=memory.layout.pane, layout=memory.layout)

    def change(self, **changes: Any) -> None:
        """Replace fields of the state."""
        self.now = replace(self.now, **changes)

    def arrange(self, **changes: Any) -> None:
        """Replace fields of the layout."""
        self.change(layout=replace(self.now.layout, **changes))
        self._memory.layout = self.now.layout
