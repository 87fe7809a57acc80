"""The search field, what it offers, and the chips beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.actions import SkipAction
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.bindings import bindings
from workbench.tui.question import chip_label
from workbench.tui.sanitizing import one_line
from workbench.tui.search_completion import Completion, Known, completions
from workbench.tui.widgets.columns import fit, marked
from workbench.tui.widgets.line_list import LineList
from workbench.tui.wording import Piece
from workbench.views import Vocabulary


class Completions(LineList):
    """What could stand at the cursor: beneath the field, over whatever is there."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="completions")
        self.found: Sequence[Completion] = ()
        self.word = ""
        self.moved = False
        """Whether the analyst went to a line: Enter takes it then."""
        self.display = False

    def show(self, found: Sequence[Completion], word: str = "") -> None:
        """Other ones, the letters of `word` lit in them; gone where there are none."""
        self.found, self.word, self.moved = found, word, False
        widest = max((cell_len(each.label) + cell_len(each.detail) for each in found), default=0)
        self.styles.width, self.styles.height = widest + 8, len(found)
        self.styles.offset = self._beneath_the_counts()
        self.display = bool(found)
        self.count, self.cursor = len(found), 0

    def _beneath_the_counts(self) -> tuple[int, int]:
        """How far it is moved from right under the field, so that it covers no count of the tabs or the sources."""
        field, list_ = self.screen.query_one(SearchInput).region, self.screen.query_one("#panes").region
        if not list_.area:
            return 0, 0
        return max(0, list_.x - field.x), max(0, list_.y - field.bottom)

    def go(self, by: int) -> None:
        """To the next line; the first step lights the one that is on top."""
        self.cursor += by if self.moved else 0
        self.moved = True
        self.refresh()

    @property
    def current(self) -> Completion | None:
        """The line that would be taken."""
        return self.found[self.cursor] if self.found else None

    def role_of(self, index: int) -> str:
        """The line that Enter takes is lit."""
        return "cursor" if self.moved and index == self.cursor else ""

    def pieces(self, index: int, width: int) -> list[Piece]:
        """The label, what is known of it, and on the line in hand the key."""
        each = self.found[index]
        key = " ⇥ " if index == self.cursor else "   "
        name = fit(marked(each.label, self.word), width - cell_len(each.detail) - 4)
        return [*name, (" ", ""), (each.detail, "quiet"), (key, "accent")]


class SearchInput(Input):
    """One field for all panes."""

    BINDINGS = bindings("search")

    class Done(Message):
        """Enter: to the results, or take the suggestion."""

    class Left(Message):
        """Back to the list; `undone`: what was typed is taken back."""

        def __init__(self, undone: bool = False) -> None:
            super().__init__()
            self.undone = undone

    class Rubbed(Message):
        """Backspace at the very beginning: the chip before is wanted back as text."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(placeholder="search everything", id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.known = Known(Vocabulary({}, ()))
        self.recent: tuple[str, ...] = ()
        self._looked_at: tuple[str, int] | None = None
        """The text and the cursor that the completions are for."""

    @property
    def completions(self) -> Completions:
        """The list beneath."""
        return self.screen.query_one(Completions)

    def look(self) -> None:
        """Show what could stand at the cursor."""
        self._looked_at = self.value, self.cursor_position
        found = completions(*self._looked_at, self.known, self.recent) if self.has_focus else []
        word = re.split(r'[\s:"(]', self.value[: self.cursor_position])[-1]
        self.completions.show(found, word)

    def _catch_up(self) -> None:
        """Keys can come sooner than the completions of what was typed before them."""
        if self._looked_at != (self.value, self.cursor_position):
            self.look()

    def watch_selection(self) -> None:
        """The cursor is elsewhere."""
        self.call_later(self._catch_up)

    def watch_value(self) -> None:
        """Something was typed or taken out."""
        self.call_later(self._catch_up)

    def watch_has_focus(self, focused: bool) -> None:
        """Nothing is offered to whoever is elsewhere."""
        super().watch_has_focus(focused)
        self.call_later(self.look)

    def action_done(self) -> None:
        """Enter: what was gone to in the list, else the results."""
        self._catch_up()
        if self.completions.moved:
            self.action_take()
        else:
            self.post_message(self.Done())

    def action_take(self) -> None:
        """Put in the completion in hand."""
        self._catch_up()
        taken = self.completions.current
        if taken is None:
            raise SkipAction
        self.value = taken.text
        self.cursor_position = taken.at

    def action_down(self) -> None:
        """Down the list, where there is more than one line; else into the results."""
        self._catch_up()
        if self.completions.count > 1:
            self.completions.go(1)
        else:
            self.post_message(self.Left())

    def action_up(self) -> None:
        """Up the list."""
        self._catch_up()
        self.completions.go(-1)

    def action_rub(self) -> None:
        """A character, or at the beginning a chip."""
        if self.cursor_position or not self.selection.is_empty:
            self.action_delete_left()
        else:
            self.post_message(self.Rubbed())

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left(undone=True))


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
