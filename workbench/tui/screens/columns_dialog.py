"""Which columns a list shows, and by which it is ordered; each change has its effect at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.desk_memory import Listing
from workbench.tui.screens.dialogs import Dialog
from workbench.tui.widgets.columns import Column, next_order, order_sign


class ColumnsDialog(Dialog[None]):
    """The columns of one list."""

    hint = "space hide, show   ⏎ order, again turned round   d as usual   esc done"

    def __init__(self, pane: str, columns: Sequence[Column], listing: Listing,
                 changed: Callable[[Listing], None]) -> None:  # fmt: skip
        super().__init__(f"Columns of {pane}")
        self.columns, self.listing, self.changed = tuple(columns), listing, changed

    def body(self) -> ComposeResult:
        """A line for each."""
        yield OptionList(*(Option(self._line(column)) for column in self.columns), id="columns")

    def on_mount(self) -> None:
        """The first is in hand."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    def _line(self, column: Column) -> Content:
        shown = column.name not in self.listing.hidden
        sign = "●" if shown else "○"
        order = order_sign(column, self.listing.order)
        return Content.assemble(
            (f" {sign} ", "$accent" if shown else "$quiet"),
            (f"{column.name:<14}", "bold" if shown else "$quiet"),
            (f"{order} order " if order else "", "$accent"),
            ("always shown" if column.open else "", "$quiet"),
        )

    def on_key(self, event: events.Key) -> None:
        """Down and up as in a list; a column shown or hidden; all as at first."""
        options = self.query_one(OptionList)
        column = self.columns[options.highlighted or 0]
        if event.key in ("j", "k"):
            (options.action_cursor_down if event.key == "j" else options.action_cursor_up)()
        elif event.key == "space":
            if not column.open:
                self._set(replace(self.listing, hidden=_other(self.listing.hidden, column.name)))
        elif event.key == "d":
            self._set(Listing())
        else:
            return
        event.stop()

    @on(OptionList.OptionSelected)
    def _ordered(self, event: OptionList.OptionSelected) -> None:
        column = self.columns[event.option_index]
        if column.order:
            self._set(replace(self.listing, order=next_order(column, self.listing.order)))

    def _set(self, listing: Listing) -> None:
        self.listing = listing
        options = self.query_one(OptionList)
        for index, column in enumerate(self.columns):
            options.replace_option_prompt_at_index(index, self._line(column))
        self.changed(listing)

    def action_save(self) -> None:
        """Done."""
        self.dismiss(None)


def _other(hidden: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in hidden if each != name) if name in hidden else (*hidden, name)
