"""Going about: to anything by its name, to any part by a letter, and further by a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.geometry import Offset
from textual.widget import Widget

from workbench.model import Action, Article, Fact, Pane
from workbench.tui.bindings import KEYS, keys_of
from workbench.tui.goto_targets import Target
from workbench.tui.question import Question, term
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.jump import Jump
from workbench.tui.screens.outside import Outside
from workbench.tui.screens.sheets import changes
from workbench.tui.widgets.bars import Tabs
from workbench.tui.widgets.evidence_block import ProofBlock
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.search import Chips
from workbench.views import Row

PANE_FOR: dict[str, Pane] = {
    "outlet": "articles", "speaker": "quotes", "country": "positions", "issue": "positions",
}  # fmt: skip
"""Where one lands who goes to such a name; a tag is shown in the pane that one is in."""
MOST = 99_999


class Going(Outside):
    """Go to, jump, counts."""

    counting = ""
    """The digits typed so far; "" while no number is typed."""

    # Go to anything

    def go_to(self, target: Target) -> None:
        """Go to a name, a saved search, an article or a fact; what lies over the desk goes."""
        while self.app.screen is not self:
            self.app.screen.dismiss(None)
        if target.kind == "article":
            self.ask("read", lambda: self.case.article(target.value), self._go_to_article)
        elif target.kind == "fact":
            self.ask("read", lambda: self.case.fact(target.value), self._go_to_fact, opens=True)
        else:
            self._go_to_name(target)

    def _go_to_article(self, row: Row[Article]) -> None:
        self.remember()
        self._turned("articles", lambda: self._show_article(row))

    def _show_article(self, row: Row[Article]) -> None:
        index = self.rows.find(row.id)
        if index is not None:
            self.rows.cursor = index
        self.focus_part("reader")
        self.read(row)

    def _go_to_fact(self, row: Row[Fact]) -> None:
        self.remember()
        self._turned("facts", lambda: self.compare(row))

    def _turned(self, pane: Pane, then: Callable[[], None]) -> None:
        if self.question != Question():
            self.pose(Question())
        self.turn_to(pane, then=then)

    def _go_to_name(self, target: Target) -> None:
        self.remember()
        saved = target.kind == "saved"
        question = Question(target.value).folded() if saved else Question("", (term(target.kind, target.value),))
        self.pose(question)
        self.turn_to(PANE_FOR.get(target.kind, self.pane), then=lambda: self._land_on(target))
        self.focus_part("centre")

    def _land_on(self, target: Target) -> None:
        if target.kind in ("country", "issue"):
            view = self.query_one(MatrixView)
            issue, holder = (target.value, "") if target.kind == "issue" else (view.issue, target.value)
            view.go(issue, holder)

    # The undo list

    def action_changes(self) -> None:
        """Show every change; the one that is opened is the last that stays."""

        def chosen(row: Row[Action] | None) -> None:
            if row is not None and self.writable():
                self.change(lambda: self._turn_to(row.value.number), f"As after: {one_line(row.value.label)}")

        def show(found: tuple[Action, ...]) -> None:
            if found:
                self.app.push_screen(changes(found), chosen)
            else:
                self.desk_app.say("Nothing was changed yet.")

        self.ask("changes", self.case.actions, show, opens=True)

    def _turn_to(self, number: int) -> None:
        """Undo what came after a change, or redo up to it."""
        for action in self.case.actions():
            if action.number > number and not action.undone:
                self.case.undo()
        for action in reversed(self.case.actions()):
            if action.number <= number and action.undone:
                self.case.redo()

    # Jump mode

    def action_jump(self) -> None:
        """A letter over every part in sight."""
        places = self._places()

        def chosen(number: int | None) -> None:
            if number is not None:
                places[number][1]()

        self.app.push_screen(Jump([place for place, _ in places]), chosen)

    def _places(self) -> list[tuple[Offset, Callable[[], object]]]:
        """Where a letter stands, and what it does; from top to bottom."""
        places: list[tuple[Offset, Callable[[], object]]] = []

        def put(widget: Widget, go: Callable[[], object]) -> None:
            region = widget.region
            if widget.is_on_screen and region.area:
                places.append((region.offset, go))

        put(self.search_input, self.action_search)
        for number, _ in enumerate(self.question.chips):
            chips = self.query_one(Chips)
            places.append((chips.region.offset + Offset(chips.start_of(number), 0), self._drop_chip(number)))
        put(self.sources, lambda: self.focus_part("sources"))
        tabs = self.query_one(Tabs)
        for pane, x in tabs.starts() if tabs.is_on_screen and tabs.region.area else ():
            places.append((tabs.region.offset + Offset(x, 0), self._to_pane(pane)))
        put(self.main, lambda: self.focus_part("centre"))
        if self.pane == "positions":
            put(self.rows, self.rows.focus)
        put(self.reader, lambda: self.focus_part("reader"))
        put(self.query_one(ProofBlock), self.query_one(ProofBlock).focus)
        return places

    def _drop_chip(self, number: int) -> Callable[[], object]:
        return lambda: self.pose(self.question.toggled(self.question.chips[number]))

    def _to_pane(self, pane: Pane) -> Callable[[], object]:
        return lambda: self.action_pane(pane)

    # A number before a move

    def action_count(self) -> None:
        """Begin a number."""
        self.counting = "0"
        self.show_status()

    def on_key(self, event: events.Key) -> None:
        """While a number is typed: its digits, then the move that it is for; anything else forgets it."""
        if not self.counting:
            return
        if event.key.isdigit():
            self.counting = (self.counting + event.key)[-6:]
            event.stop()
            self.show_status()
            return
        times, self.counting = min(MOST, int(self.counting)), ""
        self.show_status()
        if event.key == "escape" or (times and self._moved(event.key, times)):
            event.stop()

    def _moved(self, key: str, times: int) -> bool:
        """Whether a move was made so many times."""
        widget = self.focused
        if not isinstance(widget, LineList | MatrixView | Reader):
            return False
        scope = {MatrixView: "matrix", Reader: "reader"}.get(type(widget), "list")
        move = self._binding(scope, key).partition(".")[2]
        return widget.times(move, times)

    def _binding(self, scope: str, key: str) -> str:
        """The id of the binding that a key has in a scope."""
        keymap = self.desk_app.keymap
        found: Any = (k.id for k in KEYS if k.scope == scope and key in keymap.get(k.id, k.keys).split(","))
        return next(found, "")

    def words_for_count(self) -> str:
        """What is typed of a number, and what to do with it."""
        moves = f"{keys_of('list.down', self.desk_app.keymap)[0]} {keys_of('list.bottom', self.desk_app.keymap)[0]} …"
        return f"{one_line(self.counting).lstrip('0') or '0'} ×  then a move ({moves})" if self.counting else ""
