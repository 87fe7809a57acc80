"""How large the parts are: by keys for the part in hand, by the mouse at the border between two, kept with the case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from textual import events
from textual.geometry import Region

from workbench.tui.desk_memory import READER, SOURCES, Layout
from workbench.tui.screens.base import PARTS, SIDE_BY_SIDE, Frame, Part

Border = Literal["sources", "beside", "beneath"]
"""A border that can be moved, by the field of the layout that it changes."""
LIMITS: dict[Border, range] = {"sources": SOURCES, "beside": READER, "beneath": READER}
_STEPS: dict[Border, int] = {"sources": 2, "beside": 5, "beneath": 5}


class Sizing(Frame):
    """Sizes."""

    dragged: Border | None = None

    @property
    def laid_out(self) -> Layout:
        """How this case's desk is arranged."""
        return self.desk_app.memory.layout

    def lay_out(self, **changes: Any) -> None:
        """Change the arrangement."""
        memory = self.desk_app.memory
        memory.layout = replace(memory.layout, **changes)

    def show_parts(self) -> None:
        """Those in sight, as large as they are to be."""
        super().show_parts()
        self.show_sizes()

    def show_sizes(self) -> None:
        """Parts side by side have widths, the reader beneath the list has a height."""
        layout, beside = self.laid_out, self.size.width >= SIDE_BY_SIDE
        reader = self.query_one("#reader-part")
        self.query_one("#sources-part").styles.width = layout.sources if beside else None
        self.query_one("#centre-part").styles.width = f"{100 - layout.beside}fr" if beside else None
        reader.styles.width = f"{layout.beside}fr" if beside else None
        reader.styles.height = f"{layout.beneath}%" if reader.has_class("-beneath") else None

    # By keys

    def action_zoom(self) -> None:
        """The part that has the focus over the whole desk, or back."""
        self.zoomed = not self.zoomed
        self.show_parts()

    def action_resize(self, by: int) -> None:
        """The part in hand larger or smaller, at the border that it has."""
        borders = self._borders()
        if self.part == "sources" and "sources" in borders:
            self._move("sources", self.laid_out.sources + by * _STEPS["sources"])
            return
        border: Border | None = next((each for each in borders if each != "sources"), None)
        if border is None:
            self.desk_app.say("This part has all of the width.")
            return
        sign = 1 if self.part == "reader" else -1
        self._move(border, getattr(self.laid_out, border) + sign * by * _STEPS[border])

    def action_even(self) -> None:
        """The sizes as they were at first."""
        usual = Layout()
        self.lay_out(**{border: getattr(usual, border) for border in LIMITS})
        self.show_sizes()

    def _move(self, border: Border, size: int) -> None:
        limits = LIMITS[border]
        self.lay_out(**{border: max(limits.start, min(limits.stop - 1, size))})
        self.show_sizes()

    # By the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the border that is under the pointer."""
        x, y = event.screen_x, event.screen_y
        self.dragged = next((border for border, at in self._borders().items() if at.contains(x, y)), None)
        if self.dragged:
            self.query_one("#body").capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The border follows the pointer."""
        if self.dragged is None:
            return
        body, left = self.query_one("#body").region, self.query_one("#centre-part").region.x
        sizes: dict[Border, int] = {
            "sources": event.screen_x - body.x + 1,
            "beside": round(100 * (body.right - event.screen_x) / max(1, body.right - left)),
            "beneath": round(100 * (body.bottom - event.screen_y) / max(1, body.height)),
        }
        self._move(self.dragged, sizes[self.dragged])

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self.dragged:
            self.dragged = None
            self.query_one("#body").release_mouse()

    def _borders(self) -> dict[Border, Region]:
        """The borders in sight that can be moved, and where they are: the edges of both neighbours."""
        shown = {part: widget.region for part in PARTS if (widget := self.query_one(f"#{part}-part")).display}
        found: dict[Border, Region] = {}
        if self.size.width >= SIDE_BY_SIDE:
            pairs: tuple[tuple[Border, Part, Part], ...] = (
                ("sources", "sources", "centre"), ("beside", "centre", "reader"),
            )  # fmt: skip
            for border, left, right in pairs:
                if left in shown and right in shown:
                    found[border] = Region(shown[left].right - 1, shown[left].y, 2, shown[left].height)
        elif "reader" in shown and "centre" in shown:
            found["beneath"] = Region(shown["reader"].x, shown["reader"].y, shown["reader"].width, 1)
        return found
