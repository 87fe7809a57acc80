"""A second article beside the one in hand."""

from __future__ import annotations

from collections import Counter

from workbench.model import Article
from workbench.tui import passage_pairs, wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.evidence import Page
from workbench.tui.ports import Actions, Navigator, Notifier, Selection
from workbench.tui.screens.sheets import others
from workbench.tui.screens.split import Leaving, SplitScreen
from workbench.views import Row

_OFFERED = 500


class SideBySide:
    """Two articles in step."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._state = state

    def actions(self) -> Actions:
        """Side by side."""
        return {"beside": self.beside}

    def beside(self) -> None:
        """The articles of two selected rows, or the one in hand with another that is asked for."""
        now = self._state.now
        rows = self._selection.targets() if now.part != "reader" else []
        chosen = list(dict.fromkeys(id for row in rows if (id := wording.home(row)[0])))
        if len(chosen) > 1:
            self._show(chosen[0], chosen[1])
        elif now.evidence is not None and now.evidence.page is not None:
            self._ask_other(now.evidence.page.row.id)
        else:
            self._notifier.say("There is no article here.")

    def _ask_other(self, article_id: str) -> None:
        def chosen(row: Row[Article] | None) -> None:
            if row is not None:
                self._show(article_id, row.id)

        def found(rows: list[Row[Article]]) -> None:
            if rows:
                self._navigator.open(others(rows, shared), chosen)
            else:
                self._notifier.say("There is no other article in this case.")

        shared: Counter[str] = Counter()
        self._gateway.ask("beside", lambda: self._others(article_id, shared), found, opens=True)

    def _others(self, article_id: str, shared: Counter[str]) -> list[Row[Article]]:
        """The other articles, those that share most facts first; counts these in `shared`."""
        case = self._gateway.case
        facts = {mark.id for mark in self._gateway.evidence.page(article_id).highlights if mark.kind == "fact"}
        for id in facts:
            shared.update({phrasing.article_id for phrasing in case.fact(id).value.phrasings})
        listed = {row.id: row for row in case.search("articles", "", limit=_OFFERED).rows}
        near = [id for id, _ in shared.most_common() if id != article_id]
        rows = [listed[id] if id in listed else case.article(id) for id in near]
        return [*rows, *(row for id, row in listed.items() if id != article_id and id not in shared)]

    def _show(self, left: str, right: str) -> None:
        def read() -> tuple[Page, Page, list[passage_pairs.Pair]]:
            pages = self._gateway.evidence.page(left), self._gateway.evidence.page(right)
            return *pages, passage_pairs.pairs(*pages)

        def opened(found: tuple[Page, Page, list[passage_pairs.Pair]]) -> None:
            self._navigator.open(SplitScreen(*found), self._left)

        self._gateway.ask("beside", read, opened, opens=True)

    def _left(self, leaving: Leaving | None) -> None:
        if leaving is None:
            return
        if leaving.kind == "another":
            self._ask_other(leaving.article_id)
        elif leaving.kind == "compare":
            self._gateway.ask("read", lambda: self._gateway.case.fact(leaving.fact_id), self._navigator.compare)
        else:
            self._navigator.read_at(leaving.article_id, leaving.span)
