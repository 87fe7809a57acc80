"""The panes: for each, its columns, how a row reads in them, its orders, and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Pane
from workbench.tui.panes import articles, facts, notes, positions, quotes
from workbench.tui.widgets.cells import Column
from workbench.tui.widgets.rows import Cells


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """What the desk needs to know of a pane."""

    columns: Sequence[Column]
    cells: Cells
    orders: tuple[str, ...]
    """What the case may sort it by, the usual order first."""
    marks: frozenset[str]
    """The kinds of highlight that the reader shows beside it."""


PANE_SPECS: dict[Pane, PaneSpec] = {
    "articles": PaneSpec(
        articles.COLUMNS, articles.cells, ("", "date", "outlet", "source"), frozenset({"quote", "note"})
    ),
    "quotes": PaneSpec(
        quotes.COLUMNS, quotes.cells, ("", "date", "outlet", "speaker", "source"),
        frozenset({"quote", "cue", "speaker", "note"}),
    ),
    "positions": PaneSpec(positions.COLUMNS, positions.cells, ("",), frozenset({"position", "note"})),
    "facts": PaneSpec(facts.COLUMNS, facts.cells, ("", "date"), frozenset({"fact", "note"})),
    "notes": PaneSpec(notes.COLUMNS, notes.cells, ("", "date", "outlet"), frozenset({"note", "quote"})),
}  # fmt: skip

ORDER_WORDS = {
    "": "best first",
    "date": "by date",
    "outlet": "by outlet",
    "speaker": "by speaker",
    "source": "by source",
}
