"""The block beneath the text that says what is known of the row in hand, a labelled line for each thing."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip

from workbench.model import Span
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.line_list import Painted
from workbench.tui.wording import Piece

Lines = Sequence[tuple[str, list[Piece]]]

_LABEL = 11


class EvidenceBlock(Painted, can_focus=True):
    """Labels left, values right, wrapped within their column."""

    lines: Lines = ()
    folded: Sequence[list[Piece]] = ()

    def say(self, lines: Lines) -> None:
        """Show these lines; none hides the block."""
        self.lines = lines
        self.set_class(not lines, "-empty")
        self._fold()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._fold()

    def _fold(self) -> None:
        width = max(12, self.room - _LABEL)
        self.folded = [line for label, value in self.lines for line in _wrapped(label, value, width)]
        self.virtual_size = Size(self.room, len(self.folded))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        pieces = self.folded[number] if number < len(self.folded) else []
        return self.paint(pieces, self.base, self.room)


def _wrapped(label: str, value: list[Piece], width: int) -> list[list[Piece]]:
    text = "".join(words for words, _ in value)
    marks: list[tuple[Span, str]] = []
    for words, role in value:
        start = marks[-1][0].end if marks else 0
        marks.append((Span(start, start + len(words)), role))
    found: list[list[Piece]] = []
    for start, end in text_layout.wrap(text, width) or [(0, 0)]:
        end = start + len(text[start:end].rstrip())
        pieces = [(text[a:b], next(iter(roles), "")) for a, b, roles in text_layout.stretches(start, end, marks)]
        found.append([*fit([(label if not found else "", "quiet")], _LABEL), *pieces])
    return found
