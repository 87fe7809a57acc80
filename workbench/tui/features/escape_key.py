"""One key that takes off what lies on the desk, layer by layer."""

from __future__ import annotations

from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.guided_tour import GuidedTour
from workbench.tui.features.parts import Parts
from workbench.tui.features.search import Search
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.ports import Actions


class EscapeKey:
    """Takes off layers."""

    def __init__(self, view: DeskView, state: StateStore, parts: Parts, search: Search, status: StatusLines,
                 tour: GuidedTour) -> None:  # fmt: skip
        self._view = view
        self._state = state
        self._parts = parts
        self._search = search
        self._status_lines = status
        self._tour = tour

    def actions(self) -> Actions:
        """One layer."""
        return {"peel": self.peel}

    def peel(self) -> None:
        """Zoom, reader, selection, part, chip, text, the card of the tour: the first of them that there is."""
        now, view = self._state.now, self._view
        in_positions = now.pane == "positions"
        if now.zoomed:
            self._parts.zoom()
        elif now.part == "reader":
            self._parts.focus("centre" if view.focused is view.reader else "reader")
        elif view.rows.clear_selection() or (in_positions and view.matrix_view.clear_selection()):
            self._status_lines.show_place()
        elif now.part == "sources":
            self._parts.focus("centre")
        elif in_positions and view.focused is view.rows:
            view.main.focus()
        elif not self._search.peel() and self._tour.on:
            self._tour.end()
