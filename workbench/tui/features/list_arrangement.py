"""How the lists are shown: their order, by key or by a click on a column's head, and which columns they have."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import PANES, Pane
from workbench.tui.desk_memory import Listing
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.query_results import QueryResults
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.panes import PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.ports import Actions, Navigator
from workbench.tui.widgets.columns import next_order
from workbench.tui.widgets.row_list import RowList


class ListArrangement:
    """Orders and columns."""

    def __init__(self, navigator: Navigator, view: DeskView, state: StateStore, answers: QueryResults,
                 status: StatusLines) -> None:  # fmt: skip
        self._navigator = navigator
        self._view = view
        self._state = state
        self._query_results = answers
        self._status_lines = status

    def actions(self) -> Actions:
        """The next order, and the columns."""
        return {"order": self.order, "columns": self.columns}

    def restore(self) -> None:
        """Lists and sources as they were left."""
        layout = self._state.now.layout
        for pane in PANES:
            self._view.list_of(pane).listing = layout.listing(pane)
        self._view.sources.open_sections = set(layout.sections)

    def order(self) -> None:
        """The next order."""
        now = self._state.now
        orders = PANE_SPECS[now.pane].orders
        here = orders.index(now.order.removeprefix("-"))
        self._arrange(now.pane, replace(now.listing, order=orders[(here + 1) % len(orders)]))

    def columns(self) -> None:
        """Choose the columns of the list."""
        pane, listing = self._state.now.pane, self._state.now.listing
        shown = "evidence" if pane == "positions" else pane
        changed = lambda other: self._arrange(pane, other)  # noqa: E731
        from workbench.tui.screens.columns_dialog import ColumnsDialog

        self._navigator.open(ColumnsDialog(shown, PANE_SPECS[pane].columns, listing, changed))

    def head_pressed(self, event: RowList.HeadPressed) -> None:
        """Order by the column whose head was clicked."""
        if not isinstance(event.lines, RowList) or event.lines is not self._view.rows:
            return
        now, column = self._state.now, event.lines.column_at(event.index)
        if column is not None and column.order:
            self._arrange(now.pane, replace(now.listing, order=next_order(column, now.order)))

    def keep_sections(self) -> None:
        """Which sections of the sources are open."""
        self._state.arrange(sections=tuple(sorted(self._view.sources.open_sections)))

    def _arrange(self, pane: Pane, listing: Listing) -> None:
        layout = self._state.now.layout
        before = layout.listing(pane)
        self._state.arrange(lists=layout.with_listing(pane, listing).lists)
        self._view.list_of(pane).listing = listing
        if listing.order == before.order:
            return
        if pane == "positions":
            self._view.find(PositionsPane).show_evidence(keep=False)
            self._status_lines.show_place()
        else:
            self._query_results.look(keep=False)
