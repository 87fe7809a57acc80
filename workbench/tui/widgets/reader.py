"""The reader: an article set for reading, with marks, matches, the proof of the row in hand, and a caret of sentences.

It paints its own lines, since a mark is a pair of offsets and must stay one however the text is wrapped. In the gutter
stands in signs what the tints say: `▌` the proof, `❝` a quote, `±` a position, `≡` a fact, `✎` a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.model import Span
from workbench.shown import Highlight
from workbench.tui.bindings import bindings
from workbench.tui.plain import clean
from workbench.tui.widgets import prose
from workbench.tui.widgets.lines import Painted

MEASURE = 80
WINDOW = 200_000
"""How much of a text is set at once."""
FAR = 99_999
_SEEK = 2_000
_GUTTER = 3
_SIGNS = {"quote": "❝", "position": "±", "fact": "≡", "note": "✎"}
_LAYERS = ("fact", "position", "quote", "cue", "speaker", "note", "match", "caret", "proof")

READER_SIGNS = tuple((sign, kind) for kind, sign in _SIGNS.items())
LEGEND = "  ".join(f"{sign} {kind}" for sign, kind in READER_SIGNS)


class Reader(Painted, can_focus=True, inherit_bindings=False):
    """One article's text."""

    BINDINGS = bindings("reader")

    caret: reactive[int] = reactive(0)
    """The number of the sentence it is on."""

    class CaretMoved(Message):
        """The caret is on another passage."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Opened(Message):
        """The row that stands on the passage is wanted."""

    class Left(Message):
        """Back to the row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article_id = ""
        self.text = ""
        self.lines: prose.Lines = []
        self.sentences: list[Span] = []
        self.highlights: tuple[Highlight, ...] = ()
        self.kinds: frozenset[str] = frozenset()
        self.matches: list[Span] = []
        self.proof: tuple[Span, ...] = ()
        self.range_from: int | None = None
        self.window = Span(0, 0)
        self.pattern: re.Pattern[str] | None = None
        self._width = 0

    # What is shown

    def show(self, article_id: str, text: str, highlights: tuple[Highlight, ...], proof: Sequence[Span]) -> None:
        """An article, with the spans that prove the row in hand, scrolled to the first of them."""
        place = Span.around(proof) if proof else Span(0, 0)
        if article_id != self.article_id or text is not self.text or not self.window.covers(place):
            self.article_id, self.text = article_id, text
            self._open(place.start)
            self.scroll_to(y=0, animate=False, force=True)
        self.highlights, self.proof = highlights, tuple(proof)
        if proof:
            self.set_reactive(Reader.caret, self._sentence_at(proof[0].start))
            self.reveal(Span.around(proof))
        else:
            self.set_reactive(Reader.caret, 0)
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
        found = pattern.finditer(self.text, *self._bounds) if pattern else ()
        self.matches = [Span(*m.span()) for m in found if m.end() > m.start()][:20_000]
        self.refresh()

    def reveal(self, span: Span) -> None:
        """Scroll a passage into sight, with some lines around it."""
        height = self.size.height
        if not self.lines or height < 1:
            return
        first, last = prose.line_at(self.lines, span.start), prose.line_at(self.lines, max(span.start, span.end - 1))
        top = self.scroll_offset.y
        if first >= top + 1 and last < top + height - 1:
            return
        margin = max(0, min(height // 3, height - (last - first) - 2))
        self.scroll_to(y=max(0, first - margin), animate=False, force=True)

    @property
    def passage(self) -> Span:
        """The sentences that the caret has taken in."""
        if not self.sentences:
            return Span(0, 0)
        other = self.caret if self.range_from is None else self.range_from
        return Span.around((self.sentences[min(other, self.caret)], self.sentences[max(other, self.caret)]))

    def _sentence_at(self, offset: int) -> int:
        return next((i for i, s in enumerate(self.sentences) if offset < s.end), max(0, len(self.sentences) - 1))

    # The window: of a very long text only a part is set, so that opening it costs what opening a short one does

    @property
    def _bounds(self) -> tuple[int, int]:
        return self.window.start, self.window.end

    def _open(self, around: int) -> None:
        """Set the part of the text around a place."""
        start = max(0, min(around - WINDOW // 2, len(self.text) - WINDOW))
        start = self.text.find("\n", start, start + _SEEK) + 1 or start if start else 0
        end = min(len(self.text), start + WINDOW)
        self.window = Span(start, end)
        found = prose.sentences(clean(self.text[start:end]))
        self.sentences = [Span(s.start + start, s.end + start) for s in found]
        self.range_from = None
        self._fold(force=True)
        self.search(self.pattern)

    def _beyond(self, by: int) -> int | None:
        """The edge that a step of the caret would cross, if there is more text behind it."""
        target = self.caret + by
        if target >= len(self.sentences) and self.window.end < len(self.text):
            return len(self.text) if by >= FAR else self.window.end
        if target < 0 and self.window.start > 0:
            return 0 if by <= -FAR else self.window.start
        return None

    # Painting

    def _fold(self, force: bool = False) -> None:
        width = min(MEASURE, self.room - _GUTTER - 1)
        if width != self._width or force:
            self._width = width
            start, end = self._bounds
            self.lines = [(a + start, b + start) for a, b in prose.wrap(clean(self.text[start:end]), width)]
        self.virtual_size = Size(self.size.width, len(self.lines))

    def on_resize(self) -> None:
        """Wrap anew, and keep the proof in sight."""
        self._fold()
        if self.proof:
            self.reveal(Span.around(self.proof))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base = self.base
        number = y + self.scroll_offset.y
        if number >= len(self.lines):
            return Strip.blank(self.room, base)
        start, end = self.lines[number]
        marks = self._marks(start, end)
        segments = [self._gutter(start, end, base)]
        for left, right, roles in prose.stretches(start, end, marks):
            words = clean(self.text[left:right]).replace("\n", " ")
            segments.append(Segment(words, self._style(base, roles)))
        return Strip(segments).adjust_cell_length(self.room, base)

    def _marks(self, start: int, end: int) -> list[tuple[Span, str]]:
        here = Span(start, end)
        marks = [(h.span, h.kind) for h in self.highlights if h.kind in self.kinds and h.span.overlaps(here)]
        found: list[tuple[Span, str]] = [*marks]
        found += [(span, "match") for span in self.matches if span.overlaps(here)]
        if self.has_focus and self.sentences:
            found.append((self.passage, "caret"))
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
        elif self.has_focus and self.sentences and self.passage.overlaps(here):
            first, role = "│", "accent"
        begun = {h.kind for h in self.highlights if start <= h.span.start < end and h.kind in self.kinds}
        second = next((sign for kind, sign in _SIGNS.items() if kind in begun), " ")
        return Segment(f"{first}{second} ", base + self.ink(role or "quiet"))

    def on_focus(self) -> None:
        """The caret shows only with the focus."""
        self.refresh()

    on_blur = on_focus

    # The caret

    def validate_caret(self, caret: int) -> int:
        """Within the text."""
        return max(0, min(caret, len(self.sentences) - 1))

    def watch_caret(self, old: int, new: int) -> None:
        """Keep it in sight and say where it is."""
        if self.sentences and old != new:
            self.reveal(self.sentences[new])
            self.post_message(self.CaretMoved(self.passage))
        self.refresh()

    def action_sentence(self, by: int) -> None:
        """Forward or back by sentences."""
        edge = self._beyond(by)
        if edge is None:
            self.caret += by
        else:
            here = self.sentences[self.caret].start
            self._open(edge)
            at = self._sentence_at(edge if abs(by) >= FAR else here)
            self._put_caret(at if abs(by) >= FAR else at + (1 if by > 0 else -1))

    def _put_caret(self, caret: int) -> None:
        """Where the sentences are others, the same number is another place."""
        self.set_reactive(Reader.caret, self.validate_caret(caret))
        self.reveal(self.sentences[self.caret])
        self.post_message(self.CaretMoved(self.passage))
        self.refresh()

    def action_page(self, by: int) -> None:
        """Forward or back by a screenful."""
        height = max(1, self.size.height - 2)
        if not self.lines or not self.sentences:
            return
        number = prose.line_at(self.lines, self.sentences[self.caret].start) + by * height
        number = max(0, min(number, len(self.lines) - 1))
        self.scroll_to(y=self.scroll_offset.y + by * height, animate=False, force=True)
        self.caret = self._sentence_at(self.lines[number][0])

    def action_match(self, by: int) -> None:
        """To the next or previous match."""
        self._step(self.matches, by)

    def action_mark(self, by: int) -> None:
        """To the next or previous marked passage."""
        kinds = self.kinds & _SIGNS.keys()
        self._step(sorted({h.span for h in self.highlights if h.kind in kinds}), by)

    def _step(self, spans: Sequence[Span], by: int) -> None:
        if not spans or not self.sentences:
            return
        here = self.sentences[self.caret]
        after = [s for s in spans if s.start >= here.end] if by > 0 else [s for s in spans if s.start < here.start]
        target = (after[0] if by > 0 else after[-1]) if after else (spans[0] if by > 0 else spans[-1])
        self.caret = self._sentence_at(target.start)
        self.reveal(target)

    def action_range(self) -> None:
        """Begin or end a range of sentences."""
        self.range_from = self.caret if self.range_from is None else None
        self.refresh()

    def action_open(self) -> None:
        """To the row that stands here."""
        self.post_message(self.Opened())

    def action_leave(self) -> None:
        """Drop the range, else back to the row."""
        if self.range_from is not None:
            self.range_from = None
            self.refresh()
        else:
            self.post_message(self.Left())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`n` is the next match only while something is searched for; else it falls through to the note."""
        return bool(self.matches) if action == "match" else True

    def on_click(self, event: events.Click) -> None:
        """A click puts the caret on a sentence."""
        number = event.y + self.scroll_offset.y
        if number < len(self.lines):
            start, end = self.lines[number]
            self.caret = self._sentence_at(min(end - 1, start + max(0, event.x - _GUTTER)) if end > start else start)
