"""A number before a move: `05j` is five down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from workbench.tui.bindings import KEYS, keys_of
from workbench.tui.desk_view import DeskView
from workbench.tui.ports import Actions
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader

MOST = 99_999


class RepeatCount:
    """The number that is typed."""

    def __init__(self, view: DeskView, keymap: Callable[[], Mapping[str, str]], changed: Callable[[], None]) -> None:
        """`keymap` gives the keys that the settings give to ids; `changed` shows the number."""
        self._view = view
        self._keymap = keymap
        self._changed = changed
        self._digits = ""
        """"" while no number is typed."""

    def actions(self) -> Actions:
        """Begin."""
        return {"count": self.begin}

    def begin(self) -> None:
        """Begin a number."""
        self._digits = "0"
        self._changed()

    def hear(self, event: events.Key) -> None:
        """While a number is typed: its digits, then the move that it is for; anything else forgets it."""
        if not self._digits:
            return
        if event.key.isdigit():
            self._digits = (self._digits + event.key)[-6:]
            event.stop()
            self._changed()
            return
        times, self._digits = min(MOST, int(self._digits)), ""
        self._changed()
        if event.key == "escape" or (times and self._moved(event.key, times)):
            event.stop()

    def _moved(self, key: str, times: int) -> bool:
        """Whether a move was made so many times."""
        widget = self._view.focused
        if not isinstance(widget, LineList | MatrixView | Reader):
            return False
        scope = {MatrixView: "matrix", Reader: "reader"}.get(type(widget), "list")
        move = self._binding(scope, key).partition(".")[2]
        return widget.times(move, times)

    def _binding(self, scope: str, key: str) -> str:
        """The id of the binding that a key has in a scope."""
        keymap = self._keymap()
        found = (k.id for k in KEYS if k.scope == scope and key in keymap.get(k.id, k.keys).split(","))
        return next(found, "")

    def words(self) -> str:
        """What is typed, and what to do with it."""
        keymap = self._keymap()
        moves = f"{keys_of('list.down', keymap)[0]} {keys_of('list.bottom', keymap)[0]} …"
        return f"{one_line(self._digits).lstrip('0') or '0'} ×  then a move ({moves})" if self._digits else ""
