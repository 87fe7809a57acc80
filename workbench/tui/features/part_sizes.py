"""How large the parts are: by keys for the part in hand, by the mouse at the border between two, kept with the case."""

from __future__ import annotations

from typing import Literal

from textual import events
from textual.geometry import Region

from workbench.tui.desk_memory import READER, SOURCES, Layout
from workbench.tui.desk_state import PARTS, Part, StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.ports import Actions, Notifier

SIDE_BY_SIDE = 100
"""The narrowest terminal in which the reader stands beside the list."""

Border = Literal["sources", "beside", "beneath"]
"""A border that can be moved, by the field of the layout that it changes."""
LIMITS: dict[Border, range] = {"sources": SOURCES, "beside": READER, "beneath": READER}
_STEPS: dict[Border, int] = {"sources": 2, "beside": 5, "beneath": 5}
_BETWEEN: tuple[tuple[Border, Part, Part], ...] = (
    ("sources", "sources", "centre"),
    ("beside", "centre", "reader"),
)


class PartSizes:
    """The sizes of the parts."""

    def __init__(self, view: DeskView, state: StateStore, notifier: Notifier) -> None:
        self._view = view
        self._state = state
        self._notifier = notifier
        self._dragged: Border | None = None

    def actions(self) -> Actions:
        """Larger and smaller, and as it was."""
        return {"resize": self.resize, "even": self.even}

    def show(self) -> None:
        """Parts side by side have widths, the reader beneath the list has a height."""
        layout, beside = self._state.now.layout, self._view.size.width >= SIDE_BY_SIDE
        reader = self._view.part("reader")
        self._view.part("sources").styles.width = layout.sources if beside else None
        self._view.part("centre").styles.width = f"{100 - layout.beside}fr" if beside else None
        reader.styles.width = f"{layout.beside}fr" if beside else None
        reader.styles.height = f"{layout.beneath}%" if reader.has_class("-beneath") else None

    # By keys

    def resize(self, by: int) -> None:
        """The part in hand larger or smaller, at the border that it has."""
        part, layout, borders = self._state.now.part, self._state.now.layout, self._borders()
        if part == "sources" and "sources" in borders:
            self._move("sources", layout.sources + by * _STEPS["sources"])
            return
        border: Border | None = next((each for each in borders if each != "sources"), None)
        if border is None:
            self._notifier.say("This part has all of the width.")
            return
        sign = 1 if part == "reader" else -1
        self._move(border, getattr(layout, border) + sign * by * _STEPS[border])

    def even(self) -> None:
        """The sizes as they were at first."""
        usual = Layout()
        self._state.arrange(**{border: getattr(usual, border) for border in LIMITS})
        self.show()

    def _move(self, border: Border, size: int) -> None:
        limits = LIMITS[border]
        self._state.arrange(**{border: max(limits.start, min(limits.stop - 1, size))})
        self.show()

    # By the mouse

    def take(self, event: events.MouseDown) -> None:
        """Take hold of the border that is under the pointer."""
        x, y = event.screen_x, event.screen_y
        self._dragged = next((border for border, at in self._borders().items() if at.contains(x, y)), None)
        if self._dragged:
            self._view.body.capture_mouse()
            event.stop()

    def drag(self, event: events.MouseMove) -> None:
        """The border follows the pointer."""
        if self._dragged is None:
            return
        body, left = self._view.body.region, self._view.part("centre").region.x
        sizes: dict[Border, int] = {
            "sources": event.screen_x - body.x + 1,
            "beside": round(100 * (body.right - event.screen_x) / max(1, body.right - left)),
            "beneath": round(100 * (body.bottom - event.screen_y) / max(1, body.height)),
        }
        self._move(self._dragged, sizes[self._dragged])

    def let_go(self) -> None:
        """Let go of the border."""
        if self._dragged:
            self._dragged = None
            self._view.body.release_mouse()

    def _borders(self) -> dict[Border, Region]:
        """The borders in sight that can be moved, and where they are: the edges of both neighbours."""
        shown = {part: widget.region for part in PARTS if (widget := self._view.part(part)).display}
        found: dict[Border, Region] = {}
        if self._view.size.width >= SIDE_BY_SIDE:
            for border, left, right in _BETWEEN:
                if left in shown and right in shown:
                    found[border] = Region(shown[left].right - 1, shown[left].y, 2, shown[left].height)
        elif "reader" in shown and "centre" in shown:
            found["beneath"] = Region(shown["reader"].x, shown["reader"].y, shown["reader"].width, 1)
        return found
