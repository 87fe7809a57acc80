"""Corrections: what the machine found is put right, of one row or of all that are selected, as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbench.model import ARTICLE_FIELDS, Article, Fact, Note, Position, Quote
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.features.case_forms import CaseForms, Offers, said_by, speaker_called
from workbench.tui.features.issues import Issues
from workbench.tui.features.marks import Marks
from workbench.tui.ports import Actions, Navigator, Notifier, Selection, targets_or_say
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.form import Form
from workbench.views import Row, Vocabulary


class Corrections:
    """Forms for what is in hand, and what becomes of their answers."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 forms: CaseForms, issues: Issues, marks: Marks) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._forms = forms
        self._issues = issues
        self._marks = marks

    def actions(self) -> Actions:
        """What is in hand, or a speaker everywhere."""
        return {"correct": self.correct, "correct_speaker": self.correct_speaker}

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
            self._ask_speaker(title, rows, [row.id for row in rows], "", offers)

    def _ask_speaker(
        self, title: str, rows: Sequence[Row[Quote]], ids: Sequence[str], whose: str, offers: Offers
    ) -> None:
        """A form for the speaker of some quotes: the one called `whose`, the one they share, else their only ones."""
        fields = self._forms.speaker([speaker_called(row.value, whose) for row in rows], offers)

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                self._put_right(lambda: self._gateway.case.respeak(ids, changed, whose))

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

    def correct_speaker(self) -> None:
        """Correct who is meant in all quotes of the speaker in hand."""
        row = next(iter(self._selection.targets()), None)
        names = [one.name for one in row.value.speakers if one.name] if row and isinstance(row.value, Quote) else []
        if row is None or not names:
            unnamed = row is not None and isinstance(row.value, Quote)
            where = "c names the one of this quote" if unnamed else "2 shows quotes with theirs"
            self._notifier.say(f"There is no named speaker here; {where}.")
        elif self._gateway.writable():
            self._ask_all_of(row, names[0]) if len(names) == 1 else self._choose_speaker(row, names)

    def _choose_speaker(self, row: Row[Quote], names: Sequence[str]) -> None:
        def named(name: str | None) -> None:
            if name and name in names:
                self._ask_all_of(row, name)
            elif name:
                self._notifier.say(f"“{one_line(name)}” does not say this.", "warning")

        self._navigator.open(Ask("All quotes of which speaker?", choices=names), named)

    def _ask_all_of(self, row: Row[Quote], name: str) -> None:
        case = self._gateway.case

        def found(got: tuple[list[str], Vocabulary]) -> None:
            ids, vocabulary = got
            title = f"Who is {one_line(name)}, in {wording.count(len(ids), 'quote')}?"
            self._ask_speaker(title, [row], ids, name, Offers(vocabulary))

        self._gateway.ask("offers", lambda: (case.quotes_of(name), case.vocabulary()), found, opens=True)


def _words_of(rows: Sequence[Row[Any]]) -> str:
    return wording.words(rows[0]) if len(rows) == 1 else ""
