"""The widgets of the desk by what they are for, and what an action is about: the row, passage or cell in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from workbench.model import Article, Pane, Position, Span
from workbench.tui.desk_state import Part, StateStore
from workbench.tui.panes import PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.bars import HintLine, KeyBar, Line, Tabs
from workbench.tui.widgets.evidence_block import EvidenceBlock
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.search import Chips, Completions, SearchInput
from workbench.tui.widgets.sources import Sources
from workbench.views import Matrix, Row

W = TypeVar("W", bound=Widget)


def compose_desk(case_name: str, pane: Pane) -> ComposeResult:
    """Search bar, three parts side by side, footer; `pane` is the one in sight."""
    with Horizontal(id="top"):
        yield Static(plain(f" {one_line(case_name)} "), id="case")
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
            with ContentSwitcher(initial=pane, id="panes"):
                for name, spec in PANE_SPECS.items():
                    if name == "positions":
                        yield PositionsPane(id="positions")
                    else:
                        yield RowList(spec.columns, spec.cells, id=name)
        with Vertical(id="reader-part", classes="part"):
            yield Line(id="reader-title")
            yield Line(id="reader-byline")
            yield Reader(id="reader")
            yield EvidenceBlock(id="proof")
    yield KeyBar(id="keys")


class DeskView:
    """The widgets of one desk."""

    def __init__(self, screen: Screen[Any], state: StateStore) -> None:
        self._screen = screen
        self._state = state

    # Widgets

    def find(self, kind: type[W]) -> W:
        """The widget of a kind that the desk has but once."""
        return self._screen.query_one(kind)

    def line(self, id: str) -> Line:
        """A line of text."""
        return self._screen.query_one(f"#{id}", Line)

    def part(self, part: Part) -> Widget:
        """One of the three parts, border and all."""
        return self._screen.query_one(f"#{part}-part")

    def list_of(self, pane: Pane) -> RowList:
        """The list of a pane; of positions, the evidence."""
        return self._screen.query_one("#evidence" if pane == "positions" else f"#{pane}", RowList)

    @property
    def body(self) -> Widget:
        """What holds the three parts."""
        return self._screen.query_one("#body")

    @property
    def rows(self) -> RowList:
        """The list of the pane that is shown."""
        return self.list_of(self._state.now.pane)

    @property
    def main(self) -> Widget:
        """What the focus goes to in the middle."""
        return self.matrix_view if self._state.now.pane == "positions" else self.rows

    @property
    def matrix_view(self) -> MatrixView:
        """Countries by issues."""
        return self.find(MatrixView)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.find(Reader)

    @property
    def evidence_block(self) -> EvidenceBlock:
        """The block beneath the text."""
        return self.find(EvidenceBlock)

    @property
    def sources(self) -> Sources:
        """The side tree."""
        return self.find(Sources)

    @property
    def search_input(self) -> SearchInput:
        """The search field."""
        return self.find(SearchInput)

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""
        return self._screen.focused

    @property
    def size(self) -> Size:
        """Of the whole desk, in cells."""
        return self._screen.size

    @property
    def in_front(self) -> bool:
        """Whether nothing lies over the desk."""
        return self._screen.is_current

    @property
    def colours(self) -> dict[str, str]:
        """The colours of the theme, by name."""
        return self._screen.app.theme_variables

    # What an action is about

    def targets(self) -> list[Row[Any]]:
        """In the reader what is under the caret, else the selected rows, else the row in hand."""
        now = self._state.now
        if now.part == "reader":
            return [now.subject] if now.subject else []
        return self.rows.targets()

    def selected_ids(self) -> list[str] | None:
        """The ids of the rows that are selected; None where none is."""
        some = self.rows.selected or self.rows.range_from is not None
        return [row.id for row in self.rows.targets()] if some else None

    @property
    def row(self) -> Row[Any] | None:
        """In the reader what is under the caret, else the row in hand."""
        now = self._state.now
        return now.subject if now.part == "reader" else self.rows.current

    @property
    def place(self) -> tuple[Row[Article], Span] | None:
        """In the reader the article and the passage in hand; None elsewhere."""
        now = self._state.now
        page = now.evidence.page if now.evidence else None
        if now.part != "reader" or page is None:
            return None
        return page.row, self.reader.passage

    @property
    def passage(self) -> tuple[Row[Article], Span] | None:
        """The passage that was chosen in the reader, with its article; None where none was."""
        if (place := self.place) is None or not self.reader.chosen:
            return None
        row, span = place
        return row, text_layout.trimmed(row.value.text, span)

    def issues(self) -> Sequence[str] | None:
        """The issues in hand in the matrix; None where the matrix is not in hand."""
        return self.focused.issues_in_hand() if isinstance(self.focused, MatrixView) else None

    def positions(self) -> list[Row[Position]]:
        """The positions in hand: in the matrix all that the cell rests on."""
        rows = list(self.focused.evidence()) if isinstance(self.focused, MatrixView) else self.targets()
        return [row for row in rows if isinstance(row.value, Position)]

    @property
    def matrix(self) -> Matrix:
        """The matrix that is shown."""
        return self.matrix_view.matrix

    def clear(self) -> None:
        """Select nothing."""
        self.rows.clear_selection()
