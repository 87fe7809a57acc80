"""Places that one has been at: every jump can be taken back, and made again."""

from __future__ import annotations

from typing import cast

from workbench.model import Article, Pane, Span
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import Place, StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.views import Row

_KEPT = 200


class JumpHistory:
    """Back and forward."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._view = view
        self._state = state
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def actions(self) -> Actions:
        """Back and forward."""
        return {
            "back": lambda: self._go(self._back, self._forward),
            "forward": lambda: self._go(self._forward, self._back),
        }

    def here(self) -> Place:
        """Where one is."""
        now, rows = self._state.now, self._view.rows
        evidence = now.evidence
        at = (evidence.page.row.id, evidence.span) if evidence and evidence.page else None
        return Place(now.pane, now.question, rows.current, rows.cursor, now.part == "reader", at)

    def remember(self) -> None:
        """Before a jump: one can come back here."""
        self._back[:] = [*self._back, self.here()][-_KEPT:]
        self._forward.clear()

    def jump(self, place: Place) -> None:
        """Go to a place."""
        if place.question != self._state.now.question:
            self._navigator.pose(place.question)
        self._navigator.turn_to(place.pane, then=lambda: self._land(place))

    def jump_to_row(self) -> None:
        """From a passage to the row that stands on it."""
        now = self._state.now
        if now.subject is not None:
            self.remember()
            pane = cast(Pane, wording.pane_of(now.subject.value))
            self.jump(Place(pane, now.question, now.subject, 0, in_reader=False))

    def read_at(self, article_id: str, span: Span | None) -> None:
        """Go to a passage of an article in the reader; one can come back."""

        def arrived(row: Row[Article]) -> None:
            self._navigator.read(row, (article_id, span))

        self.remember()
        self._navigator.focus_part("reader")
        self._gateway.ask("read", lambda: self._gateway.case.article(article_id), arrived)

    def _land(self, place: Place) -> None:
        rows = self._view.rows
        index = rows.find(place.row.id) if place.row else None
        if index is not None:
            rows.cursor = index
        elif place.row is None or place.index:
            rows.cursor = place.index
        elif place.pane != "positions":
            self._notifier.say("That row is not among those that match; take off a filter to see it there.")
        self._navigator.focus_part("reader" if place.in_reader else "centre")
        if place.row is not None:
            self._navigator.read(place.row, place.at if place.in_reader else None)

    def _go(self, source: list[Place], target: list[Place]) -> None:
        if not source:
            self._notifier.say("There is nowhere further to go.")
            return
        target.append(self.here())
        self.jump(source.pop())
