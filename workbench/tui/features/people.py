"""Who is who: somebody corrected in all their quotes, people merged, a name parted from them, and their quotes."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Entity, Quote, Speaker
from workbench.tui import origin_wording, wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.features.case_forms import CaseForms, Offers
from workbench.tui.ports import Actions, Navigator, Notifier, Selection
from workbench.tui.question import Question
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.form import Field, Form
from workbench.views import Person, Results, Row, Vocabulary


class People:
    """What the analyst says of people, and the way to what they say."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 forms: CaseForms) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._forms = forms

    def actions(self) -> Actions:
        """A speaker everywhere, a name parted, the quotes of somebody."""
        return {"correct_speaker": self.correct_speaker, "part_name": self.part_name, "quotes_of": self.quotes_of}

    # Correcting

    def correct(self, rows: Sequence[Row[Person]], offers: Offers) -> None:
        """Ask who some people are, and put it right everywhere."""
        ids = [row.id for row in rows]
        fields = self._forms.speaker([row.value for row in rows], offers)
        fields.append(Field("alias", "also called", placeholder="another name of theirs"))

        def given(changed: dict[str, str] | None) -> None:
            values = {name: value for name, value in (changed or {}).items() if value or name != "alias"}
            if values:
                self._change(lambda: self._gateway.case.correct_people(ids, values))

        self._navigator.open(Form(_title(rows), fields, _about(rows)), given)

    def correct_speaker(self) -> None:
        """Correct the speaker in hand in all their quotes."""
        row = next(iter(self._selection.targets()), None)
        if row is not None and isinstance(row.value, Person):
            self._open_form(row.id)
            return
        quote = row.value if row and isinstance(row.value, Quote) else None
        named = {one.name: Entity(one.name, one.kind).id for one in _named(quote)}
        if not named:
            where = "c names the one of this quote" if quote else "2 shows quotes with theirs, 6 all people"
            self._notifier.say(f"There is no named speaker here; {where}.")
        elif self._gateway.writable():
            self._open_form(*named.values()) if len(named) == 1 else self._choose(named)

    def _choose(self, named: dict[str, str]) -> None:
        def chosen(name: str | None) -> None:
            if name and name in named:
                self._open_form(named[name])
            elif name:
                self._notifier.say(f"“{one_line(name)}” does not say this.", "warning")

        self._navigator.open(Ask("Which speaker, in all their quotes?", choices=list(named)), chosen)

    def _open_form(self, id: str) -> None:
        case = self._gateway.case

        def found(got: tuple[Row[Person], Vocabulary]) -> None:
            self.correct([got[0]], Offers(got[1]))

        if self._gateway.writable():
            self._gateway.ask("offers", lambda: (case.person(id), case.vocabulary()), found, opens=True)

    def _change(self, call: object) -> None:
        self._gateway.change(call, wording.described)  # type: ignore[arg-type]

    # Merging and parting

    def merge(self, rows: Sequence[Row[Person]]) -> None:
        """Let the selected people be one, under the name that is chosen; that of the most quoted is offered first."""
        if len(rows) < 2:
            self._notifier.say("Select the people who are one (space), then merge them.")
        elif self._gateway.writable():
            self._ask_name_kept(rows)

    def _ask_name_kept(self, rows: Sequence[Row[Person]]) -> None:
        ids, case = [row.id for row in rows], self._gateway.case
        people = sorted((row.value for row in rows), key=lambda one: (one.kind != "person", -one.quotes, one.name))
        names = dict.fromkeys([*(one.name for one in people), *(name for one in people for name in one.aliases)])

        def named(name: str | None) -> None:
            if name == people[0].name:
                self._change(lambda: case.merge_people(ids))
            elif name:
                self._change(lambda: case.correct_people(ids, {"name": name}))

        title = f"Which name stays, of these {len(ids):,} people?"
        self._navigator.open(Ask(title, choices=list(names), placeholder="one of theirs, or another"), named)

    def part_name(self) -> None:
        """Ask which of the names of somebody is somebody else's."""
        row = self._selection.row
        if row is None or not isinstance(row.value, Person):
            self._notifier.say("There is nobody here to part a name from; 6 shows people.")
        elif not row.value.aliases:
            self._notifier.say(f"{one_line(row.value.name)} has no other name.")
        elif self._gateway.writable():
            self._ask_name(row)

    def _ask_name(self, row: Row[Person]) -> None:
        def named(name: str | None) -> None:
            if name:
                self._change(lambda: self._gateway.case.part_name(row.id, name))

        title = f"Which of these is not {one_line(row.value.name)}?"
        self._navigator.open(Ask(title, choices=row.value.aliases), named)

    # Reading

    def quotes_of(self) -> None:
        """Show the quotes of whoever is in hand."""
        row = self._selection.row
        value = row.value if row else None
        names = [one.name for one in _named(value)] if isinstance(value, Quote) else []
        if isinstance(value, Person) and row is not None:
            self._show_quotes(value.name, row.id)
        elif names:
            self._show_quotes(names[0], "")
        else:
            self._notifier.say("There is nobody here; 6 shows people.")

    def _show_quotes(self, name: str, id: str) -> None:
        """The quotes under a name; where several have it, those of the one with that id."""
        term = 'person:"{}"'.format(name.replace('"', " "))
        case = self._gateway.case

        def found(bearers: Results[Person]) -> None:
            one = id if bearers.total != 1 and id else ""
            self._navigator.remember()
            self._navigator.pose(Question("", (f"person:{one}" if one else term,)))
            self._navigator.turn_to("quotes")
            self._navigator.focus_part("centre")

        self._gateway.ask("bearers", lambda: case.search("people", term, limit=2), found)


def _named(quote: Quote | None) -> list[Speaker]:
    """The speakers who are somebody, not only described."""
    return [one for one in (quote.speakers if quote else ()) if one.name and one.kind not in ("anonymous", "unknown")]


def _title(rows: Sequence[Row[Person]]) -> str:
    if len(rows) > 1:
        return f"Who are these {len(rows):,} people, as one?"
    return f"Who is {one_line(rows[0].value.name)}, in {wording.count(rows[0].value.quotes, 'quote')}?"


def _about(rows: Sequence[Row[Person]]) -> str:
    if len(rows) > 1:
        return ""
    who = rows[0].value
    also = f"also {', '.join(who.aliases)}" if who.aliases else ""
    return " · ".join(filter(None, (also, origin_wording.known_from(who.known_from))))
