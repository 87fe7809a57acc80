"""The export dialog: which rows, in which format, into which file; it never overwrites without being told twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, RadioButton, RadioSet, Static

from workbench.errors import UsageError
from workbench.model import Pane
from workbench.tui.file_access import Files
from workbench.tui.file_export import Offer, Wanted
from workbench.tui.sanitizing import plain
from workbench.tui.screens.dialogs import Dialog
from workbench.tui.wording import count, count_rows


class Choice(RadioButton):
    """A radio button that says by its sign, not by colour alone, whether it is chosen."""

    BUTTON_LEFT, BUTTON_RIGHT = " ", " "

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        """The sign of the state."""
        return "●" if self.value else "○"


class ExportDialog(Dialog[Wanted]):
    """Asks for format, rows and file."""

    hint = "tab next   ↑↓ space choose   ⏎ write   esc leave it"

    def __init__(self, pane: Pane, formats: Sequence[Offer], selected: int, total: int, files: Files) -> None:
        super().__init__(f"Export {pane}")
        self.pane = pane
        self.formats = tuple(formats)
        self.selected = selected
        self.total = total
        self.files = files
        self._warned: Path | None = None

    def body(self) -> ComposeResult:
        """Rows, format, file."""
        with Horizontal(classes="form-line -tall"):
            yield Static("rows", classes="form-label")
            with RadioSet(id="rows", compact=True):
                yield Choice(plain(f"all {count_rows(self.total, self.pane)} that match"), value=not self.selected)
                if self.selected:
                    yield Choice(plain(f"the {count(self.selected, 'selected row')}"), value=True)
        with Horizontal(classes="form-line -tall"):
            yield Static("format", classes="form-label")
            with RadioSet(id="format", compact=True):
                for number, offer in enumerate(self.formats):
                    yield Choice(plain(f"{offer.name:<10} {offer.description}"), value=number == 0)
        with Horizontal(classes="form-line"):
            yield Static("file", classes="form-label")
            yield Input(str(self.files.folder / f"{self.pane}{self.formats[0].extension}"), id="file")

    def on_mount(self) -> None:
        """The file is what most want to say."""
        self.query_one(Input).focus()

    @property
    def format(self) -> Offer:
        """The format chosen."""
        return self.formats[max(0, self.query_one("#format", RadioSet).pressed_index)]

    @on(RadioSet.Changed, "#format")
    def _format_changed(self) -> None:
        line = self.query_one(Input)
        known = {offer.extension for offer in self.formats}
        path = Path(line.value)
        if path.suffix in known:
            line.value = str(path.with_suffix(self.format.extension))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give back what to write; warn first of a file that is there."""
        typed = self.query_one(Input).value.strip()
        try:
            path = self.files.target(typed, self.format.extension)
        except UsageError as error:
            self.complain(f"{error.message} {error.hint}".strip())
            return
        if not typed or path.is_dir():
            self.complain("Name a file to write to.")
        elif not path.parent.is_dir():
            self.complain(f"There is no folder {path.parent}.")
        elif path.exists() and self._warned != path:
            self._warned = path
            self.complain(f"{path.name} is there already.  ⏎ again replaces it   esc leaves it")
        else:
            chosen = self.selected > 0 and self.query_one("#rows", RadioSet).pressed_index == 1
            self.dismiss(Wanted(self.format.name, path, chosen, self._warned == path))
