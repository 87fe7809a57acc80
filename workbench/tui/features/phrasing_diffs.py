"""Phrasings side by side: of the fact in hand, wherever one is."""

from __future__ import annotations

from workbench.model import Fact
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.evidence import Evidence
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.tui.screens.diff import DiffScreen, ReadAt
from workbench.views import Row


class PhrasingDiffs:
    """Opens the phrasing diff."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._view = view
        self._state = state

    def actions(self) -> Actions:
        """The diff."""
        return {"diff": self.diff}

    def open_row(self) -> None:
        """A row was chosen: a fact is compared, anything else is read in its place."""
        row = self._view.rows.current
        if row is not None and isinstance(row.value, Fact):
            self.compare(row)
        elif row is not None:
            self._navigator.remember()
            self._navigator.focus_part("reader")

    def diff(self) -> None:
        """Compare the phrasings of the fact here, wherever here is."""
        row, now = self._view.row, self._state.now
        if row is not None and isinstance(row.value, Fact):
            self.compare(row)
            return
        if row is None or now.evidence is None:
            self._notifier.say("There is nothing here to compare.")
            return
        here = self._view.place
        place = (here[0].id, here[1]) if here else None

        def arrived(found: Evidence) -> None:
            if found.fact is None:
                self._notifier.say("No other article reports this: there is nothing to compare.")
            else:
                self.compare(found.fact)

        self._gateway.ask("read", lambda: self._gateway.evidence.evidence(row, place), arrived)

    def compare(self, fact: Row[Fact]) -> None:
        """Open the phrasing diff on a fact, among those that are listed."""
        in_facts = self._state.now.pane == "facts"
        listed = [row for rows in self._view.rows.pages.values() for row in rows] if in_facts else []
        facts = listed if any(row.id == fact.id for row in listed) else [fact]

        def left(place: ReadAt | None) -> None:
            if place is not None:
                self._navigator.remember()
                self._navigator.focus_part("reader")
                self._navigator.read(place.fact, (place.article_id, place.span))

        self._navigator.open(DiffScreen(self._gateway.case, facts, fact.id), left)
