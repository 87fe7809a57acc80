"""The form: a dialog of lines to fill in, each completed and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from workbench.errors import UsageError
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens.dialogs import Dialog, completed
from workbench.tui.search_completion import begun

OFFERED = 5
"""How many values a form offers at once."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    label: str
    value: str = ""
    choices: tuple[str, ...] = ()
    """The only values there are; empty if any will do."""
    offers: tuple[str, ...] | Callable[[str], tuple[str, ...]] = ()
    """Values to complete from, or what gives those that are meant by what is typed."""
    placeholder: str = ""
    needed: bool = False
    """Whether it may not stay empty."""
    check: Callable[[str], str] | None = None
    """Gives a value as it is to be; raises UsageError for one that will not do."""


class Form(Dialog[dict[str, str]]):
    """Some lines to fill in; gives back those that changed, each checked."""

    offered: tuple[str, ...] = ()
    """What may be meant by what is typed in the line in hand, likeliest first."""

    def __init__(self, title: str, fields: Sequence[Field], about: str = "", *, deed: str = "save") -> None:
        super().__init__(title)
        self.hint = f"⇥ complete, next   ⏎ {deed}   esc leave it"
        self.fields = tuple(fields)
        self.about = about

    def body(self) -> ComposeResult:
        """A label and a line for each."""
        if self.about:
            yield Static(plain(one_line(self.about)), classes="dialog-about")
        with VerticalScroll(classes="form", can_focus=False):
            for number, field in enumerate(self.fields):
                with Horizontal(classes="form-line -choices" if field.choices else "form-line"):
                    yield Static(plain(field.label), classes="form-label")
                    suggester = SuggestFromList(field.choices, case_sensitive=False) if field.choices else None
                    place = field.placeholder or " · ".join(field.choices)
                    yield Input(field.value, placeholder=place, suggester=suggester, id=f"field-{number}")
                if field.choices:
                    yield Static(plain(" · ".join(field.choices)), classes="form-choices")
        yield Static(id="form-offers")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    @on(Input.Changed)
    @on(events.DescendantFocus)
    def _offer(self) -> None:
        """Say what may be meant by what is typed."""
        number = next((n for n in range(len(self.fields)) if self._line(n).has_focus), None)
        field = self.fields[number] if number is not None else None
        typed = self._line(number).value if number is not None else ""
        if field is None or not typed.strip() or typed == field.value:
            self.offered = ()
        else:
            found = field.offers(typed) if callable(field.offers) else begun(typed, field.offers)
            self.offered = () if typed in found else found[:OFFERED]
        text = " · ".join(map(one_line, self.offered))
        self.query_one("#form-offers", Static).update(plain(f"⇥ {text}" if text else ""))

    def _line(self, number: int) -> Input:
        return self.query_one(f"#field-{number}", Input)

    def on_key(self, event: events.Key) -> None:
        """Tab takes what is offered first, if anything is."""
        if event.key == "tab" and self.offered and isinstance(self.focused, Input):
            completed(self.focused, self.offered[0])
            event.stop()
            event.prevent_default()

    def values(self) -> dict[str, str]:
        """What stands in the lines now."""
        return {f.name: self._line(n).value.strip() for n, f in enumerate(self.fields)}

    def action_save(self) -> None:
        """Give back what changed, if it may be so."""
        values = self.values()
        for number, field in enumerate(self.fields):
            try:
                values[field.name] = self._checked(field, values[field.name])
            except UsageError as error:
                self.complain(f"{field.label}: {error}")
                self._line(number).focus()
                return
        self.dismiss({f.name: values[f.name] for f in self.fields if values[f.name] != f.value})

    @staticmethod
    def _checked(field: Field, value: str) -> str:
        """The value as it is to be, where it is another than before."""
        if field.needed and not value:
            raise UsageError("there is nothing typed yet")
        if value == field.value:
            return value
        if field.check and value:
            value = field.check(value)
        if field.choices and value not in field.choices:
            raise UsageError(f"one of {', '.join(field.choices)}")
        return value
