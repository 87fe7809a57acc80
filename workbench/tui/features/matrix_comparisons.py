"""Comparisons in the matrix: whose words count, who else of a country speaks, two countries, one cell through time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.model import OTHERS, Position
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.matrix_wording import holder_name
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.sheets import comparison, timeline
from workbench.views import Agreement, Row

WHOSE = ("own", "second_hand", "anonymous_source")
WHOSE_WORDS = {"own": "its own words", "second_hand": "what others say of it", "anonymous_source": "anonymous sources"}


class MatrixComparisons:
    """Looks at the matrix from other sides."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._view = view
        self._state = state

    def actions(self) -> Actions:
        """Whose words, who else, two countries, the timeline."""
        return {"whose": self.whose, "others": self.others, "pair": self.pair, "timeline": self.timeline}

    def whose(self) -> None:
        """Only own words, only what others say, only anonymous sources, all."""
        now = self._state.now
        if now.pane != "positions":
            self._notifier.say("Whose words is a filter of positions; 3 shows them.")
            return
        terms = [f"attribution:{value}" for value in WHOSE]
        here = next((i for i, term in enumerate(terms) if term in now.question.chips), -1)
        chips = tuple(chip for chip in now.question.chips if chip not in terms)
        following = here + 1
        chosen = (terms[following],) if following < len(terms) else ()
        said = f"Showing {WHOSE_WORDS[WHOSE[following]] if chosen else 'whoever says so'}"
        self._notifier.messages.add(said)  # no toast: the filter is in sight
        self._navigator.pose(replace(now.question, chips=(*chips, *chosen)))

    def others(self) -> None:
        """Show those of each country who do not speak for it in columns of their own; again, hide them."""
        view = self._view.matrix_view
        if self._state.now.pane != "positions":
            self._notifier.say("The others of a country stand in the matrix; 3 shows it.")
        elif view.others or view.whole.others:
            view.show_others(not view.others)
        else:
            self._notifier.say("Nobody but states and blocs holds a position here.")

    def pair(self) -> None:
        """Ask for the other country and compare the two."""
        view = self._view.matrix_view
        first = view.holder or next(iter(view.matrix.holders), "")
        others = tuple(h for h in view.matrix.holders if h != first)
        if self._state.now.pane != "positions" or not others:
            self._notifier.say("To compare, two countries must say something; 3 shows positions.")
            return
        called = {code: holder_name(view.matrix, code) for code in others}

        def named(typed: str | None) -> None:
            second = holder_meant(typed or "", called)
            if second:
                self._show_pair(first, second)
            elif typed:
                self._notifier.say(f"“{one_line(typed)}” holds no position here, or several are called so.", "warning")

        title = f"Compare {holder_name(view.matrix, first)} with"
        self._navigator.open(Ask(title, choices=[_entry(code, name) for code, name in called.items()]), named)

    def _show_pair(self, first: str, second: str) -> None:
        view = self._view.matrix_view
        found = self._gateway.case.agreements(view.matrix, first, second)

        def opened(row: Row[Agreement] | None) -> None:
            if row is not None:
                view.go(row.value.issue, first)

        names = [holder_name(view.matrix, code) for code in (first, second)]
        self._navigator.open(comparison(names[0], names[1], found), opened)

    def timeline(self) -> None:
        """The cell in hand, day by day."""
        view, in_positions = self._view.matrix_view, self._state.now.pane == "positions"
        if not in_positions or view.cell is None:
            empty = "Nothing is said in this cell: take one with a sign."
            self._notifier.say(empty if in_positions else "Take a cell of the matrix first; 3 shows it.")
            return

        def opened(row: Row[Position] | None) -> None:
            rows = self._view.rows
            index = rows.find(row.id) if row is not None else None
            if index is not None:
                rows.cursor = index
                rows.focus()

        sheet = timeline(holder_name(view.matrix, view.holder), view.issue, view.cell)
        self._navigator.open(sheet, opened)


def _entry(code: str, name: str) -> str:
    """`France (FRA)`, `France · others (FRA)`; a bloc whose code is its name is that."""
    return f"{name} ({code.removesuffix(OTHERS)})" if name != code else code


def holder_meant(typed: str, called: Mapping[str, str]) -> str:
    """The code of the holder that is meant by a name, a code, an entry of the list, or a part of one name alone."""
    word = typed.strip().casefold()
    entries = {code: (code.casefold(), name.casefold(), _entry(code, name).casefold()) for code, name in called.items()}
    exact = [code for code, names in entries.items() if word in names]
    begun = [code for code, names in entries.items() if word and any(name.startswith(word) for name in names)]
    partly = [code for code, names in entries.items() if word and word in names[1]]
    return next((found[0] for found in (exact, begun, partly) if len(found) == 1), "")
