"""The panes: for each, its columns, how a row reads in them, its orders, and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Pane
from workbench.tui.panes import articles, facts, notes, people, positions, quotes
from workbench.tui.signs import JUDGED_SIGNS, MARK_SIGNS, PRESUMED, SHORT_STANCE_SIGNS, STANCE_SIGNS, SURE_SIGNS, Sign
from workbench.tui.widgets.columns import Column
from workbench.tui.widgets.row_list import Cells


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """What the desk needs to know of a pane."""

    columns: Sequence[Column]
    cells: Cells
    marks: frozenset[str]
    """The kinds of highlight that the reader shows beside it."""
    signs: Sequence[Sign]
    """What stands in it that is no word, the most wanted first."""
    shorter: Sequence[Sign] = ()
    """The same in fewer words."""
    unseen: tuple[str, ...] = ()
    """Orders by what no column shows."""
    usual: str = "newest first"
    """What its usual order is called."""

    @property
    def orders(self) -> tuple[str, ...]:
        """What its list may be ordered by, the usual order first, then the date."""
        orders = (*(column.order for column in self.columns if column.order), *self.unseen)
        return ("", *sorted(orders, key=lambda order: order != "date"))


PANE_SPECS: dict[Pane, PaneSpec] = {
    "articles": PaneSpec(
        articles.COLUMNS, articles.cells, frozenset({"quote", "note"}), MARK_SIGNS, unseen=("source",)
    ),
    "quotes": PaneSpec(
        quotes.COLUMNS, quotes.cells, frozenset({"quote", "cue", "speaker", "note"}),
        (*SURE_SIGNS, *quotes.KINDS, PRESUMED, *MARK_SIGNS), unseen=("source",),
    ),
    "positions": PaneSpec(positions.COLUMNS, positions.cells, frozenset({"position", "note"}), STANCE_SIGNS,
                          SHORT_STANCE_SIGNS),
    "facts": PaneSpec(facts.COLUMNS, facts.cells, frozenset({"fact", "note"}),
                      (("●", "an article tells it"), *JUDGED_SIGNS, *MARK_SIGNS), unseen=("date",)),
    "notes": PaneSpec(notes.COLUMNS, notes.cells, frozenset({"note", "quote"}), MARK_SIGNS),
    "people": PaneSpec(people.COLUMNS, people.cells, frozenset({"quote", "cue", "speaker", "note"}),
                       (*people.SIGNS, *MARK_SIGNS), usual="most quoted first"),
}  # fmt: skip

BEST_FIRST = "best first"
ORDER_WORDS = {
    "date": "by date",
    "outlet": "by outlet",
    "speaker": "by name",
    "role": "by role",
    "quotes": "by number of quotes",
    "source": "by source",
    "title": "by title",
    "country": "by country",
    "confidence": "by confidence",
    "text": "by wording",
    "kind": "by kind",
    "told": "by how many tell it",
    "differs": "by what differs",
    "stance": "by stance",
}
