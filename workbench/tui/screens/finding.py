"""Finding: one question for all panes, asked anew as it is typed; the newest answer is the one that shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from textual import on
from textual.widgets import ContentSwitcher, Input

from workbench.model import PANES, Pane
from workbench.shown import Facet, Matrix, Results
from workbench.tui import describe
from workbench.tui.completing import Known, remembered
from workbench.tui.describe import LEGEND, SHORT_LEGEND, Piece
from workbench.tui.panes import ORDER_WORDS, PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.plain import one_line, plain
from workbench.tui.query import Question, chip_label, matcher
from workbench.tui.screens.base import Frame
from workbench.tui.screens.dialogs import Ask
from workbench.tui.widgets.bars import HintLine, Line, Tabs
from workbench.tui.widgets.lines import LineList
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.rows import PAGE, RowList
from workbench.tui.widgets.search import Chips, SearchInput
from workbench.tui.widgets.sources import Sources

DEBOUNCE = 0.12
_KEPT_ROWS = 5 * PAGE


@dataclass(frozen=True, slots=True)
class Found:
    """The answer for the pane that is shown."""

    question: Question
    """What was asked in the end: of a word that is being typed, perhaps its beginning."""
    results: Results[Any]
    matrix: Matrix | None


@dataclass(frozen=True, slots=True)
class Around:
    """The answer for what stands around it."""

    counts: dict[Pane, int]
    facets: tuple[Facet, ...]
    saved: dict[str, str]
    pending: int
    all_articles: int


class Finding(Frame):
    """Search, filters, lists."""

    question = Question()
    found: Found | None = None
    around: Around | None = None
    orders: dict[Pane, int]

    def on_mount(self) -> None:
        """The first answer."""
        self.orders = dict.fromkeys(PANES, 0)
        self.look(keep=False)

    # Asking

    @property
    def order(self) -> str:
        """How the list is sorted now."""
        orders = PANE_SPECS[self.pane].orders
        return orders[self.orders[self.pane] % len(orders)]

    def look(self, *, keep: bool, delay: float = 0.0, then: Callable[[], None] | None = None) -> None:
        """Ask anew; `keep` stays at the row in hand, as after a change of one's own."""
        pane, question, order, typing = self.pane, self.question, self.order, self.search_input.has_focus
        rows = self.rows
        limit = min(_KEPT_ROWS, PAGE * (rows.cursor // PAGE + 1)) if keep else PAGE

        def find() -> Found:
            meant = self._meant(question, typing)
            if pane == "positions":
                found = self.case.search(pane, meant.query, limit=1, order=order)
                return Found(meant, found, self.case.matrix(meant.query))
            return Found(meant, self.case.search(pane, meant.query, limit=limit, order=order), None)

        def arrived(found: Found) -> None:
            self._show(found, keep)
            if then is not None:
                then()

        self.ask("find", find, arrived, delay=delay)
        self.ask("around", lambda: self._around(self._meant(question, typing).query), self._show_around, delay=delay)

    def _meant(self, question: Question, typing: bool) -> Question:
        """While a word is typed that nothing has, what begins so; as it stands where nothing does."""
        begun = question.begun() if typing else question
        if begun == question or any(self.case.counts(question.query).values()):
            return question
        return begun if any(self.case.counts(begun.query).values()) else question

    def _around(self, query: str) -> Around:
        case = self.case
        counts = case.counts(query)
        every = case.counts("")["articles"] if query else counts["articles"]
        return Around(counts, case.facets(query), case.saved_searches(), case.pending(), every)

    def _show(self, found: Found, keep: bool) -> None:
        self.found = found
        self.shelf.learn(found.results.rows)
        self.rows.words_for_empty = self.words_for_empty()
        self.mark_matches()
        if found.matrix is not None:
            self.query_one(MatrixView).words_for_empty = self.words_for_empty()
            self.query_one(PositionsPane).show(found.matrix)
        else:
            self.rows.show(found.results.rows, found.results.total, keep=keep)
        self.show_hints()
        self.show_place()

    def _show_around(self, around: Around) -> None:
        self.around = around
        self.query_one(Tabs).counts = around.counts
        self.sources.searching = bool(self.question.query)
        self.sources.show(facets=around.facets, saved=around.saved, chips=self.question.chips)
        self.show_status()
        self.rows.words_for_empty = self.words_for_empty()
        self.rows.refresh()

    def mark_matches(self) -> None:
        """Show in the reader what is searched for."""
        rows = self.found.results.rows if self.found else ()
        text = self.found.question.text if self.found else ""
        self.reader.search(matcher(text, (row.snippet for row in rows)))

    @on(RowList.PageWanted)
    def _page_wanted(self, event: RowList.PageWanted) -> None:
        rows, page = event.rows, event.page
        if rows.id == "evidence":
            return
        pane, found, order = self.pane, self.found, self.order
        query = found.question.query if found else self.question.query

        def arrived(results: Results[Any]) -> None:
            if found is self.found:
                self.shelf.learn(results.rows)
                rows.put(page, results.rows)

        call = lambda: self.case.search(pane, query, limit=PAGE, offset=page * PAGE, order=order)  # noqa: E731
        self.ask(f"page-{page}", call, arrived)

    # Saying

    def show_status(self) -> None:
        """The right end of the search bar."""
        parts = ["read-only"] if self.case.read_only else []
        if self.around and not self.busy():
            waiting = self.around.pending
            parts += [f"{waiting:,} not analysed"] if waiting else []
            parts += [describe.count(self.around.all_articles, "article")]
        count = [words] if (words := self.words_for_count()) else []
        self.query_one("#status", Line).say(plain(" · ".join(count or [*self.busy(), *parts]) + " "))

    def words_for_count(self) -> str:
        """What is typed of a number."""
        return ""

    def busy(self) -> list[str]:
        """What is running, a line each."""
        return []

    def show_hints(self) -> None:
        """What could not be read in the question, or what may have been meant."""
        results = self.found.results if self.found else None
        parts: list[Piece] = []
        if results is not None:
            for hint in results.hints:
                parts += [(" ⚑ ", "$warning"), (one_line(hint), "$quiet")]
            if results.suggestion:
                meant = one_line(results.suggestion)
                parts += [("  did you mean ", "$quiet"), (meant, "bold $accent"), ("  ⏎", "$accent")]
        self.query_one(HintLine).say(parts)

    def show_place(self) -> None:
        """Where one is: the line at the foot of the middle, and the breadcrumb of narrow screens."""
        rows = self.rows
        place = f"{rows.cursor + 1:,} of {rows.count:,}" if rows.count else ""
        chosen = f"{len(rows.selected):,} selected" if rows.selected else ""
        middle = self.query_one("#centre-part")
        if self.pane == "positions":
            middle.border_subtitle = LEGEND if middle.size.width > len(LEGEND) + 6 else SHORT_LEGEND
            self._show_crumbs(place)
            return
        order = ORDER_WORDS[self.order] if len(PANE_SPECS[self.pane].orders) > 1 and rows.count else ""
        middle.border_subtitle = plain(" · ".join(part for part in (chosen, place, order) if part))
        self._show_crumbs(place)

    def _show_crumbs(self, place: str) -> None:
        trail = [self.pane.capitalize(), *map(chip_label, self.question.chips)]
        trail += [f"“{self.question.text}”"] if self.question.text else []
        crumbs = " › ".join(one_line(step) for step in trail)
        self.query_one("#crumbs", Line).say(plain(f" {crumbs}   {place}"))

    def words_for_empty(self) -> list[list[Piece]]:
        """What is so, and what to press."""
        around, pane = self.around, self.pane
        if around is not None and not around.all_articles:
            return [
                [("No articles yet.", "strong")],
                [("a", "accent"), ("  adds files, folders or a list of them", "quiet")],
                [("workbench demo", "accent"), ("  shows how it looks", "quiet")],
            ]
        if self.question.query:
            query = one_line(" ".join([*map(chip_label, self.question.chips), self.question.text]).strip())
            way_out = [("esc", "accent"), ("  takes off one layer", "quiet")]
            return [[("Nothing matches ", "strong"), (query, "accent")], way_out]
        if pane == "notes":
            return [[("No notes yet.", "strong")], [("n", "accent"), ("  on any row writes one", "quiet")]]
        if self.busy():
            return [[(f"The analysis is running; {pane} appear as they are found.", "strong")],
                    [("^x", "accent"), ("  stops it", "quiet")]]  # fmt: skip
        if around is not None and around.pending:
            return [[(f"{describe.count(around.pending, 'article')} not analysed yet.", "strong")],
                    [("R", "accent"), ("  analyses them", "quiet")]]  # fmt: skip
        return [[(f"No {pane} were found in these articles.", "strong")]]

    # The question

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
    def _typed(self, event: Input.Changed) -> None:
        self.pose(replace(self.question, text=event.value), delay=DEBOUNCE)

    @on(SearchInput.Done)
    def _search_done(self) -> None:
        results = self.found.results if self.found else None
        if results is not None and results.suggestion and not results.total:
            self.pose(Question(results.suggestion).folded())
        else:
            self._leave_search()
        self.focus_part("centre")

    @on(SearchInput.Left)
    def _search_left(self) -> None:
        self._leave_search()
        self.focus_part("centre")

    def _leave_search(self) -> None:
        """What is seen is what was asked: the star of a word that was only begun stays."""
        found = self.found.question if self.found else self.question
        self.pose((found if found == self.question.begun() else self.question).folded())
        self.search_input.recent = remembered(self.search_input.recent, self.question.query)

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
        elif self.rows.clear_selection():
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

    # Panes and their order

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
        self.query_one(ContentSwitcher).current = pane
        self.query_one(Tabs).active = pane
        self.look(keep=True, then=then)

    def action_order(self) -> None:
        """The next order."""
        if len(PANE_SPECS[self.pane].orders) > 1:
            self.orders[self.pane] += 1
            self.look(keep=False)

    @on(LineList.HeadPressed)
    def _head_pressed(self) -> None:
        self.action_order()

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

    def change(self, call: Callable[[], object], said: str = "") -> None:
        """Change the case, say so, and show it everywhere."""
        if self.case.read_only:
            self.desk_app.say("This case is read-only: nothing was changed. Open a copy to work on it.", "warning")
            return

        def done(_: object) -> None:
            self.shelf.clear()
            if said:
                self.desk_app.say(said)
            self.look(keep=True)

        self.ask("change", call, done, lane="write")
