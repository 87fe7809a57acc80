"""The search field and the chips beside it."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.bindings import bindings
from workbench.tui.plain import one_line
from workbench.tui.query import chip_label


class SearchInput(Input):
    """One field for all panes."""

    BINDINGS = bindings("search")

    class Done(Message):
        """Enter: to the results, or take the suggestion."""

    class Left(Message):
        """Back to the list."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(placeholder="search everything", id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def action_done(self) -> None:
        """Enter."""
        self.post_message(self.Done())

    def action_leave(self) -> None:
        """Esc or down."""
        self.post_message(self.Left())


class Chips(Widget):
    """The filters that are on; a click on one takes it off."""

    chips: reactive[tuple[str, ...]] = reactive((), layout=True)

    class Pressed(Message):
        """A chip was clicked."""

        def __init__(self, chip: str) -> None:
            super().__init__()
            self.chip = chip

    def watch_chips(self) -> None:
        """Gone when there are none."""
        self.display = bool(self.chips)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as the chips."""
        return sum(cell_len(self._label(chip)) + 1 for chip in self.chips)

    @staticmethod
    def _label(chip: str) -> str:
        return f" {one_line(chip_label(chip))} × "

    def render(self) -> Content:
        """Each on a ground of its own."""
        parts = [part for chip in self.chips for part in ((self._label(chip), "$foreground on $mark-quote"), (" ", ""))]
        return Content.assemble(*parts)

    def start_of(self, number: int) -> int:
        """Where a chip begins, in cells."""
        return sum(cell_len(self._label(chip)) + 1 for chip in self.chips[:number])

    def on_click(self, event: events.Click) -> None:
        """Which chip is under the pointer."""
        x = 0
        for chip in self.chips:
            x += cell_len(self._label(chip)) + 1
            if event.x < x:
                self.post_message(self.Pressed(chip))
                return
