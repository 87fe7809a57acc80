"""Which kinds of mark the reader shows: a letter for each, with its effect at once."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workbench.tui.screens.dialogs import Dialog
from workbench.tui.widgets.marked_text import READER_SIGNS

WITH_QUOTES = frozenset({"cue", "speaker"})
"""What goes with the marks of quotes."""
_LETTERS = {kind[0]: kind for _, kind in READER_SIGNS}


class MarksDialog(Dialog[None]):
    """Kinds that are on and off."""

    hint = "a letter switches   d those of the pane   a all   0 none   esc done"

    def __init__(
        self, kinds: frozenset[str], usual: frozenset[str], chosen: Callable[[frozenset[str] | None], None]
    ) -> None:
        super().__init__("Marks in the reader")
        self.kinds, self.usual, self.chosen = kinds, usual, chosen

    def body(self) -> ComposeResult:
        """The kinds, each with its letter."""
        yield Static(self._lines(), id="kinds")

    def _lines(self) -> Content:
        parts: list[tuple[str, str]] = []
        for sign, kind in READER_SIGNS:
            on = kind in self.kinds
            parts += [(f"  {kind[0]}  ", "bold $accent"), ("● " if on else "○ ", "$accent" if on else "$quiet"),
                      (f"{sign} {kind}s\n", "bold" if on else "$quiet")]  # fmt: skip
        return Content.assemble(*parts)

    def on_key(self, event: events.Key) -> None:
        """A letter has its effect at once."""
        every = frozenset(_LETTERS.values()) | WITH_QUOTES
        if event.key in _LETTERS:
            kind = _LETTERS[event.key]
            self._set(self.kinds ^ ({kind} | (WITH_QUOTES if kind == "quote" else frozenset())))
        elif event.key in ("a", "0", "d"):
            self._set({"a": every, "0": frozenset[str](), "d": None}[event.key])
        elif event.key in ("m", "enter"):
            self.dismiss(None)
        else:
            return
        event.stop()

    def _set(self, kinds: frozenset[str] | None) -> None:
        self.kinds = self.usual if kinds is None else kinds
        self.query_one("#kinds", Static).update(self._lines())
        self.chosen(kinds)

    def action_save(self) -> None:
        """Done."""
        self.dismiss(None)
