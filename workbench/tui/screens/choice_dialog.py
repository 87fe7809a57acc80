"""A choice of a few ways, each by its letter; one that is not open says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Dialog


@dataclass(frozen=True, slots=True)
class Way:
    """One of them."""

    letter: str
    label: str
    about: str = ""
    closed: bool = False
    """Whether it cannot be taken now; `about` says why."""


class Choose(Dialog[str]):
    """Gives back the letter of the way that is taken."""

    hint = "a letter, or ⏎, takes it   esc leave it"

    def __init__(self, title: str, ways: Sequence[Way]) -> None:
        super().__init__(title)
        self.ways = tuple(ways)

    def body(self) -> ComposeResult:
        """A line for each."""
        width = max(len(way.label) for way in self.ways)
        yield OptionList(*(Option(self._line(way, width), disabled=way.closed) for way in self.ways), id="ways")

    @staticmethod
    def _line(way: Way, width: int) -> Content:
        ink = "$quiet" if way.closed else "$foreground"
        return Content.assemble(
            (f" {way.letter}  ", "$quiet" if way.closed else "bold $accent"),
            (f"{way.label:<{width}}  ", ink),
            (one_line(way.about), "$quiet"),
        )

    def on_mount(self) -> None:
        """The first that is open is in hand."""
        options = self.query_one(OptionList)
        options.highlighted = next((n for n, way in enumerate(self.ways) if not way.closed), None)
        options.focus()

    def on_key(self, event: events.Key) -> None:
        """A letter takes its way, or says why not."""
        way = next((each for each in self.ways if each.letter == event.key), None)
        if way is not None:
            event.stop()
            if way.closed:
                self.complain(f"{way.label}: {one_line(way.about)}")
            else:
                self.dismiss(way.letter)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.ways[event.option_index].letter)

    def action_save(self) -> None:
        """Take the one in hand."""
        self.query_one(OptionList).action_select()
