"""Arranging the lists: their order, by key or by a click on a column's head, and which columns they show."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from workbench.model import PANES, Pane
from workbench.tui.desk_memory import Listing
from workbench.tui.panes import PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.screens.columns_dialog import ColumnsDialog
from workbench.tui.screens.searching import Searching
from workbench.tui.widgets.columns import next_order
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.sources import Sources


class Arranging(Searching):
    """Orders and columns."""

    def on_mount(self) -> None:
        """Lists and sources as they were left."""
        for pane in PANES:
            self._list_of(pane).listing = self.laid_out.listing(pane)
        self.sources.open_sections = set(self.laid_out.sections)

    def action_order(self) -> None:
        """The next order."""
        orders = PANE_SPECS[self.pane].orders
        here = orders.index(self.order.removeprefix("-"))
        self._arrange_list(self.pane, replace(self.listing, order=orders[(here + 1) % len(orders)]))

    def action_columns(self) -> None:
        """Choose the columns of the list."""
        pane, columns = self.pane, PANE_SPECS[self.pane].columns
        shown = "evidence" if pane == "positions" else pane
        changed = lambda listing: self._arrange_list(pane, listing)  # noqa: E731
        self.app.push_screen(ColumnsDialog(shown, columns, self.listing, changed))

    @on(RowList.HeadPressed)
    def _head_pressed(self, event: RowList.HeadPressed) -> None:
        if not isinstance(event.lines, RowList) or event.lines is not self.rows:
            return
        column = event.lines.column_at(event.index)
        if column is not None and column.order:
            listing = replace(self.listing, order=next_order(column, self.order))
            self._arrange_list(self.pane, listing)

    @on(Sources.Folded)
    def _folded(self) -> None:
        self.lay_out(sections=tuple(sorted(self.sources.open_sections)))

    def _arrange_list(self, pane: Pane, listing: Listing) -> None:
        before = self.laid_out.listing(pane)
        self.lay_out(lists=self.laid_out.with_listing(pane, listing).lists)
        self._list_of(pane).listing = listing
        if listing.order == before.order:
            return
        if pane == "positions":
            self.query_one(PositionsPane).show_evidence(keep=False)
            self.show_place()
        else:
            self.look(keep=False)

    def _list_of(self, pane: Pane) -> RowList:
        return self.query_one("#evidence" if pane == "positions" else f"#{pane}", RowList)
