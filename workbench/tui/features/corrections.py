"""Corrections: what the machine found is put right, of one row or of all that are selected, as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbench.model import ARTICLE_FIELDS, Article, Fact, Note, Position, Quote
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.features.case_forms import CaseForms, Offers, first_speaker, said_by
from workbench.tui.features.issues import Issues
from workbench.tui.features.marks import Marks
from workbench.tui.features.people import People
from workbench.tui.ports import Actions, Navigator, Notifier, Selection, targets_or_say
from workbench.tui.screens.form import Form
from workbench.views import Person, Row


class Corrections:
    """Forms for what is in hand, and what becomes of their answers."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 forms: CaseForms, issues: Issues, marks: Marks, people: People) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._forms = forms
        self._issues = issues
        self._marks = marks
        self._people = people

    def actions(self) -> Actions:
        """What is in hand."""
        return {"correct": self.correct}

    def correct(self) -> None:
        """Correct what the machine found about what is selected, else about the row in hand."""
        if not self._gateway.writable():
            return
        issues = self._selection.issues()
        if issues is not None:
            self._issues.rename(issues)
        elif rows := targets_or_say(self._selection, self._notifier):
            self._forms.with_offers(lambda offers: self._correct(rows, offers))

    def _correct(self, rows: Sequence[Row[Any]], offers: Offers) -> None:
        value = rows[0].value
        if isinstance(value, Quote):
            self._correct_quotes(rows, offers)
        elif isinstance(value, Position):
            self._correct_all(rows, ("stance", "issue"), "Which stance, on what?", offers)
        elif isinstance(value, Fact):
            self._correct_all(rows, ("gist",), "What is the fact?", offers)
        elif isinstance(value, Article):
            self._correct_all(rows, ARTICLE_FIELDS, "About this article", offers)
        elif isinstance(value, Person):
            self._people.correct(rows, offers)
        elif isinstance(value, Note):
            self._marks.note()

    def _correct_all(self, rows: Sequence[Row[Any]], names: Sequence[str], title: str, offers: Offers) -> None:
        ids = [row.id for row in rows]
        fields = [self._forms.field(name, [getattr(row.value, name) for row in rows], offers) for name in names]

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                self._put_right(lambda: self._gateway.case.correct(ids, changed))

        several = f"Of {wording.about(rows)}: " if len(rows) > 1 else ""
        self._navigator.open(Form(f"{several}{title}", fields, _words_of(rows)), given)

    def _put_right(self, call: Callable[[], str]) -> None:
        self._gateway.change(call, wording.described)

    # Speakers

    def _correct_quotes(self, rows: Sequence[Row[Quote]], offers: Offers) -> None:
        row = rows[0]
        if len(rows) == 1 and len(row.value.speakers) > 1:
            self._correct_speakers(row, offers)
        else:
            title = "Who said this?" if len(rows) == 1 else f"Who said these {len(rows):,} quotes?"
            self._ask_speaker(title, rows, offers)

    def _ask_speaker(self, title: str, rows: Sequence[Row[Quote]], offers: Offers) -> None:
        """A form for the speaker of some quotes: the one they share, else their only ones."""
        ids = [row.id for row in rows]
        fields = self._forms.speaker([first_speaker(row.value) for row in rows], offers)

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                self._put_right(lambda: self._gateway.case.respeak(ids, changed))

        self._navigator.open(Form(title, fields, _words_of(rows)), given)

    def _correct_speakers(self, row: Row[Quote], offers: Offers) -> None:
        """The speakers of a quote that has several, each with lines of its own."""
        found = row.value.speakers
        fields = [field for n, one in enumerate(found, 1) for field in self._forms.speaker([one], offers, f" {n}")]

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                speakers = [said_by(speaker, changed, f" {n}") for n, speaker in enumerate(found, 1)]
                kept = [one for one in speakers if one["name"] or one["kind"] != "person"]
                self._put_right(lambda: self._gateway.case.correct([row.id], {"speakers": kept}))

        self._navigator.open(Form("Who said this?", fields, wording.words(row)), given)


def _words_of(rows: Sequence[Row[Any]]) -> str:
    return wording.words(rows[0]) if len(rows) == 1 else ""
