"""Setting a second article beside the one in hand."""

from __future__ import annotations

from collections import Counter
from functools import partial

from workbench.model import Article, Span
from workbench.tui import passage_pairs, wording
from workbench.tui.evidence import Page
from workbench.tui.screens.reading import Reading
from workbench.tui.screens.sheets import others
from workbench.tui.screens.split import Leaving, SplitScreen
from workbench.views import Row

_OFFERED = 500


class Beside(Reading):
    """Two articles in step."""

    def action_beside(self) -> None:
        """The articles of two selected rows, or the one in hand with another that is asked for."""
        rows = self.rows.targets() if self.part != "reader" else []
        chosen = list(dict.fromkeys(id for row in rows if (id := wording.home(row)[0])))
        if len(chosen) > 1:
            self._set_beside(chosen[0], chosen[1])
        elif self.proof is not None and self.proof.page is not None:
            self._ask_beside(self.proof.page.row.id)
        else:
            self.desk_app.say("There is no article here.")

    def _ask_beside(self, article_id: str) -> None:
        def found(rows: list[Row[Article]]) -> None:
            if not rows:
                self.desk_app.say("There is no other article in this case.")
                return
            self.app.push_screen(others(rows, shared), partial(self._other_chosen, article_id))

        shared: Counter[str] = Counter()
        self.ask("beside", lambda: self._others(article_id, shared), found, opens=True)

    def _others(self, article_id: str, shared: Counter[str]) -> list[Row[Article]]:
        """The other articles, those that share most facts first; counts these in `shared`."""
        facts = {mark.id for mark in self.shelf.page(article_id).highlights if mark.kind == "fact"}
        for id in facts:
            shared.update({phrasing.article_id for phrasing in self.case.fact(id).value.phrasings})
        listed = {row.id: row for row in self.case.search("articles", "", limit=_OFFERED).rows}
        near = [id for id, _ in shared.most_common() if id != article_id]
        rows = [listed[id] if id in listed else self.case.article(id) for id in near]
        return [*rows, *(row for id, row in listed.items() if id != article_id and id not in shared)]

    def _other_chosen(self, article_id: str, row: Row[Article] | None) -> None:
        if row is not None:
            self._set_beside(article_id, row.id)

    def _set_beside(self, left: str, right: str) -> None:
        def read() -> tuple[Page, Page, list[passage_pairs.Pair]]:
            pages = self.shelf.page(left), self.shelf.page(right)
            return *pages, passage_pairs.pairs(*pages)

        def opened(found: tuple[Page, Page, list[passage_pairs.Pair]]) -> None:
            self.app.push_screen(SplitScreen(*found), self._left_split)

        self.ask("beside", read, opened, opens=True)

    def _left_split(self, leaving: Leaving | None) -> None:
        if leaving is None:
            return
        if leaving.kind == "another":
            self._ask_beside(leaving.article_id)
        elif leaving.kind == "compare":
            self.ask("read", lambda: self.case.fact(leaving.fact_id), self.compare)
        else:
            self._read_at(leaving.article_id, leaving.span)

    def _read_at(self, article_id: str, span: Span | None) -> None:
        def arrived(row: Row[Article]) -> None:
            self.remember()
            self.focus_part("reader")
            self.read(row, (article_id, span))

        self.ask("beside", lambda: self.case.article(article_id), arrived)
