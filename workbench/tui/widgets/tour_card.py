"""The card of the tour, in the corner of the desk: which step, what to press, how to leave."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from workbench.tui.bindings import keys_of
from workbench.tui.sanitizing import plain
from workbench.tui.tour import Tour


class TourCard(Vertical):
    """Takes no focus and no key; on narrow screens it stands above the footer, on others over the corner."""

    def compose(self) -> ComposeResult:
        """The card in its place."""
        yield Static(id="tour")

    def say(self, tour: Tour, keymap: Mapping[str, str]) -> None:
        """Show the step in hand."""
        card, step = self.query_one("#tour", Static), tour.step
        skip, leave = (keys_of(id, keymap)[0] for id in ("app.skip", "app.tour"))
        card.border_title = plain(f"Tour: step {tour.at + 1} of {len(tour.steps)}")
        card.border_subtitle = plain(f"{skip} skip   {leave} end")
        card.update(Content.assemble((step.title, "bold $primary"), "  ", *step.parts(keymap)))
