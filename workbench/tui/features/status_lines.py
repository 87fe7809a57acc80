"""What the desk says of itself: the status, hints on the question, where one is, and why a list is empty."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.panes import BEST_FIRST, ORDER_WORDS, PANE_SPECS
from workbench.tui.question import chip_label
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.signs import legend
from workbench.tui.widgets.bars import HintLine
from workbench.tui.wording import Piece


class StatusLines:
    """The lines around the panes."""

    def __init__(self, gateway: CaseGateway, view: DeskView, state: StateStore,
                 busy: Callable[[], list[str]], count: Callable[[], str]) -> None:  # fmt: skip
        """`busy` gives what is running, a line each; `count` what is typed of a number."""
        self._gateway = gateway
        self._view = view
        self._state = state
        self._busy = busy
        self._count = count

    def show(self) -> None:
        """The right end of the search bar."""
        parts = ["read-only"] if self._gateway.case.read_only else []
        around, busy = self._state.now.surroundings, self._busy()
        if around and not busy:
            parts += around.owed.parts
            parts += [wording.count(around.all_articles, "article")]
        count = [words] if (words := self._count()) else []
        self._view.line("status").say(plain(" · ".join(count or [*busy, *parts]) + " "))

    def show_hints(self) -> None:
        """What could not be read in the question, or what may have been meant."""
        answer = self._state.now.answer
        parts: list[Piece] = []
        if answer is not None:
            for hint in answer.results.hints:
                parts += [(" ⚑ ", "$warning"), (one_line(hint), "$quiet")]
            if answer.results.suggestion:
                meant = one_line(answer.results.suggestion)
                parts += [("  did you mean ", "$quiet"), (meant, "bold $accent"), ("  ⏎", "$accent")]
        self._view.find(HintLine).say(parts)

    def show_place(self) -> None:
        """Where one is: the line at the foot of the middle, and the breadcrumb of narrow screens."""
        rows = self._view.rows
        place = f"{rows.cursor + 1:,} of {rows.count:,}" if rows.count else ""
        chosen = f"{len(rows.selected):,} selected" if rows.selected else ""
        middle = self._view.part("centre")
        if self._state.now.pane == "positions":
            middle.border_subtitle = plain(self._legend(middle.size.width - 6))
            self._show_crumbs(place)
            return
        said = " · ".join(part for part in (chosen, place, self._order_words() if rows.count else "") if part)
        signs = self._legend(middle.size.width - cell_len(said) - 9) if rows.count else ""
        middle.border_subtitle = plain("   ".join(part for part in (signs, said) if part))
        self._show_crumbs(place)

    def _order_words(self) -> str:
        now = self._state.now
        if now.answer and now.answer.results.ranked:
            among = now.answer.results.ranked_among
            return f"{BEST_FIRST} of the {among:,} added last" if among else BEST_FIRST
        turned = ", turned round" if now.order.startswith("-") else ""
        name = now.order.removeprefix("-")
        return f"{ORDER_WORDS[name] if name else PANE_SPECS[now.pane].usual}{turned}"

    def _show_crumbs(self, place: str) -> None:
        now = self._state.now
        trail = [now.pane.capitalize(), *map(chip_label, now.question.chips)]
        trail += [f"“{now.question.text}”"] if now.question.text else []
        crumbs = " › ".join(one_line(step) for step in trail)
        where = f" {crumbs}   {place}"
        signs = self._legend(self._view.size.width - cell_len(where) - 4)
        self._view.line("crumbs").say(plain(f"{where}   {signs}"))

    def _legend(self, width: int) -> str:
        """What the signs of the list say, as far as there is room."""
        spec = PANE_SPECS[self._state.now.pane]
        return legend(spec.signs, width, spec.shorter)

    def words_for_empty(self) -> list[list[Piece]]:
        """What is so, and what to press."""
        now = self._state.now
        around, pane = now.surroundings, now.pane
        if around is not None and not around.all_articles:
            return [
                [("No articles yet.", "strong")],
                [("a", "accent"), ("  adds files, folders or a list of them", "quiet")],
                [("workbench demo", "accent"), ("  shows how it looks", "quiet")],
            ]
        if now.question.query:
            query = one_line(" ".join([*map(chip_label, now.question.chips), now.question.text]).strip())
            way_out = [("esc", "accent"), ("  takes off one layer", "quiet")]
            return [[("Nothing matches ", "strong"), (query, "accent")], way_out]
        if pane == "notes":
            return [[("No notes yet.", "strong")], [("n", "accent"), ("  on any row writes one", "quiet")]]
        if self._busy():
            return [[(f"The analysis is running; {pane} appear as they are found.", "strong")],
                    [("^x", "accent"), ("  stops it", "quiet")]]  # fmt: skip
        if around is not None and around.owed:
            return [[(f"{' and '.join(around.owed.parts)} yet.", "strong")],
                    [("R", "accent"), ("  does that", "quiet")]]  # fmt: skip
        return [[(f"No {pane} were found in these articles.", "strong")]]
