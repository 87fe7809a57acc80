"""Search: the question as it is typed, its chips and completions, the panes, saved searches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.widgets import ContentSwitcher, Input

from workbench.model import Pane
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.query_results import QueryResults
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.tui.question import Question
from workbench.tui.sanitizing import one_line
from workbench.tui.search_completion import Known, remembered
from workbench.tui.widgets.bars import Tabs
from workbench.tui.widgets.search import Chips
from workbench.tui.widgets.sources import Sources

DEBOUNCE = 0.12


class Search:
    """The question that all panes answer."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, view: DeskView,
                 state: StateStore, answers: QueryResults) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._view = view
        self._state = state
        self._query_results = answers
        self._before = Question()
        """What was asked when the search field was gone to."""

    def actions(self) -> Actions:
        """To the field and the sources, panes, saved searches."""
        return {
            "search": self.search,
            "filter": lambda: self._navigator.focus_part("sources"),
            "question": self.edit,
            "save_search": self.save,
            "pane": self.go_to_pane,
        }

    # The question

    def begin(self) -> None:
        """The search field was gone to: remember what was asked before anything is typed."""
        self._before = self._state.now.question

    def pose(self, question: Question, *, delay: float = 0.0) -> None:
        """Ask another question."""
        if question == self._state.now.question:
            return
        self._state.change(question=question)
        self._view.find(Chips).chips = question.chips
        self._view.sources.show(chips=question.chips)
        field = self._view.search_input
        if field.value != question.text:
            with field.prevent(Input.Changed):
                field.value = question.text
        self._query_results.look(keep=False, delay=delay)

    def typed(self) -> None:
        """What stands there now: more may have been typed since the message was sent."""
        self.pose(replace(self._state.now.question, text=self._view.search_input.value), delay=DEBOUNCE)

    def done(self) -> None:
        """Go to the results, or take the suggestion."""
        answer = self._state.now.answer
        if answer is not None and answer.results.suggestion and not answer.results.total:
            self.pose(Question(answer.results.suggestion).folded())
        else:
            self._leave()
        self._navigator.focus_part("centre")

    def left(self, undone: bool) -> None:
        """Back to the list; `undone`: with the search as it was before."""
        if undone:
            self.pose(self._before)
        else:
            self._leave()
        self._navigator.focus_part("centre")

    def _leave(self) -> None:
        """What is seen is what was asked: the star of a word that was only begun stays."""
        now, field = self._state.now, self._view.search_input
        found = now.answer.question if now.answer else now.question
        self.pose((found if found == now.question.begun() else now.question).folded())
        field.recent = remembered(field.recent, self._state.now.question.query)
        self._state.arrange(searches=field.recent)

    def rub(self) -> None:
        """The last chip is text again, with the cursor behind it."""
        question = self._state.now.question
        if not question.chips:
            return
        *chips, last = question.chips
        self.pose(Question(f"{last} {question.text}".rstrip(), tuple(chips)))
        self._view.search_input.cursor_position = len(last)

    def search(self) -> None:
        """To the search field; what it may offer is asked for anew."""
        field = self._view.search_input
        field.focus()

        def known(found: Known) -> None:
            field.known = found
            field.look()

        self._gateway.ask("vocabulary", lambda: Known(self._gateway.case.vocabulary()), known)

    def toggle(self, chip: str) -> None:
        """Put a filter on, or off."""
        self.pose(self._state.now.question.toggled(chip))

    def pick(self, entry: Sources.Picked) -> None:
        """An entry of the sources: a filter, or a whole saved search."""
        if entry.entry.section == "saved":
            self.pose(Question(entry.entry.chip).folded())
        else:
            self.toggle(entry.entry.chip)

    def peel(self) -> bool:
        """Take off the last chip, else the text; whether there was any."""
        question = self._state.now.question
        if question.chips:
            self.pose(replace(question, chips=question.chips[:-1]))
        elif question.text:
            self.pose(replace(question, text=""))
        else:
            return False
        return True

    def edit(self) -> None:
        """Edit the search and its filters as one text."""

        def given(text: str | None) -> None:
            if text:
                self.pose(Question(text).folded())

        query = self._state.now.question.query
        from workbench.tui.screens.dialogs import Ask

        self._navigator.open(Ask("The whole search", query, placeholder="words and filters"), given)

    # Panes

    def go_to_pane(self, pane: Pane) -> None:
        """To another pane."""
        self.turn_to(pane)
        self._navigator.focus_part("centre")

    def turn_to(self, pane: Pane, then: Callable[[], None] | None = None) -> None:
        """Show a pane, with its answer to the question."""
        self._state.change(pane=pane)
        self._state.arrange(pane=pane)
        self._view.find(ContentSwitcher).current = pane
        self._view.find(Tabs).active = pane
        self._query_results.look(keep=True, then=then)

    # Saved searches

    def save(self) -> None:
        """Keep the question under a name."""
        query, case = self._state.now.question.query, self._gateway.case
        if not query:
            self._notifier.say("Search for something first, then save it.")
            return

        def named(name: str | None) -> None:
            if name:
                self._gateway.change(lambda: case.save_search(name, query), f"Saved as “{one_line(name)}”")

        from workbench.tui.screens.dialogs import Ask

        self._navigator.open(Ask("Save this search", value=one_line(query)[:40], placeholder="a name"), named)

    def forget(self, name: str) -> None:
        """Drop a saved search."""
        call = lambda: self._gateway.case.forget_search(name)  # noqa: E731
        self._gateway.change(call, f"Forgotten: the search “{one_line(name)}”")
