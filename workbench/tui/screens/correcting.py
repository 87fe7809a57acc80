"""Correcting: what the machine found is put right, of one row or of all that are selected, as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.model import ARTICLE_FIELDS, SPEAKER_KINDS, STANCES, Article, Fact, Position, Quote, Speaker
from workbench.tui import wording
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask, Field, Form
from workbench.tui.screens.marking import Marking
from workbench.tui.widgets.matrix import MatrixView
from workbench.views import Row, Vocabulary

_LABELS = {"published_on": "date", "url": "link"}
_SPEAKER_FIELDS = ("name", "role", "country", "kind")
_PLACES = {"published_on": "2025-08-21", "language": "en", "country": "Germany, DEU, EU …"}
_VARIOUS = "(several; what is typed is for all)"
_OFFERED = {"name": "speaker", "agency": "outlet"}
"""The field of the query language whose values a field is completed from, where it has another name."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What fields are completed from: what the case has, the most frequent first, and countries and languages."""

    vocabulary: Vocabulary

    def of(self, field: str) -> tuple[str, ...] | Callable[[str], tuple[str, ...]]:
        """The values for a field, or what gives those that begin so."""
        if field in ("country", "language"):
            from workbench.work.lookups import countries_begun, languages_begun  # the desk starts without the store

            return countries_begun if field == "country" else languages_begun
        wanted = _OFFERED.get(field, field)
        values = (one_line(facet.value) for facet in self.vocabulary.values if facet.field == wanted)
        return tuple(dict.fromkeys(values))


class Correcting(Marking):
    """Forms for what is in hand, and what becomes of their answers."""

    def action_correct(self) -> None:
        """Correct what the machine found about what is selected, else about the row in hand."""
        if not self.writable():
            return
        if isinstance(self.focused, MatrixView):
            self.ask_issue(self.focused.issues_in_hand())
        elif rows := self._some():
            self.with_offers(lambda offers: self._correct(rows, offers))

    def with_offers(self, then: Callable[[Offers], None]) -> None:
        """Go on with what fields are completed from."""
        self.ask("offers", self.case.vocabulary, lambda vocabulary: then(Offers(vocabulary)), opens=True)

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
        else:
            self.action_note()

    def _correct_all(self, rows: Sequence[Row[Any]], names: Sequence[str], title: str, offers: Offers) -> None:
        ids = [row.id for row in rows]
        fields = [self.field(name, [getattr(row.value, name) for row in rows], offers) for name in names]

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                self.put_right(lambda: self.case.correct(ids, changed))

        several = f"Of {self._about(rows)}: " if len(rows) > 1 else ""
        self.app.push_screen(Form(f"{several}{title}", fields, self._words_of(rows)), given)

    def field(self, name: str, values: Sequence[str], offers: Offers, which: str = "") -> Field:
        """A line of a form: what all rows have, or nothing where they differ."""
        same = len(set(values)) == 1
        choices = {"stance": tuple(STANCES), "kind": SPEAKER_KINDS}.get(name, ())
        return Field(
            f"{name}{which}",
            f"{_LABELS.get(name, name)}{which}",
            values[0] if same else "",
            choices=choices if same else (),
            offers=() if choices and same else choices or offers.of(name),
            placeholder=_PLACES.get(name, "") if same else _VARIOUS,
            check=lambda value: str(self.case.checked(name, value)),
        )

    def put_right(self, call: Callable[[], str]) -> None:
        """Do a correction, and say what it did."""
        self.change(call, described)

    def _words_of(self, rows: Sequence[Row[Any]]) -> str:
        return wording.words(rows[0]) if len(rows) == 1 else ""

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
        shown = [_meant(row.value, whose) for row in rows]
        fields = [self.field(name, [_value(one, name) for one in shown], offers) for name in _SPEAKER_FIELDS]

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                self.put_right(lambda: self.case.respeak(ids, changed, whose))

        self.app.push_screen(Form(title, fields, self._words_of(rows)), given)

    def _correct_speakers(self, row: Row[Quote], offers: Offers) -> None:
        """The speakers of a quote that has several, each with lines of its own."""
        found = row.value.speakers
        fields = [field for n, one in enumerate(found, 1) for field in self.speaker_fields(one, offers, f" {n}")]

        def given(changed: dict[str, str] | None) -> None:
            if changed:
                speakers = [said_by(speaker, changed, f" {n}") for n, speaker in enumerate(found, 1)]
                kept = [one for one in speakers if one["name"] or one["kind"] != "person"]
                self.put_right(lambda: self.case.correct([row.id], {"speakers": kept}))

        self.app.push_screen(Form("Who said this?", fields, wording.words(row)), given)

    def speaker_fields(self, speaker: Speaker, offers: Offers, which: str = "") -> list[Field]:
        """The lines of a form for one speaker."""
        return [self.field(name, [_value(speaker, name)], offers, which) for name in _SPEAKER_FIELDS]

    def action_correct_speaker(self) -> None:
        """Correct who is meant in all quotes of the speaker in hand."""
        row = next(iter(self.targets()), None)
        names = [one.name for one in row.value.speakers if one.name] if row and isinstance(row.value, Quote) else []
        if row is None or not names:
            unnamed = row is not None and isinstance(row.value, Quote)
            where = "c names the one of this quote" if unnamed else "2 shows quotes with theirs"
            self.desk_app.say(f"There is no named speaker here; {where}.")
        elif self.writable():
            self._ask_all_of(row, names[0]) if len(names) == 1 else self._choose_speaker(row, names)

    def _choose_speaker(self, row: Row[Quote], names: Sequence[str]) -> None:
        def named(name: str | None) -> None:
            if name and name in names:
                self._ask_all_of(row, name)
            elif name:
                self.desk_app.say(f"“{one_line(name)}” does not say this.", "warning")

        self.app.push_screen(Ask("All quotes of which speaker?", choices=names), named)

    def _ask_all_of(self, row: Row[Quote], name: str) -> None:
        def found(got: tuple[list[str], Vocabulary]) -> None:
            ids, vocabulary = got
            title = f"Who is {one_line(name)}, in {wording.count(len(ids), 'quote')}?"
            self._ask_speaker(title, [row], ids, name, Offers(vocabulary))

        self.ask("offers", lambda: (self.case.quotes_of(name), self.case.vocabulary()), found, opens=True)

    # Issues

    def ask_issue(self, issues: Sequence[str]) -> None:
        """Ask for another label of an issue, or for the one that several are to have."""
        first = next(iter(issues), "")
        others = tuple(i for i in self.query_one(MatrixView).matrix.issues if len(issues) > 1 or i != first)

        def named(label: str | None) -> None:
            if label and [label] != list(issues):
                self.change(lambda: self.case.rename_issues(issues, label), described, lambda _: self._to_issue(label))

        title = "Rename this issue, or merge it into another"
        if len(issues) > 1:
            title = f"What are these {len(issues):,} issues, as one?"
        if issues:
            self.app.push_screen(Ask(title, first, others), named)

    def _to_issue(self, label: str) -> None:
        view = self.query_one(MatrixView)
        view.clear_selection()
        view.go(one_line(label), view.holder)


def described(done: str) -> str:
    """What a correction did, as a toast."""
    return f"{done[:1].upper()}{done[1:]}; u undoes it" if done else "Nothing to change: it is so already."


def _meant(quote: Quote, whose: str) -> Speaker:
    """The speaker of a quote that a form is about."""
    called = (speaker for speaker in quote.speakers if not whose or speaker.label == whose)
    return next(called, Speaker("", "person"))


def _value(speaker: Speaker, name: str) -> str:
    return speaker.name or speaker.mention_text if name == "name" else str(getattr(speaker, name))


def said_by(speaker: Speaker, changed: dict[str, str], which: str = "") -> dict[str, str]:
    """A speaker as a form has changed it."""
    now = {"name": speaker.name, "role": speaker.role, "country": speaker.country, "kind": speaker.kind}
    new = {name: changed.get(f"{name}{which}", value) for name, value in now.items()}
    if f"name{which}" in changed and f"kind{which}" not in changed and new["kind"] in {"anonymous", "unknown"}:
        new["kind"] = "person"
    return new
