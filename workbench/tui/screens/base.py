"""The desk's frame: what is on it, which part has the focus, and how it asks the case without waiting.

The desk is one screen in fifteen layers, each a class upon the last: frame, sizing, finding, searching, arranging,
reading, beside, marking, correcting, passages, judging, working, outside, going, touring.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input, Static

from workbench.errors import WorkbenchError
from workbench.model import Pane
from workbench.tui.bindings import bindings
from workbench.tui.evidence import Shelf
from workbench.tui.panes import PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.threads import Lane, painted
from workbench.tui.widgets.bars import HintLine, KeyBar, Line, Tabs
from workbench.tui.widgets.evidence_block import ProofBlock
from workbench.tui.widgets.guarded import Guarded
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.search import Chips, Completions, SearchInput
from workbench.tui.widgets.sources import Sources
from workbench.views import Row

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.work import Case

T = TypeVar("T")

Part = Literal["sources", "centre", "reader"]
PARTS: tuple[Part, ...] = ("sources", "centre", "reader")

SIDE_BY_SIDE = 100
"""The narrowest terminal in which the reader stands beside the list."""
ALL_THREE = 140
STACKED = 18
"""The lowest narrow terminal in which the reader stands beneath the list."""


class Frame(Guarded, Screen[None]):
    """The parts of the desk."""

    BINDINGS = bindings("desk")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (SIDE_BY_SIDE, "-medium"), (ALL_THREE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (STACKED, "-tall")]
    AUTO_FOCUS = ""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.shelf = Shelf(case)
        self.pane: Pane = "articles"
        self.part: Part = "centre"
        self.zoomed = False

    @property
    def desk_app(self) -> WorkbenchApp:
        """The app, as what it is."""
        return cast("WorkbenchApp", self.app)

    def compose(self) -> ComposeResult:
        """Search bar, three parts side by side, footer."""
        self.pane = self.desk_app.memory.layout.pane
        with Horizontal(id="top"):
            yield Static(plain(f" {one_line(self.case.path.name)} "), id="case")
            yield Static(" / ", id="slash")
            yield Chips(id="chips")
            with Vertical(id="search-field"):
                yield SearchInput(id="search")
                yield Completions()
            yield Line(id="status")
        yield HintLine(id="hints")
        with Horizontal(id="body"):
            with Vertical(id="sources-part", classes="part"):
                yield Sources(id="sources")
            with Vertical(id="centre-part", classes="part"):
                yield Tabs(id="tabs")
                yield Line(id="crumbs")
                with ContentSwitcher(initial=self.pane, id="panes"):
                    for pane, spec in PANE_SPECS.items():
                        if pane == "positions":
                            yield PositionsPane(id="positions")
                        else:
                            yield RowList(spec.columns, spec.cells, id=pane)
            with Vertical(id="reader-part", classes="part"):
                yield Line(id="reader-title")
                yield Line(id="reader-byline")
                yield Reader(id="reader")
                yield ProofBlock(id="proof")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Titles, and the focus on the list."""
        self.query_one("#sources-part").border_title = "SOURCES"
        self.query_one("#reader-part").border_title = "READER"
        self.query_one("#hints", HintLine).say(())
        self.query_one(Tabs).active = self.pane
        self.watch(self.app, "theme", self.show_parts, init=False)
        self.main.focus()

    # The parts

    @property
    def rows(self) -> RowList:
        """The list of the pane that is shown; of positions, the evidence."""
        return self.query_one("#evidence" if self.pane == "positions" else f"#{self.pane}", RowList)

    @property
    def main(self) -> Widget:
        """What the focus goes to in the middle."""
        return self.query_one(MatrixView) if self.pane == "positions" else self.rows

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def sources(self) -> Sources:
        """The side tree."""
        return self.query_one(Sources)

    @property
    def search_input(self) -> SearchInput:
        """The search field."""
        return self.query_one(SearchInput)

    def targets(self) -> list[Row[Any]]:
        """What an action is about."""
        return self.rows.targets()

    # Asking the case

    def ask(self, group: str, call: Callable[[], T], then: Callable[[T], None], *, lane: Lane = "read",
            delay: float = 0.0, opens: bool = False) -> None:  # fmt: skip
        """Call in a thread, then go on here with the result; a later question of the same group replaces this one.

        Where the result `opens` a dialog or a screen, keys that are typed meanwhile are for that.
        """
        work: Any = partial(self._asked, call, then, lane, delay)  # a coroutine that is replaced at once would warn
        worker = self.run_worker(work, group=group, exclusive=lane == "read", exit_on_error=False)
        if opens:
            self.desk_app.typing.wait_for(worker)

    async def _asked(self, call: Callable[[], T], then: Callable[[T], None], lane: Lane, delay: float) -> None:
        try:
            await (asyncio.sleep(delay) if delay else painted(self))
            result = await self.desk_app.gate.run(lane, call)
            if self.is_attached:
                then(result)
        except WorkbenchError as error:
            self.desk_app.say_error(error)
        except Exception as error:  # whatever it is, the desk stays open and says so
            self.desk_app.crashed(error)

    # Focus

    def on_descendant_focus(self) -> None:
        """Remember the part, show it on narrow screens, and its keys."""
        focused = self.focused
        if focused is None:
            return
        if isinstance(focused, Sources):
            self._enter("sources")
        elif isinstance(focused, Reader | ProofBlock):
            self._enter("reader")
        elif not isinstance(focused, Input):
            self._enter("centre")
        contexts = {
            Sources: "sources",
            Reader: "reader",
            ProofBlock: "reader",
            MatrixView: "matrix",
            SearchInput: "search",
        }
        context = next((c for kind, c in contexts.items() if isinstance(focused, kind)), "list")
        self.query_one(KeyBar).context = "evidence" if focused.id == "evidence" else context

    def _enter(self, part: Part) -> None:
        self.part = part
        self.show_parts()

    def show_parts(self) -> None:
        """Which parts are in sight: all that fit, the one in hand always."""
        here, narrow = self.part, self.size.width < SIDE_BY_SIDE
        beneath = narrow and here == "centre" and self.size.height >= STACKED
        alone = self.zoomed or narrow
        shown = {
            "sources": here == "sources" or (self.size.width >= ALL_THREE and not alone),
            "centre": here == "centre" or not alone,
            "reader": here == "reader" or beneath or not (alone or (here == "sources" and self.size.width < ALL_THREE)),
        }
        if self.zoomed:
            shown = {part: part == here for part in PARTS}
        self.query_one("#reader-part").set_class(beneath and not self.zoomed, "-beneath")
        for part in PARTS:
            self._frame(part, part == here, shown[part])

    def _frame(self, part: Part, here: bool, shown: bool) -> None:
        """Set directly what would be rules for `:focus-within`: those make Textual restyle the whole part."""
        widget, colours = self.query_one(f"#{part}-part"), self.app.theme_variables
        if widget.display != shown:
            widget.display = shown
        edge, title = ("primary", "primary") if here else ("border-blurred", "quiet")
        widget.styles.border = ("none", "black") if self.size.width < SIDE_BY_SIDE else ("round", colours[edge])
        if widget.has_class("-beneath"):
            widget.styles.border_top = ("solid", colours["border"])
        widget.styles.border_title_color = colours[title]
        widget.styles.border_title_style = "bold" if here else "none"

    def focus_part(self, part: Part) -> None:
        """Go to a part."""
        self._enter(part)
        {"sources": self.sources, "centre": self.main, "reader": self.reader}[part].focus()

    def action_next_part(self) -> None:
        """The next part; in positions the evidence is one of its own."""
        stops = self._stops()
        self._go(stops, 1)

    def action_previous_part(self) -> None:
        """The previous part."""
        self._go(self._stops(), -1)

    def _stops(self) -> list[Widget]:
        middle: list[Widget] = [self.main, self.rows] if self.pane == "positions" else [self.rows]
        return [self.sources, *middle, self.reader]

    def _go(self, stops: list[Widget], by: int) -> None:
        here = stops.index(self.focused) if self.focused in stops else 0
        target = stops[(here + by) % len(stops)]
        parts: dict[type[Widget], Part] = {Sources: "sources", Reader: "reader"}
        self._enter(parts.get(type(target), "centre"))
        target.focus()

    def on_resize(self) -> None:
        """Other parts fit."""
        self.show_parts()
