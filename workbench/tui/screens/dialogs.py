"""The small dialogs: a question with completion, a form, a note, a yes or no. Each gives back a value, or None.

They know nothing of the case: who opens one says what it asks and does what follows.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from workbench.tui.bindings import bindings
from workbench.tui.dimming import Modal
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.widgets.guarded import guarded

T = TypeVar("T")


@guarded
class Dialog(Modal[T | None]):
    """A box over the desk: title, body, and a line of what the keys do."""

    BINDINGS = bindings("dialog")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    hint = "⏎ save   esc leave it"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(classes="dialog"):
            yield Static(plain(one_line(self.heading)), classes="dialog-title")
            yield from self.body()
            yield Static(plain(self.hint), classes="dialog-hint")

    def body(self) -> ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def action_save(self) -> None:
        """Give the value back."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Leave things as they were."""
        self.dismiss(None)

    def complain(self, text: str) -> None:
        """Say in the dialog what is wrong."""
        line = self.query_one(".dialog-hint", Static)
        line.update(plain(text))
        line.add_class("-wrong")

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it."""
        if event.widget is self:
            self.action_cancel()


def completed(line: Input, value: str) -> None:
    """Put what was offered into a line."""
    line.value = value
    line.cursor_position = len(value)


class Ask(Dialog[str]):
    """One line, completed from what there is already."""

    hint = "⏎ take   ⇥ complete   ↓ choose   esc leave it"

    def __init__(self, title: str, value: str = "", choices: Sequence[str] = (), placeholder: str = "") -> None:
        super().__init__(title)
        self.value = value
        self.choices = tuple(choices)
        self.placeholder = placeholder

    def body(self) -> ComposeResult:
        """The line and the choices."""
        suggester = SuggestFromList(self.choices, case_sensitive=False) if self.choices else None
        yield Input(self.value, placeholder=self.placeholder, suggester=suggester, id="answer")
        if self.choices:
            yield OptionList(id="choices", compact=True)

    def on_mount(self) -> None:
        """Fill the list."""
        self._offer(self.value)

    def _offer(self, typed: str) -> None:
        if not self.choices:
            return
        self.offered = [choice for choice in self.choices if typed.casefold().strip() in choice.casefold()][:200]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(plain(one_line(choice))) for choice in self.offered])
        options.display = bool(self.offered)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._offer(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.offered[event.option_index])

    def on_key(self, event: events.Key) -> None:
        """Down goes into the choices; tab takes the first that is meant by what is typed."""
        if not self.choices or not isinstance(line := self.focused, Input):
            return
        if event.key == "down":
            options = self.query_one(OptionList)
            options.highlighted = 0 if self.offered else None
            options.focus()
            event.stop()
        elif event.key == "tab" and line.value.strip() and self.offered and self.offered[0] != line.value:
            completed(line, self.offered[0])
            event.stop()
            event.prevent_default()

    def action_save(self) -> None:
        """Give the line back, if there is one."""
        answer = self.query_one(Input).value.strip()
        if answer:
            self.dismiss(answer)
        else:
            self.complain("There is nothing typed yet.   esc leaves it")


class Confirm(Dialog[bool]):
    """Yes or no."""

    hint = "⏎ yes   esc no"

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self.text = text

    def body(self) -> ComposeResult:
        """What is asked."""
        yield Static(plain(self.text), classes="dialog-text")

    def on_key(self, event: events.Key) -> None:
        """Enter or y is yes; n is no."""
        if event.key in {"enter", "y"}:
            event.stop()
            self.dismiss(True)
        elif event.key == "n":
            event.stop()
            self.dismiss(False)

    def action_save(self) -> None:
        """Yes."""
        self.dismiss(True)


class NoteDialog(Dialog[str]):
    """A note of any length. What is typed is a draft from the first letter on, until it is saved."""

    hint = "^s save   esc leave it for later"

    def __init__(self, title: str, about: str, drafts: MutableMapping[str, str], key: str, body: str = "") -> None:
        """`drafts` keeps what was typed and not saved, by `key`; `body` is the note as it is saved now."""
        super().__init__(title)
        self.about = about
        self.drafts, self.key, self.saved = drafts, key, body

    def body(self) -> ComposeResult:
        """What it is on, and the note."""
        yield Static(plain(one_line(self.about)), classes="dialog-about")
        yield TextArea(self.drafts.get(self.key, self.saved), id="note", soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """One goes on where the note ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        if self.key in self.drafts:
            self.query_one(".dialog-hint", Static).update(plain(f"Your draft, not saved yet.   {self.hint}"))

    @on(TextArea.Changed)
    def _typed(self) -> None:
        text = self.query_one(TextArea).text
        if text.strip() == self.saved.strip():
            self.drafts.pop(self.key, None)
        else:
            self.drafts[self.key] = text

    def action_save(self) -> None:
        """Give the note back; an empty one too, since that drops a note."""
        self.drafts.pop(self.key, None)
        self.dismiss(self.query_one(TextArea).text.strip())
