"""The three parts of the desk: which are in sight, which is in hand, and how the focus goes round."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.desk_state import PARTS, Part, StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.part_sizes import SIDE_BY_SIDE, PartSizes
from workbench.tui.ports import Actions
from workbench.tui.widgets.bars import KeyBar
from workbench.tui.widgets.evidence_block import EvidenceBlock
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.search import SearchInput
from workbench.tui.widgets.sources import Sources

ALL_THREE = 140
"""The narrowest terminal in which all three stand side by side."""
STACKED = 18
"""The lowest narrow terminal in which the reader stands beneath the list."""

_CONTEXTS: dict[type[Widget], str] = {
    Sources: "sources",
    Reader: "reader",
    EvidenceBlock: "reader",
    MatrixView: "matrix",
    SearchInput: "search",
}
"""Whose keys the footer shows; elsewhere those of lists."""
_LISTS = {"evidence": "evidence", "people": "people"}
"""Lists that have keys of their own."""


class Parts:
    """Sources, list and reader."""

    def __init__(self, view: DeskView, state: StateStore, sizes: PartSizes) -> None:
        self._view = view
        self._state = state
        self._part_sizes = sizes

    def actions(self) -> Actions:
        """Round the parts, and one over all."""
        return {
            "next_part": lambda: self._go(1),
            "previous_part": lambda: self._go(-1),
            "zoom": self.zoom,
        }

    # The focus

    def focus(self, part: Part) -> None:
        """Go to a part."""
        self.enter(part)
        view = self._view
        {"sources": view.sources, "centre": view.main, "reader": view.reader}[part].focus()

    def enter(self, part: Part) -> None:
        """A part is in hand now."""
        self._state.change(part=part)
        self.show()

    def follow_focus(self) -> None:
        """The focus went somewhere: that part is in hand, and the footer shows its keys."""
        focused = self._view.focused
        if focused is None:
            return
        if isinstance(focused, Sources):
            self.enter("sources")
        elif isinstance(focused, Reader | EvidenceBlock):
            self.enter("reader")
        elif not isinstance(focused, Input):
            self.enter("centre")
        context = next((context for kind, context in _CONTEXTS.items() if isinstance(focused, kind)), "list")
        self._view.find(KeyBar).context = _LISTS.get(focused.id or "", context)

    def _go(self, by: int) -> None:
        """The next stop, or the one before; in positions the evidence is one of its own."""
        view = self._view
        middle: list[Widget] = [view.main, view.rows] if self._state.now.pane == "positions" else [view.rows]
        stops: list[Widget] = [view.sources, *middle, view.reader]
        here = stops.index(view.focused) if view.focused in stops else 0
        target = stops[(here + by) % len(stops)]
        parts: dict[type[Widget], Part] = {Sources: "sources", Reader: "reader"}
        self.enter(parts.get(type(target), "centre"))
        target.focus()

    # What is in sight

    def zoom(self) -> None:
        """The part in hand over the whole desk, or back."""
        self._state.change(zoomed=not self._state.now.zoomed)
        self.show()

    def show(self) -> None:
        """All parts that fit, the one in hand always, each as large as it is to be."""
        now, size = self._state.now, self._view.size
        here, zoomed = now.part, now.zoomed
        beneath = size.width < SIDE_BY_SIDE and here == "centre" and size.height >= STACKED
        shown = {part: part == here for part in PARTS} if zoomed else self._that_fit(here, beneath)
        self._view.part("reader").set_class(beneath and not zoomed, "-beneath")
        for part in PARTS:
            self._frame(part, part == here, shown[part])
        self._part_sizes.show()

    def _that_fit(self, here: Part, beneath: bool) -> dict[Part, bool]:
        width = self._view.size.width
        alone = width < SIDE_BY_SIDE
        return {
            "sources": here == "sources" or width >= ALL_THREE,
            "centre": here == "centre" or not alone,
            "reader": here == "reader" or beneath or not (alone or (here == "sources" and width < ALL_THREE)),
        }

    def _frame(self, part: Part, here: bool, shown: bool) -> None:
        """Set directly what would be rules for `:focus-within`: those make Textual restyle the whole part."""
        widget, colours = self._view.part(part), self._view.colours
        if widget.display != shown:
            widget.display = shown
        edge, title = ("primary", "primary") if here else ("border-blurred", "quiet")
        narrow = self._view.size.width < SIDE_BY_SIDE
        widget.styles.border = ("none", "black") if narrow else ("round", colours[edge])
        if widget.has_class("-beneath"):
            widget.styles.border_top = ("solid", colours["border"])
        widget.styles.border_title_color = colours[title]
        widget.styles.border_title_style = "bold" if here else "none"
