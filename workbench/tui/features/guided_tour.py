"""The tour on the desk: a card that goes on as the analyst does what it says."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from workbench.tui.bindings import keys_of
from workbench.tui.desk_state import StateStore
from workbench.tui.ports import Host
from workbench.tui.tour import Tour
from workbench.tui.widgets.tour_card import TourCard


class GuidedTour:
    """Shows the tour."""

    def __init__(self, host: Host, state: StateStore, screen: Screen[Any]) -> None:
        self._host = host
        self._state = state
        self._screen = screen
        self._tour: Tour | None = None

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return self._tour is not None

    def start(self) -> None:
        """From the first step."""
        around = self._state.now.surroundings
        self._tour = Tour(empty=around is not None and not around.all_articles)
        self._screen.app.clear_notifications()
        self._screen.add_class("-touring")
        self._screen.mount(TourCard(), before="#keys")
        self._screen.call_after_refresh(self._show_step)

    def end(self) -> None:
        """Leave it."""
        self._tour = None
        self._screen.remove_class("-touring")
        self._screen.query(TourCard).remove()

    def next(self) -> None:
        """The next step; after the last one, the end."""
        if self._tour is None:
            return
        self._tour.next()
        if self._tour.over:
            self.end()
            every, again = (keys_of(id, self._host.keymap)[0] for id in ("app.help", "app.tour"))
            self._host.say(f"That was the tour. {every} shows every key, {again} the tour again.")
        else:
            self._show_step()

    def heard(self, id: str) -> None:
        """A binding was used on the desk."""
        if self._tour and self._tour.heard(id):
            self.next()

    def returned(self) -> None:
        """What lay over the desk has gone."""
        if self._tour and self._tour.returned():
            self.next()

    def _show_step(self) -> None:
        for card in self._screen.query(TourCard):
            if self._tour:
                card.say(self._tour, self._host.keymap)
