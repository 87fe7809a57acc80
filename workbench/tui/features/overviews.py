"""Overviews of the whole case: facts by outlets, where the texts come from, versions of an article."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.ports import Actions, Navigator, Notifier, Selection
from workbench.tui.screens.coverage_sheet import CoverageSheet
from workbench.tui.screens.sheets import sources, versions
from workbench.views import Coverage, Head, Row, SentenceEdit, SoleReport, SourceTreeLine


class Overviews:
    """Sheets over the desk; Enter in them goes to the place."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._state = state

    def actions(self) -> Actions:
        """Coverage, descent, versions."""
        return {"coverage": self.coverage, "sources": self.sources, "versions": self.versions}

    def coverage(self) -> None:
        """Which outlet reports which of the facts that are listed."""
        query, case = self._state.now.question.query, self._gateway.case

        def opened(row: Row[Any] | None) -> None:
            if row is None:
                return
            if isinstance(row.value, SoleReport):
                self._navigator.read_at(row.value.article_id, row.value.span)
            else:
                self._navigator.remember()
                self._navigator.compare(row)

        def shown(found: Coverage) -> None:
            if found.facts or found.alone:
                self._navigator.open(CoverageSheet(found), opened)
            else:
                self._notifier.say("There are no facts here to lay out by outlet.")

        self._gateway.ask("coverage", lambda: case.coverage(query), shown, opens=True)

    def sources(self) -> None:
        """The tree of where the texts of the case come from; Enter reads what shows it."""

        def opened(row: Row[SourceTreeLine] | None) -> None:
            if row is not None and row.head is not None:
                self._navigator.read_at(row.head.id, row.value.span)

        def show(lines: tuple[SourceTreeLine, ...]) -> None:
            self._navigator.open(sources(lines), opened)

        self._gateway.ask("sources", self._gateway.case.descent, show, opens=True)

    def versions(self) -> None:
        """What changed between the versions of the article in hand."""
        row = next(iter(self._selection.targets()), None)
        head = row.head if row else None
        if head is None or not head.version:
            self._notifier.say("This article has no other version in the case.")
            return

        def opened(chosen: Row[SentenceEdit] | None) -> None:
            if chosen is None:
                return
            newer = chosen.id.partition(":")[0]
            older = next(old for old, new in pairwise(found) if new.id == newer)
            if chosen.value.new:
                self._navigator.read_at(newer, chosen.value.new)
            else:
                self._navigator.read_at(older.id, chosen.value.old)

        case = self._gateway.case
        found: list[Head] = []

        def compared() -> tuple[list[Row[SentenceEdit]], dict[str, str]]:
            found.extend(case.versions(head.id)[0])
            texts = {each.id: case.article(each.id).value.text for each in found}
            rows = [
                Row(f"{new.id}:{number}", edit, None)
                for old, new in pairwise(found)
                for number, edit in enumerate(case.edits(old.id, new.id))
            ]
            return rows, texts

        def show(got: tuple[list[Row[SentenceEdit]], dict[str, str]]) -> None:
            self._navigator.open(versions(found, *got), opened)

        self._gateway.ask("versions", compared, show, opens=True)
