"""Jump mode: a letter over every part of the screen; pressing it goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widgets import Static

from workbench.tui.dimming import Modal
from workbench.tui.widgets.guarded import guarded

LETTERS = "asdfghjklewrtyuiopcvbnm"


@guarded
class Jump(Modal[int | None]):
    """Letters at some places; gives back the number of the place whose letter was pressed."""

    def __init__(self, places: Sequence[Offset]) -> None:
        super().__init__()
        self.places = tuple(places)[: len(LETTERS)]

    def compose(self) -> ComposeResult:
        """A letter at each place."""
        for letter, place in zip(LETTERS, self.places, strict=False):
            label = Static(f" {letter} ", classes="jump", markup=False)
            label.styles.offset = (place.x, place.y)
            yield label
        yield Static(" jump: press a letter   esc stay ", id="jump-hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        """A letter goes, anything else stays."""
        event.stop()
        number = LETTERS.find(event.key) if len(event.key) == 1 else -1
        self.dismiss(number if 0 <= number < len(self.places) else None)

    def on_click(self, event: events.Click) -> None:
        """A click on a letter goes, elsewhere stays."""
        labels = list(self.query(".jump"))
        self.dismiss(labels.index(event.widget) if event.widget in labels else None)
