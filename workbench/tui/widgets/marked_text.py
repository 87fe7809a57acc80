"""A text set for reading: wrapped to a measure, with marks, matches, the proof of a row, and a window on long texts.

It paints its own lines, since a mark is a pair of offsets and must stay one however the text is wrapped. In the gutter
stands in signs what the tints say: `▌` the proof, `❝` a quote, `±` a position, `≡` a fact, `✎` a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from workbench.model import Span
from workbench.tui.sanitizing import clean
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.line_list import Painted
from workbench.views import Highlight

MEASURE = 80
WINDOW = 200_000
"""How much of a text is set at once."""
_SEEK = 2_000
GUTTER = 3
SIGNS = {"quote": "❝", "position": "±", "fact": "≡", "note": "✎"}
_LAYERS = ("fact", "position", "quote", "cue", "speaker", "note", "match", "caret", "proof")

READER_SIGNS = tuple((sign, kind) for kind, sign in SIGNS.items())


class MarkedText(Painted, inherit_bindings=False):
    """One article's text."""

    ALLOW_SELECT = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article_id = ""
        self.text = ""
        self.lines: text_layout.Lines = []
        self.sentences: list[Span] = []
        self.highlights: tuple[Highlight, ...] = ()
        self.kinds: frozenset[str] = frozenset()
        self.matches: list[Span] = []
        self.proof: tuple[Span, ...] = ()
        self.window = Span(0, 0)
        self.pattern: re.Pattern[str] | None = None
        self._width = 0

    @property
    def in_hand(self) -> Span | None:
        """The passage that is lit because one is at it; None where nobody is."""
        return None

    @property
    def ranging(self) -> bool:
        """Whether a range is being taken in."""
        return False

    # What is shown

    def set_text(self, article_id: str, text: str, highlights: tuple[Highlight, ...], proof: Sequence[Span]) -> None:
        """Another text, or another proof in it."""
        place = Span.around(proof) if proof else Span(0, 0)
        if article_id != self.article_id or text is not self.text or not self.window.covers(place):
            self.article_id, self.text = article_id, text
            self.open_at(place.start)
            self.scroll_to(y=0, animate=False, force=True)
        self.highlights, self.proof = highlights, tuple(proof)
        self.refresh()

    def clear(self) -> None:
        """Nothing to read."""
        self.article_id, self.text, self.lines, self.sentences, self.window = "", "", [], [], Span(0, 0)
        self.highlights, self.proof, self.matches = (), (), []
        self.virtual_size = Size(self.size.width, 0)
        self.refresh()

    def mark_kinds(self, kinds: frozenset[str]) -> None:
        """Which kinds of highlight are shown."""
        self.kinds = kinds
        self.refresh()

    def search(self, pattern: re.Pattern[str] | None) -> None:
        """Mark what a search found."""
        self.pattern = pattern
        found = pattern.finditer(self.text, self.window.start, self.window.end) if pattern else ()
        self.matches = [Span(*m.span()) for m in found if m.end() > m.start()][:20_000]
        self.refresh()

    def reveal(self, span: Span) -> None:
        """Scroll a passage into sight, with some lines around it."""
        height = self.size.height
        if not self.lines or height < 1:
            return
        first, last = (
            text_layout.line_at(self.lines, span.start),
            text_layout.line_at(self.lines, max(span.start, span.end - 1)),
        )
        top = self.scroll_offset.y
        if first >= top + 1 and last < top + height - 1:
            return
        margin = max(0, min(height // 3, height - (last - first) - 2))
        self.scroll_to(y=max(0, first - margin), animate=False, force=True)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that a character is in, or that follows it."""
        return next((i for i, s in enumerate(self.sentences) if offset < s.end), max(0, len(self.sentences) - 1))

    def offset_at(self, x: int, y: int) -> int | None:
        """The character at a cell of the widget; None beneath the text."""
        number = y + self.scroll_offset.y
        if not 0 <= number < len(self.lines):
            return None
        return text_layout.offset_in(self.text, *self.lines[number], x - GUTTER)

    # The window: of a very long text only a part is set, so that opening it costs what opening a short one does

    def open_at(self, around: int) -> None:
        """Set the part of the text around a place."""
        start = max(0, min(around - WINDOW // 2, len(self.text) - WINDOW))
        start = self.text.find("\n", start, start + _SEEK) + 1 or start if start else 0
        end = min(len(self.text), start + WINDOW)
        self.window = Span(start, end)
        found = text_layout.sentences(clean(self.text[start:end]))
        self.sentences = [Span(s.start + start, s.end + start) for s in found]
        self._fold(force=True)
        self.search(self.pattern)

    def _fold(self, force: bool = False) -> None:
        width = min(MEASURE, self.room - GUTTER - 1)
        if width != self._width or force:
            self._width = width
            start, end = self.window.start, self.window.end
            self.lines = [(a + start, b + start) for a, b in text_layout.wrap(clean(self.text[start:end]), width)]
        self.virtual_size = Size(self.size.width, len(self.lines))

    def on_resize(self) -> None:
        """Wrap anew, and keep the proof in sight."""
        self._fold()
        if self.proof:
            self.reveal(Span.around(self.proof))

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base = self.base
        number = y + self.scroll_offset.y
        if number >= len(self.lines):
            return Strip.blank(self.room, base)
        start, end = self.lines[number]
        marks = self._marks(start, end)
        segments = [self._gutter(start, end, base)]
        for left, right, roles in text_layout.stretches(start, end, marks):
            words = clean(self.text[left:right]).replace("\n", " ")
            segments.append(Segment(words, self._style(base, roles)))
        return Strip(segments).adjust_cell_length(self.room, base)

    def _marks(self, start: int, end: int) -> list[tuple[Span, str]]:
        here = Span(start, end)
        marks = [(h.span, h.kind) for h in self.highlights if h.kind in self.kinds and h.span.overlaps(here)]
        found: list[tuple[Span, str]] = [*marks]
        found += [(span, "match") for span in self.matches if span.overlaps(here)]
        if self.in_hand is not None:
            found.append((self.in_hand, "caret"))
        return found + [(span, "proof") for span in self.proof]

    def _style(self, base: Style, roles: frozenset[str]) -> Style:
        for layer in _LAYERS:
            if layer in roles:
                base = base + self.ink(f"mark-{layer}")
        return base

    def _gutter(self, start: int, end: int, base: Style) -> Segment:
        here = Span(start, max(end, start + 1))
        first, role = " ", ""
        if any(span.overlaps(here) for span in self.proof):
            first, role = "▌", "accent"
        elif self.in_hand is not None and self.in_hand.overlaps(here):
            first, role = "┃" if self.ranging else "│", "accent"
        begun = {h.kind for h in self.highlights if start <= h.span.start < end and h.kind in self.kinds}
        second = next((sign for kind, sign in SIGNS.items() if kind in begun), " ")
        return Segment(f"{first}{second} ", base + self.ink(role or "quiet"))
