"""Reading: the reader follows the cursor and shows the proof; every jump can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from textual import on
from textual.content import Content

from workbench.model import Fact, Pane, Quote, Span
from workbench.tui import wording
from workbench.tui.evidence import Proof, details
from workbench.tui.panes import PANE_SPECS
from workbench.tui.question import Question
from workbench.tui.sanitizing import plain
from workbench.tui.screens.arranging import Arranging
from workbench.tui.screens.diff import DiffScreen, ReadAt
from workbench.tui.screens.marks_dialog import MarksDialog
from workbench.tui.widgets.bars import Line
from workbench.tui.widgets.evidence_block import ProofBlock
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.marked_text import READER_SIGNS
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.sources import Sources
from workbench.views import Row

_FOLLOW = 0.02
_KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the desk that one can come back to."""

    pane: Pane
    question: Question
    row: Row[Any] | None
    index: int
    in_reader: bool
    at: tuple[str, Span | None] | None = None


class Reading(Arranging):
    """The reader, jumps and their history."""

    proof: Proof | None = None
    subject: Row[Any] | None = None
    """What the block beneath the text is about: the row in hand, or what stands under the caret."""
    own_kinds: frozenset[str] | None = None
    """Which marks the reader shows; None: those of the pane."""

    def on_mount(self) -> None:
        """An empty reader, and nowhere to go back to."""
        self.behind: list[Place] = []
        self.ahead: list[Place] = []
        self._nothing_to_read()

    # Following the cursor

    @on(LineList.Moved)
    def _cursor_moved(self, event: LineList.Moved) -> None:
        if isinstance(event, LineList.Chosen | LineList.HeadPressed) or event.lines is not self.rows:
            return
        self.show_place()
        row = self.rows.current
        if row is not None:
            self.read(row)
        elif not self.rows.count:
            self._nothing_to_read()

    def read(self, row: Row[Any], at: tuple[str, Span | None] | None = None) -> None:
        """Show a row in its place; `at` is another place than its own."""
        self.ask("read", lambda: self.shelf.proof(row, at), self._show_proof, delay=_FOLLOW)

    def _show_proof(self, proof: Proof) -> None:
        self.proof, self.subject = proof, proof.subject
        if proof.page is None:
            self._nothing_to_read()
            self.query_one(ProofBlock).say(details(proof))
            return
        article = proof.page.row
        self.query_one("#reader-title", Line).say(plain(wording.words(article)))
        self.query_one("#reader-byline", Line).say(plain(wording.byline(article)))
        self._mark_kinds()
        self.reader.show(article.id, article.value.text, proof.page.highlights, _spans(proof))
        self.mark_matches()
        if not _spans(proof) and self.reader.matches:
            self.reader.reveal(self.reader.matches[0])
        self.query_one(ProofBlock).say(details(proof))

    def _nothing_to_read(self) -> None:
        self.proof = self.subject = None
        self.reader.clear()
        self.query_one("#reader-title", Line).say(plain("Nothing to read here"))
        self.query_one("#reader-byline", Line).say(plain("The text shows here as you move along the rows."))
        self.query_one(ProofBlock).say(())

    # Into the reader and back

    @on(RowList.Chosen)
    def _row_chosen(self, event: RowList.Chosen) -> None:
        if isinstance(event.lines, Sources):
            return
        row = self.rows.current
        if row is not None and isinstance(row.value, Fact):
            self.compare(row)
        elif row is not None:
            self.remember()
            self.focus_part("reader")

    @on(Reader.Left)
    def _reader_left(self) -> None:
        self.zoomed = False
        self._enter("centre")
        self.rows.focus()
        if (row := self.rows.current) is not None:
            self.read(row)

    @on(Reader.CaretMoved, "#reader")
    def _caret_moved(self, event: Reader.CaretMoved) -> None:
        proof = self.proof
        if proof is None or proof.page is None:
            return
        page, span = proof.page, event.span

        def look() -> Proof:
            row = self.shelf.at(page, span)
            place = (page.row.id, span) if row.id == page.row.id or isinstance(row.value, Fact) else None
            return self.shelf.proof(row, place)

        def arrived(found: Proof) -> None:
            self.subject = found.subject
            self.query_one(ProofBlock).say(details(found))

        self.ask("caret", look, arrived, delay=_FOLLOW)

    @on(Reader.Opened)
    def _row_wanted(self) -> None:
        """From a passage to the row that stands on it."""
        row = self.subject
        if row is None:
            return
        self.remember()
        self.jump(Place(cast(Pane, wording.pane_of(row.value)), self.question, row, 0, in_reader=False))

    # Jumps

    def here(self) -> Place:
        """Where one is."""
        proof = self.proof
        at = (proof.page.row.id, proof.span) if proof and proof.page else None
        return Place(self.pane, self.question, self.rows.current, self.rows.cursor, self.part == "reader", at)

    def remember(self) -> None:
        """Before a jump: one can come back here."""
        self.behind = [*self.behind, self.here()][-_KEPT:]
        self.ahead = []

    def jump(self, place: Place) -> None:
        """Go to a place."""
        if place.question != self.question:
            self.pose(place.question)

        def arrived() -> None:
            self._land(place)

        self.turn_to(place.pane, then=arrived)

    def _land(self, place: Place) -> None:
        rows = self.rows
        index = rows.find(place.row.id) if place.row else None
        if index is not None:
            rows.cursor = index
        elif place.row is None or place.index:
            rows.cursor = place.index
        elif place.pane != "positions":
            self.desk_app.say("That row is not among those that match; take off a filter to see it there.")
        self.focus_part("reader" if place.in_reader else "centre")
        if place.row is not None:
            self.read(place.row, place.at if place.in_reader else None)

    def action_back(self) -> None:
        """Back to where one was."""
        self._through(self.behind, self.ahead)

    def action_forward(self) -> None:
        """Forward again."""
        self._through(self.ahead, self.behind)

    def _through(self, source: list[Place], target: list[Place]) -> None:
        if not source:
            self.desk_app.say("There is nowhere further to go.")
            return
        target.append(self.here())
        self.jump(source.pop())

    # Marks

    def _kinds(self) -> frozenset[str]:
        return PANE_SPECS[self.pane].marks if self.own_kinds is None else self.own_kinds

    def _mark_kinds(self) -> None:
        """Show the kinds that are on, and the legend that says which they are."""
        kinds = self._kinds()
        self.reader.mark_kinds(kinds)
        parts = [(f"{sign} {kind}", "$foreground" if kind in kinds else "$faint strike") for sign, kind in READER_SIGNS]
        spaced = [part for piece in parts for part in (piece, ("  ", ""))][:-1]
        self.query_one("#reader-part").border_subtitle = Content.assemble(*spaced)

    def action_marks(self) -> None:
        """Ask which kinds are shown; each letter has its effect at once."""

        def chosen(kinds: frozenset[str] | None) -> None:
            self.own_kinds = kinds
            self._mark_kinds()

        self.app.push_screen(MarksDialog(self._kinds(), PANE_SPECS[self.pane].marks, chosen))

    # Phrasings side by side

    def action_diff(self) -> None:
        """Compare the phrasings of the fact here, wherever here is."""
        row = self.subject if self.part == "reader" else self.rows.current
        if row is not None and isinstance(row.value, Fact):
            self.compare(row)
            return
        proof = self.proof
        if row is None or proof is None:
            self.desk_app.say("There is nothing here to compare.")
            return
        place = (proof.page.row.id, self.reader.passage) if self.part == "reader" and proof.page else None

        def arrived(found: Proof) -> None:
            if found.fact is None:
                self.desk_app.say("No other article reports this: there is nothing to compare.")
            else:
                self.compare(found.fact)

        self.ask("read", lambda: self.shelf.proof(row, place), arrived)

    def compare(self, fact: Row[Fact]) -> None:
        """Open the phrasing diff on a fact, among those that are listed."""
        listed = [row for rows in self.rows.pages.values() for row in rows] if self.pane == "facts" else []
        facts = listed if any(row.id == fact.id for row in listed) else [fact]

        def left(place: ReadAt | None) -> None:
            if place is not None:
                self.remember()
                self.focus_part("reader")
                self.read(place.fact, (place.article_id, place.span))

        self.app.push_screen(DiffScreen(self.case, facts, fact.id), left)


def _spans(proof: Proof) -> tuple[Span, ...]:
    value = proof.subject.value
    if isinstance(value, Quote) and proof.span == wording.home(proof.subject)[1]:
        return value.spans
    return (proof.span,) if proof.span else ()
