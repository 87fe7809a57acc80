"""Finding: one question for all panes, asked anew as it is typed; the newest answer is the one that shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import on

from workbench.model import Owed, Pane
from workbench.tui import wording
from workbench.tui.desk_memory import Listing
from workbench.tui.panes import BEST_FIRST, ORDER_WORDS, PANE_SPECS
from workbench.tui.panes.positions import PositionsPane
from workbench.tui.question import Question, chip_label, matcher
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens.sizing import Sizing
from workbench.tui.threads import Once
from workbench.tui.widgets.bars import HintLine, Line, Tabs
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.row_list import PAGE, RowList
from workbench.tui.wording import Piece, legend
from workbench.views import Facet, Matrix, Results

_KEPT_ROWS = 5 * PAGE


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question is taken for, and how many rows of each pane match that."""

    question: Question
    counts: dict[Pane, int]


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
    owed: Owed
    all_articles: int


class Finding(Sizing):
    """Search, filters, lists."""

    question = Question()
    found: Found | None = None
    around: Around | None = None

    def on_mount(self) -> None:
        """The first answer."""
        self.look(keep=False)

    # Asking

    @property
    def order(self) -> str:
        """How the list is sorted now."""
        order = self.listing.order
        return order if order.removeprefix("-") in PANE_SPECS[self.pane].orders else ""

    @property
    def listing(self) -> Listing:
        """How the list of this pane is shown."""
        return self.laid_out.listing(self.pane)

    def look(self, *, keep: bool, delay: float = 0.0, then: Callable[[], None] | None = None) -> None:
        """Ask anew; `keep` stays at the row in hand, as after a change of one's own."""
        pane, question, order, typing = self.pane, self.question, self.order, self.search_input.has_focus
        rows = self.rows
        limit = min(_KEPT_ROWS, PAGE * (rows.cursor // PAGE + 1)) if keep else PAGE

        meaning = Once(lambda: self._meant(question, typing))

        def find() -> Found:
            meant = meaning.get().question if typing else question
            if pane == "positions":
                found = self.case.search(pane, meant.query, limit=1, order=order)
                return Found(meant, found, self.case.matrix(meant.query))
            return Found(meant, self.case.search(pane, meant.query, limit=limit, order=order), None)

        def arrived(found: Found) -> None:
            self._show(found, keep)
            if then is not None:
                then()

        self.ask("find", find, arrived, delay=delay)
        self.ask("around", lambda: self._around(meaning.get()), self._show_around, delay=delay)

    def _meant(self, question: Question, typing: bool) -> Meant:
        """While a word is typed that nothing has, what begins so; as it stands where nothing does."""
        as_it_stands = Meant(question, self.case.counts(question.query))
        begun = question.begun() if typing else question
        if begun == question or any(as_it_stands.counts.values()):
            return as_it_stands
        beginning = Meant(begun, self.case.counts(begun.query))
        return beginning if any(beginning.counts.values()) else as_it_stands

    def _around(self, meant: Meant) -> Around:
        case, query, counts = self.case, meant.question.query, meant.counts
        every = case.counts("")["articles"] if query else counts["articles"]
        return Around(counts, case.facets(query), case.saved_searches(), case.owed(), every)

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
        forms = self.found.results.forms if self.found and text.strip() else ()
        self.reader.search(matcher(text, (row.snippet for row in rows), forms))

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
            parts += self.around.owed.parts
            parts += [wording.count(self.around.all_articles, "article")]
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
            middle.border_subtitle = plain(self._legend(middle.size.width - 6))
            self._show_crumbs(place)
            return
        said = " · ".join(part for part in (chosen, place, self._order_words() if rows.count else "") if part)
        signs = self._legend(middle.size.width - cell_len(said) - 9) if rows.count else ""
        middle.border_subtitle = plain("   ".join(part for part in (signs, said) if part))
        self._show_crumbs(place)

    def _order_words(self) -> str:
        if self.found and self.found.results and self.found.results.ranked:
            return BEST_FIRST
        turned = ", turned round" if self.order.startswith("-") else ""
        return f"{ORDER_WORDS[self.order.removeprefix('-')]}{turned}"

    def _show_crumbs(self, place: str) -> None:
        trail = [self.pane.capitalize(), *map(chip_label, self.question.chips)]
        trail += [f"“{self.question.text}”"] if self.question.text else []
        crumbs = " › ".join(one_line(step) for step in trail)
        where = f" {crumbs}   {place}"
        signs = self._legend(self.size.width - cell_len(where) - 4)
        self.query_one("#crumbs", Line).say(plain(f"{where}   {signs}"))

    def _legend(self, width: int) -> str:
        """What the signs of the list say, as far as there is room."""
        spec = PANE_SPECS[self.pane]
        return legend(spec.signs, width, spec.shorter)

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
        if around is not None and around.owed:
            return [[(f"{' and '.join(around.owed.parts)} yet.", "strong")],
                    [("R", "accent"), ("  does that", "quiet")]]  # fmt: skip
        return [[(f"No {pane} were found in these articles.", "strong")]]
