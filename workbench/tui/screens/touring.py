"""Being shown round: a card on the desk that goes on as the analyst does what it says."""

from __future__ import annotations

from workbench.tui.bindings import keys_of
from workbench.tui.screens.going import Going
from workbench.tui.tour import Tour
from workbench.tui.widgets.tour_card import TourCard


class Touring(Going):
    """The tour."""

    tour: Tour | None = None

    def start_tour(self) -> None:
        """From the first step."""
        self.tour = Tour(empty=self.around is not None and not self.around.all_articles)
        self.app.clear_notifications()
        self.add_class("-touring")
        self.mount(TourCard(), before="#keys")
        self.call_after_refresh(self._show_step)

    def end_tour(self) -> None:
        """Leave it."""
        self.tour = None
        self.remove_class("-touring")
        self.query(TourCard).remove()

    def next_step(self) -> None:
        """The next step; after the last one, the end."""
        if self.tour is None:
            return
        self.tour.next()
        if self.tour.over:
            self.end_tour()
            every, again = (keys_of(id, self.desk_app.keymap)[0] for id in ("app.help", "app.tour"))
            self.desk_app.say(f"That was the tour. {every} shows every key, {again} the tour again.")
        else:
            self._show_step()

    def heard(self, id: str) -> None:
        """A binding was used here."""
        if self.tour and self.tour.heard(id):
            self.next_step()

    def on_screen_resume(self) -> None:
        """What lay over the desk has gone."""
        if self.tour and self.tour.returned():
            self.next_step()

    def nothing_to_peel(self) -> None:
        """The card is the last layer."""
        if self.tour:
            self.end_tour()

    def _show_step(self) -> None:
        for card in self.query(TourCard):
            if self.tour:
                card.say(self.tour, self.desk_app.keymap)
