"""The reader follows the cursor and shows the evidence; which marks it shows."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from workbench.model import Fact, Quote, Span
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.evidence import Evidence, details
from workbench.tui.features.query_results import QueryResults
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.panes import PANE_SPECS
from workbench.tui.ports import Actions, Navigator
from workbench.tui.sanitizing import plain
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.marked_text import READER_SIGNS
from workbench.tui.widgets.reader import Reader
from workbench.views import Row

_FOLLOW = 0.02


class ReaderContents:
    """What the reader shows."""

    def __init__(self, gateway: CaseGateway, navigator: Navigator, view: DeskView, state: StateStore,
                 answers: QueryResults, status: StatusLines) -> None:  # fmt: skip
        self._gateway = gateway
        self._navigator = navigator
        self._view = view
        self._state = state
        self._query_results = answers
        self._status_lines = status

    def actions(self) -> Actions:
        """Which marks are shown."""
        return {"marks": self.choose_marks}

    # Following the cursor

    def follow_cursor(self, event: LineList.Moved) -> None:
        """Read the row that the cursor came to."""
        rows = self._view.rows
        if isinstance(event, LineList.Chosen | LineList.HeadPressed) or event.lines is not rows:
            return
        self._status_lines.show_place()
        row = rows.current
        if row is not None:
            self.read(row)
        elif not rows.count:
            self.show_nothing()

    def follow_caret(self, event: Reader.CaretMoved) -> None:
        """Tell of what stands under the caret."""
        evidence, span = self._state.now.evidence, event.span
        if evidence is None or evidence.page is None:
            return
        page, cache = evidence.page, self._gateway.evidence

        def look() -> Evidence:
            row = cache.at(page, span)
            place = (page.row.id, span) if row.id == page.row.id or isinstance(row.value, Fact) else None
            return cache.evidence(row, place)

        def arrived(found: Evidence) -> None:
            self._state.change(subject=found.subject)
            self._view.evidence_block.say(details(found))

        self._gateway.ask("caret", look, arrived, delay=_FOLLOW)

    # Showing

    def read(self, row: Row[Any], at: tuple[str, Span | None] | None = None) -> None:
        """Show a row in its place; `at` is another place than its own."""
        self._gateway.ask("read", lambda: self._gateway.evidence.evidence(row, at), self._show, delay=_FOLLOW)

    def _show(self, evidence: Evidence) -> None:
        self._state.change(evidence=evidence, subject=evidence.subject)
        if evidence.page is None:
            self.show_nothing()
            self._view.evidence_block.say(details(evidence))
            return
        article, reader, spans = evidence.page.row, self._view.reader, _spans(evidence)
        self._view.line("reader-title").say(plain(wording.words(article)))
        self._view.line("reader-byline").say(plain(wording.byline(article)))
        self._show_marks()
        reader.show(article.id, article.value.text, evidence.page.highlights, spans)
        self._query_results.mark_matches()
        if not spans and reader.matches:
            reader.reveal(reader.matches[0])
        self._view.evidence_block.say(details(evidence))

    def show_nothing(self) -> None:
        """An empty reader that says so."""
        self._state.change(evidence=None, subject=None)
        self._view.reader.clear()
        self._view.line("reader-title").say(plain("Nothing to read here"))
        self._view.line("reader-byline").say(plain("The text shows here as you move along the rows."))
        self._view.evidence_block.say(())

    def leave(self) -> None:
        """From the reader back to the row."""
        self._state.change(zoomed=False)
        self._navigator.enter_part("centre")
        self._view.rows.focus()
        if (row := self._view.rows.current) is not None:
            self.read(row)

    # Marks

    def _show_marks(self) -> None:
        """Show the kinds that are on, and the legend that says which they are."""
        kinds = self._state.now.marks_shown
        self._view.reader.mark_kinds(kinds)
        parts = [(f"{sign} {kind}", "$foreground" if kind in kinds else "$faint strike") for sign, kind in READER_SIGNS]
        spaced = [part for piece in parts for part in (piece, ("  ", ""))][:-1]
        self._view.part("reader").border_subtitle = Content.assemble(*spaced)

    def choose_marks(self) -> None:
        """Ask which kinds are shown; each letter has its effect at once."""

        def chosen(kinds: frozenset[str] | None) -> None:
            self._state.change(mark_kinds=kinds)
            self._show_marks()

        now = self._state.now
        from workbench.tui.screens.marks_dialog import MarksDialog

        self._navigator.open(MarksDialog(now.marks_shown, PANE_SPECS[now.pane].marks, chosen))


def _spans(evidence: Evidence) -> tuple[Span, ...]:
    value = evidence.subject.value
    if isinstance(value, Quote) and evidence.span == wording.home(evidence.subject)[1]:
        return value.spans
    return (evidence.span,) if evidence.span else ()
