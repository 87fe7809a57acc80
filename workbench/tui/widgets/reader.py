"""The reader: a text set for reading with a caret that steps by sentences and by words, and takes in a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive

from workbench.model import Span
from workbench.tui.bindings import bindings
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.marked_text import SIGNS, MarkedText
from workbench.views import Highlight

FAR = 99_999
_AGAIN_AT_MOST = 1_000


class Reader(MarkedText, can_focus=True, inherit_bindings=False):
    """One article's text with a caret."""

    BINDINGS = bindings("reader")

    caret: reactive[int] = reactive(0)
    """The number of the sentence it is on."""

    class CaretMoved(Message):
        """The caret is on another passage."""

        def __init__(self, reader: Reader, span: Span) -> None:
            super().__init__()
            self.reader = reader
            self.span = span

        @property
        def control(self) -> Reader:
            """The reader."""
            return self.reader

    class Opened(Message):
        """The row that stands on the passage is wanted."""

    class Left(Message):
        """Back to the row."""

    class QuoteWanted(Message):
        """The passage is to be a quote."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.word: Span | None = None
        """The word that the caret is on, while it steps by words."""
        self.begun: Span | None = None
        """Where a range began."""
        self.dragged: Span | None = None
        """What was taken in by the mouse."""
        self._pressed_at: int | None = None
        self._words: list[Span] = []

    # What is shown

    def show(self, article_id: str, text: str, highlights: tuple[Highlight, ...], proof: Sequence[Span]) -> None:
        """An article, with the spans that prove the row in hand, scrolled to the first of them."""
        self.set_text(article_id, text, highlights, proof)
        self._let_go()
        if proof:
            self.set_reactive(Reader.caret, self.sentence_at(proof[0].start))
            self.reveal(Span.around(proof))
        else:
            self.set_reactive(Reader.caret, 0)
        self.refresh()

    def open_at(self, around: int) -> None:
        """Another part of the text has other words."""
        super().open_at(around)
        self._words = []
        self._let_go()

    @property
    def in_hand(self) -> Span | None:
        """The passage, while one is in the reader."""
        return self.passage if self.has_focus and self.sentences else None

    @property
    def passage(self) -> Span:
        """What the caret has taken in: what was dragged over, a range, a word, or its sentence."""
        if not self.sentences:
            return Span(0, 0)
        if self.dragged is not None:
            return self.dragged
        here = self.word or self.sentences[self.caret]
        return Span.around((self.begun, here)) if self.begun else here

    @property
    def chosen(self) -> bool:
        """Whether the passage was chosen, rather than being the sentence that the caret is on."""
        return bool(self.dragged or self.begun or self.word)

    @property
    def ranging(self) -> bool:
        """Whether a range was begun."""
        return self.begun is not None

    def _let_go(self) -> None:
        self.word = self.begun = self.dragged = None

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
            self._moved()

    def _moved(self) -> None:
        self.reveal(self.word or self.sentences[self.caret])
        self.post_message(self.CaretMoved(self, self.passage))
        self.refresh()

    def _put_caret(self, caret: int) -> None:
        """Where the sentences are others, the same number is another place."""
        self.set_reactive(Reader.caret, self.validate_caret(caret))
        self._moved()

    def _beyond(self, by: int) -> int | None:
        """The edge that a step of the caret would cross, if there is more text behind it."""
        target = self.caret + by
        if target >= len(self.sentences) and self.window.end < len(self.text):
            return len(self.text) if by >= FAR else self.window.end
        if target < 0 and self.window.start > 0:
            return 0 if by <= -FAR else self.window.start
        return None

    def action_sentence(self, by: int) -> None:
        """Forward or back by sentences."""
        self.dragged = None
        edge = self._beyond(by)
        if edge is not None:
            here = self.sentences[self.caret].start
            self.open_at(edge)
            at = self.sentence_at(edge if abs(by) >= FAR else here)
            self._put_caret(at if abs(by) >= FAR else at + (1 if by > 0 else -1))
        elif self.sentences and self.word is not None:
            self.word = None
            self._put_caret(self.caret + by)
        else:
            self.caret += by

    def action_word(self, by: int) -> None:
        """Forward or back by words; the first step is to the first or last word of the sentence."""
        self._words = self._words or text_layout.words(self.text, self.window)
        if not self._words or not self.sentences:
            return
        starts = [word.start for word in self._words]
        if self.word is not None:
            place = bisect_left(starts, self.word.start) + by
        elif by > 0:
            place = bisect_left(starts, self.sentences[self.caret].start) + by - 1
        else:
            place = bisect_left(starts, self.sentences[self.caret].end) + by
        self.dragged = None
        self.word = self._words[max(0, min(place, len(starts) - 1))]
        self._put_caret(self.sentence_at(self.word.start))

    def action_page(self, by: int) -> None:
        """Forward or back by a screenful."""
        height = max(1, self.size.height - 2)
        if not self.lines or not self.sentences:
            return
        self.dragged = self.word = None
        number = text_layout.line_at(self.lines, self.sentences[self.caret].start) + by * height
        number = max(0, min(number, len(self.lines) - 1))
        self.scroll_to(y=self.scroll_offset.y + by * height, animate=False, force=True)
        self.caret = self.sentence_at(self.lines[number][0])

    def action_match(self, by: int) -> None:
        """To the next or previous match."""
        self._step(self.matches, by)

    def action_mark(self, by: int) -> None:
        """To the next or previous marked passage of the kinds that are shown."""
        kinds = self.kinds & SIGNS.keys()
        self._step(sorted({h.span for h in self.highlights if h.kind in kinds}), by)

    def _step(self, spans: Sequence[Span], by: int) -> None:
        if not spans or not self.sentences:
            return
        here = self.sentences[self.caret]
        after = [s for s in spans if s.start >= here.end] if by > 0 else [s for s in spans if s.start < here.start]
        target = (after[0] if by > 0 else after[-1]) if after else (spans[0] if by > 0 else spans[-1])
        self.dragged = self.word = None
        self.caret = self.sentence_at(target.start)
        self.reveal(target)

    def times(self, move: str, number: int) -> bool:
        """Make a move so many times; `bottom` goes to the sentence with that number. Whether it is a move."""
        steps = {"down": self.action_sentence, "up": self.action_sentence,
                 "page_down": self.action_page, "page_up": self.action_page,
                 "next_word": self.action_word, "previous_word": self.action_word}  # fmt: skip
        again = {"next_match": self.action_match, "previous_match": self.action_match,
                 "next_mark": self.action_mark, "previous_mark": self.action_mark}  # fmt: skip
        by = -1 if move in ("up", "page_up") or move.startswith("previous") else 1
        if move in ("top", "bottom"):
            self.caret = number - 1
        elif move in steps:
            steps[move](by * number)
        elif move in again:
            for _ in range(min(number, _AGAIN_AT_MOST)):
                again[move](by)
        else:
            return False
        return True

    # Passages

    def action_range(self) -> None:
        """Begin or end a range."""
        if self.sentences:
            self.begun = (self.dragged or self.word or self.sentences[self.caret]) if self.begun is None else None
            self.dragged = None
            self.refresh()

    def action_quote(self) -> None:
        """Make a quote of the passage."""
        self.post_message(self.QuoteWanted())

    def action_open(self) -> None:
        """To the row that stands here."""
        self.post_message(self.Opened())

    def action_leave(self) -> None:
        """Let the passage go, else back to the row."""
        if self.chosen:
            self._let_go()
            self._moved()
        else:
            self.post_message(self.Left())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`n` is the next match only while something is searched for; else it falls through to the note."""
        return bool(self.matches) if action == "match" else True

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A passage may begin here."""
        self._pressed_at = self.offset_at(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While the button is held, what lies between is taken in."""
        at = self.offset_at(event.x, event.y)
        if self._pressed_at is None or at is None or abs(at - self._pressed_at) < 1:
            return
        start, end = sorted((at, self._pressed_at))
        self.word = self.begun = None
        self.dragged = Span(start, end + 1)
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A click puts the caret on a sentence, two on a word; a drag has chosen a passage."""
        self.release_mouse()
        at, self._pressed_at = self._pressed_at, None
        if at is None or not self.sentences:
            return
        if self.dragged is not None:
            self.dragged = text_layout.trimmed(self.text, self.dragged)
            self._put_caret(self.sentence_at(self.dragged.start))
            return
        self._let_go()
        self._put_caret(self.sentence_at(at))

    def on_click(self, event: events.Click) -> None:
        """Two clicks are for a word."""
        at = self.offset_at(event.x, event.y)
        if event.chain == 2 and at is not None:
            self._words = self._words or text_layout.words(self.text, self.window)
            place = bisect_right([word.start for word in self._words], at) - 1
            self.word = self._words[place] if place >= 0 else None
            self._moved()
