"""A text over the whole desk, to scroll and to copy: what a command printed, what was said."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from workbench.tui.bindings import bindings
from workbench.tui.ports import host_of
from workbench.tui.sanitizing import clean, plain
from workbench.tui.screens import STYLES
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.bars import KeyBar
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.pager import Pager
from workbench.tui.wording import Piece


class FoldedText:
    """The lines of a text; those that are too long are folded."""

    def __init__(self, text: str) -> None:
        self.text = clean(text)
        self.lines: text_layout.Lines = []

    def lay_out(self, width: int) -> int:
        """Fold anew; how many lines there are."""
        self.lines = text_layout.folded(self.text, width)
        return len(self.lines)

    def pieces(self, index: int) -> list[Piece]:
        """A line as it is."""
        start, end = self.lines[index]
        return [(self.text[start:end], "")]


@guarded
class TextSheet(Screen[None]):
    """A title, what is to be known of the text, and the text."""

    CSS_PATH = STYLES

    BINDINGS = bindings("text")
    AUTO_FOCUS = "#sheet-rows"

    def __init__(self, title: str, about: str, text: str, what: str) -> None:
        """`what` it is, as the toast says it that tells of its copy."""
        super().__init__()
        self.heading, self.about, self.text, self.what = title, about, text, what

    def compose(self) -> ComposeResult:
        """Title, about, lines, keys."""
        yield Static(plain(self.heading), id="sheet-title")
        yield Static(plain(self.about), id="sheet-about")
        yield Pager(FoldedText(self.text), id="sheet-rows")
        yield KeyBar("text", id="keys")

    def action_copy(self) -> None:
        """The whole text to the clipboard."""
        host_of(self).copy(self.text, self.what)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
