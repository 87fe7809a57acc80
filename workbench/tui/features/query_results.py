"""One question for all panes, asked anew as it is typed; the newest answer is the one that shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from workbench.model import Pane
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.case_threads import LazyValue
from workbench.tui.desk_state import Answer, StateStore, Surroundings
from workbench.tui.desk_view import DeskView
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.question import Question, matcher
from workbench.tui.widgets.bars import Tabs
from workbench.tui.widgets.row_list import PAGE, RowList
from workbench.views import Results

_KEPT_ROWS = 5 * PAGE
FIRST_FRAME = 0.25
"""So many seconds the first frame waits for its rows: an empty list that fills at once would flicker."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question is taken for, and how many rows of each pane match that."""

    question: Question
    counts: dict[Pane, int]


class QueryResults:
    """Asks, and shows the answer."""

    def __init__(self, gateway: CaseGateway, view: DeskView, state: StateStore, status: StatusLines) -> None:
        self._gateway = gateway
        self._view = view
        self._state = state
        self._status_lines = status
        self._unasked: Callable[[], None] | None = None
        self._around_last: tuple[tuple[int, Meant], Surroundings] | None = None

    # Asking

    async def begin(self) -> None:
        """Ask for the first time; returns when the rows are there, or when they take too long for the first frame."""
        there = asyncio.Event()
        self.look(keep=False, first=True, then=there.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(there.wait(), FIRST_FRAME)

    def look(
        self, *, keep: bool, delay: float = 0.0, then: Callable[[], None] | None = None, first: bool = False
    ) -> None:
        """Ask anew; `keep` stays at the row in hand, as after a change; `first`: as `CaseGateway.ask` has it."""
        case, now, typing = self._gateway.case, self._state.now, self._view.search_input.has_focus
        rows, pane, order = self._view.rows, now.pane, now.order
        limit = min(_KEPT_ROWS, PAGE * (rows.cursor // PAGE + 1)) if keep else PAGE

        if keep:
            self._around_last = None
        meaning = LazyValue(lambda: self._meant(now.question, typing))

        def find() -> Answer:
            meant = meaning.get().question if typing else now.question
            if pane == "positions":
                found = case.search(pane, meant.query, limit=1, order=order or "date")
                return Answer(meant, found, case.matrix(meant.query))
            return Answer(meant, case.search(pane, meant.query, limit=limit, order=order), None)

        def arrived(answer: Answer) -> None:
            self._show(answer, keep)
            if then is not None:
                then()
            if answer.results.ranked_among:
                self._rank_all(answer, limit)

        self._gateway.ask("find", find, arrived, delay=delay, first=first)
        self._unasked = lambda: self._gateway.ask(
            "around", lambda: self._around(meaning.get()), self._show_around, delay=delay
        )
        if not first:
            self.look_around()

    def look_around(self) -> None:
        """Ask for what is around the rows, where that has not been asked yet: the first frame does without."""
        ask, self._unasked = self._unasked, None
        if ask:
            ask()

    def _rank_all(self, answer: Answer, limit: int) -> None:
        """Rank what the answer left out, and show that in its stead unless another has come meanwhile."""
        now = self._state.now

        def find() -> Answer:
            query, case = answer.question.query, self._gateway.case
            return replace(answer, results=case.search(now.pane, query, limit=limit, order=now.order, rank_all=True))

        def arrived(whole: Answer) -> None:
            if answer is self._state.now.answer:
                rows = self._view.rows
                self._show(
                    whole, keep=bool(rows.cursor or rows.selected or rows.scroll_y or rows.range_from is not None)
                )

        self._gateway.ask("rank all", find, arrived)

    def _meant(self, question: Question, typing: bool) -> Meant:
        """While a word is typed that nothing has, what begins so; as it stands where nothing does."""
        counts = self._gateway.case.counts
        as_it_stands = Meant(question, counts(question.query))
        begun = question.begun() if typing else question
        if begun == question or any(as_it_stands.counts.values()):
            return as_it_stands
        beginning = Meant(begun, counts(begun.query))
        return beginning if any(beginning.counts.values()) else as_it_stands

    def _around(self, meant: Meant) -> Surroundings:
        """What is around the rows: found once for a question, whatever the pane, while the case is as it was."""
        asked = (self._gateway.case.state(), meant)
        if self._around_last is None or self._around_last[0] != asked:
            self._around_last = asked, self._find_around(meant)
        return self._around_last[1]

    def _find_around(self, meant: Meant) -> Surroundings:
        case, query, counts = self._gateway.case, meant.question.query, meant.counts
        every = case.counts("")["articles"] if query else counts["articles"]
        return Surroundings(counts, case.facets(query), case.saved_searches(), case.owed(), every)

    def page(self, event: RowList.PageWanted) -> None:
        """Fetch a page of the list that came into sight."""
        rows, page, now = event.rows, event.page, self._state.now
        if rows.id == "evidence":
            return
        answer = now.answer
        query = answer.question.query if answer else now.question.query
        rank_all = answer is not None and not answer.results.ranked_among

        def arrived(results: Results[Any]) -> None:
            if answer is self._state.now.answer:
                self._gateway.evidence.learn(results.rows)
                rows.put(page, results.rows)

        def search() -> Results[Any]:
            part = {"limit": PAGE, "offset": page * PAGE}
            return self._gateway.case.search(now.pane, query, **part, order=now.order, rank_all=rank_all)

        self._gateway.ask(f"page-{page}", search, arrived)

    # Showing

    def _show(self, answer: Answer, keep: bool) -> None:
        self._state.change(answer=answer)
        self._gateway.evidence.learn(answer.results.rows)
        rows = self._view.rows
        rows.words_for_empty = self._status_lines.words_for_empty()
        self.mark_matches()
        if answer.matrix is not None:
            self._view.matrix_view.words_for_empty = self._status_lines.words_for_empty()
            self._view.find(PositionsPane).show(answer.matrix)
        else:
            rows.show(answer.results.rows, answer.results.total, keep=keep)
        self._status_lines.show_hints()
        self._status_lines.show_place()

    def _show_around(self, around: Surroundings) -> None:
        self._state.change(surroundings=around)
        question, sources, rows = self._state.now.question, self._view.sources, self._view.rows
        self._view.find(Tabs).counts = around.counts
        sources.searching = bool(question.query)
        sources.show(facets=around.facets, saved=around.saved, chips=question.chips)
        self._status_lines.show()
        rows.words_for_empty = self._status_lines.words_for_empty()
        rows.refresh()

    def mark_matches(self) -> None:
        """Show in the reader what is searched for."""
        answer = self._state.now.answer
        rows = answer.results.rows if answer else ()
        text = answer.question.text if answer else ""
        forms = answer.results.forms if answer and text.strip() else ()
        self._view.reader.search(matcher(text, (row.snippet for row in rows), forms))
