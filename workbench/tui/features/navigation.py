"""To anything by its name, and to any part of the desk by a letter."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset
from textual.widget import Widget

from workbench.model import Article, Fact, Pane
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.goto_targets import Target
from workbench.tui.ports import Actions, Navigator
from workbench.tui.question import Question, term
from workbench.tui.screens.jump_mode import Jump
from workbench.tui.widgets.bars import Tabs
from workbench.tui.widgets.search import Chips
from workbench.views import Row

PANE_FOR: dict[str, Pane] = {
    "outlet": "articles", "speaker": "quotes", "country": "positions", "issue": "positions",
}  # fmt: skip
"""Where one lands who goes to such a name; a tag is shown in the pane that one is in."""


class Navigation:
    """Goes to names and parts."""

    def __init__(self, gateway: CaseGateway, navigator: Navigator, view: DeskView, state: StateStore,
                 search: Callable[[], None]) -> None:  # fmt: skip
        """`search` goes to the search field."""
        self._gateway = gateway
        self._navigator = navigator
        self._view = view
        self._state = state
        self._search = search

    def actions(self) -> Actions:
        """A letter over every part."""
        return {"jump": self.jump}

    # To anything

    def go_to(self, target: Target) -> None:
        """Go to a name, a saved search, an article or a fact."""
        case = self._gateway.case
        if target.kind == "article":
            self._gateway.ask("read", lambda: case.article(target.value), self._go_to_article)
        elif target.kind == "fact":
            self._gateway.ask("read", lambda: case.fact(target.value), self._go_to_fact, opens=True)
        else:
            self._go_to_name(target)

    def _go_to_article(self, row: Row[Article]) -> None:
        self._navigator.remember()
        self._turn("articles", lambda: self._show_article(row))

    def _show_article(self, row: Row[Article]) -> None:
        rows = self._view.rows
        index = rows.find(row.id)
        if index is not None:
            rows.cursor = index
        self._navigator.focus_part("reader")
        self._navigator.read(row)

    def _go_to_fact(self, row: Row[Fact]) -> None:
        self._navigator.remember()
        self._turn("facts", lambda: self._navigator.compare(row))

    def _turn(self, pane: Pane, then: Callable[[], None]) -> None:
        if self._state.now.question != Question():
            self._navigator.pose(Question())
        self._navigator.turn_to(pane, then=then)

    def _go_to_name(self, target: Target) -> None:
        self._navigator.remember()
        saved = target.kind == "saved"
        question = Question(target.value).folded() if saved else Question("", (term(target.kind, target.value),))
        self._navigator.pose(question)
        pane = PANE_FOR.get(target.kind, self._state.now.pane)
        self._navigator.turn_to(pane, then=lambda: self._land_on(target))
        self._navigator.focus_part("centre")

    def _land_on(self, target: Target) -> None:
        if target.kind in ("country", "issue"):
            view = self._view.matrix_view
            issue, holder = (target.value, "") if target.kind == "issue" else (view.issue, target.value)
            view.go(issue, holder)

    # To any part

    def jump(self) -> None:
        """A letter over every part in sight."""
        places = self._places()

        def chosen(number: int | None) -> None:
            if number is not None:
                places[number][1]()

        self._navigator.open(Jump([place for place, _ in places]), chosen)

    def _places(self) -> list[tuple[Offset, Callable[[], object]]]:
        """Where a letter stands, and what it does; from top to bottom."""
        view, focus = self._view, self._navigator.focus_part
        places: list[tuple[Offset, Callable[[], object]]] = []

        def put(widget: Widget, go: Callable[[], object]) -> None:
            region = widget.region
            if widget.is_on_screen and region.area:
                places.append((region.offset, go))

        put(view.search_input, self._search)
        chips = view.find(Chips)
        for number, chip in enumerate(self._state.now.question.chips):
            places.append((chips.region.offset + Offset(chips.start_of(number), 0), self._drop(chip)))
        put(view.sources, lambda: focus("sources"))
        tabs = view.find(Tabs)
        for pane, x in tabs.starts() if tabs.is_on_screen and tabs.region.area else ():
            places.append((tabs.region.offset + Offset(x, 0), self._to_pane(pane)))
        put(view.main, lambda: focus("centre"))
        if self._state.now.pane == "positions":
            put(view.rows, view.rows.focus)
        put(view.reader, lambda: focus("reader"))
        put(view.evidence_block, view.evidence_block.focus)
        return places

    def _drop(self, chip: str) -> Callable[[], object]:
        return lambda: self._navigator.pose(self._state.now.question.toggled(chip))

    def _to_pane(self, pane: Pane) -> Callable[[], object]:
        def go() -> None:
            self._navigator.turn_to(pane)
            self._navigator.focus_part("centre")

        return go
