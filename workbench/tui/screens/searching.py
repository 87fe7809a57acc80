"""Searching: the question as it is typed, its chips and completions, the panes, saved searches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from textual import on
from textual.widgets import ContentSwitcher, Input

from workbench.model import Pane
from workbench.tui.question import Question
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.finding import Finding
from workbench.tui.search_completion import Known, remembered
from workbench.tui.widgets.bars import Tabs
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.search import Chips, SearchInput
from workbench.tui.widgets.sources import Sources

DEBOUNCE = 0.12

T = TypeVar("T")


class Searching(Finding):
    """Search, filters, orders."""

    before = Question()
    """What was asked when the search field was gone to."""

    def on_mount(self) -> None:
        """Earlier searches can be called up again."""
        self.search_input.recent = self.laid_out.searches

    # The question

    def on_descendant_focus(self) -> None:
        """Remember what was asked before anything is typed."""
        super().on_descendant_focus()
        if isinstance(self.focused, SearchInput):
            self.before = self.question

    def pose(self, question: Question, *, delay: float = 0.0) -> None:
        """Ask another question."""
        if question == self.question:
            return
        self.question = question
        self.query_one(Chips).chips = question.chips
        self.sources.show(chips=question.chips)
        if self.search_input.value != question.text:
            with self.prevent(Input.Changed):
                self.search_input.value = question.text
        self.look(keep=False, delay=delay)

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        """What stands there now: more may have been typed since the message was sent."""
        self.pose(replace(self.question, text=self.search_input.value), delay=DEBOUNCE)

    @on(SearchInput.Done)
    def _search_done(self) -> None:
        results = self.found.results if self.found else None
        if results is not None and results.suggestion and not results.total:
            self.pose(Question(results.suggestion).folded())
        else:
            self._leave_search()
        self.focus_part("centre")

    @on(SearchInput.Left)
    def _search_left(self, event: SearchInput.Left) -> None:
        if event.undone:
            self.pose(self.before)
        else:
            self._leave_search()
        self.focus_part("centre")

    def _leave_search(self) -> None:
        """What is seen is what was asked: the star of a word that was only begun stays."""
        found = self.found.question if self.found else self.question
        self.pose((found if found == self.question.begun() else self.question).folded())
        self.search_input.recent = remembered(self.search_input.recent, self.question.query)
        self.lay_out(searches=self.search_input.recent)

    @on(SearchInput.Rubbed)
    def _rubbed(self) -> None:
        """The last chip is text again, with the cursor behind it."""
        if not self.question.chips:
            return
        *chips, last = self.question.chips
        text = f"{last} {self.question.text}".rstrip()
        self.pose(Question(text, tuple(chips)))
        self.search_input.cursor_position = len(last)

    def action_search(self) -> None:
        """To the search field; what it may offer is asked for anew."""
        self.search_input.focus()

        def known(found: Known) -> None:
            self.search_input.known = found
            self.search_input.look()

        self.ask("vocabulary", lambda: Known(self.case.vocabulary()), known)

    def action_filter(self) -> None:
        """To the side tree."""
        self.focus_part("sources")

    @on(Chips.Pressed)
    def _chip_pressed(self, event: Chips.Pressed) -> None:
        self.pose(self.question.toggled(event.chip))

    @on(Sources.Picked)
    def _picked(self, event: Sources.Picked) -> None:
        if isinstance(event, Sources.Forgotten):
            return
        entry = event.entry
        self.pose(Question(entry.chip).folded() if entry.section == "saved" else self.question.toggled(entry.chip))

    @on(Sources.Forgotten)
    def _forgotten(self, event: Sources.Forgotten) -> None:
        name = event.entry.name
        self.change(lambda: self.case.forget_search(name), f"Forgotten: the search “{one_line(name)}”")

    def action_peel(self) -> None:
        """Zoom, selection, chip, text: the first of them that there is."""
        if self.zoomed:
            self.action_zoom()
        elif self.part == "reader":
            self.focus_part("centre" if self.focused is self.reader else "reader")
        elif self.rows.clear_selection() or (self.pane == "positions" and self.query_one(MatrixView).clear_selection()):
            self.show_place()
        elif self.part == "sources":
            self.focus_part("centre")
        elif self.pane == "positions" and self.focused is self.rows:
            self.main.focus()
        elif self.question.chips:
            self.pose(replace(self.question, chips=self.question.chips[:-1]))
        elif self.question.text:
            self.pose(replace(self.question, text=""))
        else:
            self.nothing_to_peel()

    def nothing_to_peel(self) -> None:
        """The desk is as bare as it gets."""

    def action_question(self) -> None:
        """Edit the search and its filters as one text."""

        def given(text: str | None) -> None:
            if text:
                self.pose(Question(text).folded())

        self.app.push_screen(Ask("The whole search", self.question.query, placeholder="words and filters"), given)

    # Panes

    def action_pane(self, pane: Pane) -> None:
        """Another pane."""
        self.turn_to(pane)
        self.focus_part("centre")

    @on(Tabs.Pressed)
    def _tab_pressed(self, event: Tabs.Pressed) -> None:
        self.action_pane(event.pane)

    def turn_to(self, pane: Pane, then: Callable[[], None] | None = None) -> None:
        """Show a pane, with its answer to the question."""
        self.pane = pane
        self.lay_out(pane=pane)
        self.query_one(ContentSwitcher).current = pane
        self.query_one(Tabs).active = pane
        self.look(keep=True, then=then)

    # Saved searches

    def action_save_search(self) -> None:
        """Keep the question under a name."""
        query = self.question.query
        if not query:
            self.desk_app.say("Search for something first, then save it.")
            return

        def named(name: str | None) -> None:
            if name:
                self.change(lambda: self.case.save_search(name, query), f"Saved as “{one_line(name)}”")

        self.app.push_screen(Ask("Save this search", value=one_line(query)[:40], placeholder="a name"), named)

    def change(
        self, call: Callable[[], T], said: str | Callable[[T], str] = "", then: Callable[[T], None] = lambda _: None
    ) -> None:
        """Change the case, say so, show it everywhere, then go on; `said` may be made of what the call gives."""
        if self.case.read_only:
            self.desk_app.say("This case is read-only: nothing was changed. Open a copy to work on it.", "warning")
            return

        def done(result: T) -> None:
            self.shelf.clear()
            if text := said(result) if callable(said) else said:
                self.desk_app.say(text)
            self.look(keep=True, then=lambda: then(result))

        self.ask("change", call, done, lane="write")
