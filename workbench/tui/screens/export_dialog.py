"""The export dialog: which rows, in which format, into which file; it never overwrites without being told twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, RadioButton, RadioSet, Static
from textual.widgets.option_list import Option as Line

from workbench.errors import UsageError
from workbench.model import Pane
from workbench.tui.file_access import Files
from workbench.tui.file_export import Wanted
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens.dialogs import Dialog
from workbench.tui.wording import count, count_rows

if TYPE_CHECKING:
    from workbench.export.formats import Format, Option

Preview = Callable[[Wanted, Callable[[str], None]], None]
"""Makes the first lines of what is wanted, and gives them to what it is told to."""
NO_PREVIEW = "Not a file of text: see it in its program."


class Choice(RadioButton):
    """A radio button that says by its sign, not by colour alone, whether it is chosen."""

    BUTTON_LEFT, BUTTON_RIGHT = " ", " "

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        """The sign of the state."""
        return "●" if self.value else "○"


class Choices(RadioSet, inherit_bindings=False):
    """Radio buttons in a dialog, where enter is for the dialog."""

    BINDINGS = [
        Binding("down,right", "next_button", "Next", show=False),
        Binding("up,left", "previous_button", "Previous", show=False),
        Binding("space", "toggle_button", "Choose", show=False),
        Binding("enter", "screen.save", "Write", show=False),
    ]


class ExportDialog(Dialog[Wanted]):
    """Asks for rows, format, what can be chosen about it, and file."""

    hint = "⇥ next   ↑↓ choose   ⏎ write   esc leave it"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (32, "-roomy")]

    def __init__(
        self, pane: Pane, formats: Sequence[Format], selected: int, total: int, files: Files, preview: Preview
    ) -> None:
        """`formats` are all that write the pane."""
        super().__init__(f"Export {pane}")
        self.pane = pane
        self.formats = tuple(formats)
        self.selected = selected
        self.total = total
        self.files = files
        self._preview = preview
        self._warned: Path | None = None

    def body(self) -> ComposeResult:
        """Rows, format, options, file, and how it begins."""
        with Horizontal(classes="form-line -tall"):
            yield Static("rows", classes="form-label")
            with Choices(id="rows", compact=True):
                yield Choice(plain(f"all {count_rows(self.total, self.pane)} that match"), value=not self.selected)
                if self.selected:
                    yield Choice(plain(f"the {count(self.selected, 'selected row')}"), value=True)
                if any(each.together for each in self.formats):
                    yield Choice("every pane: all that matches")
        with Horizontal(classes="form-line -tall"):
            yield Static("format", classes="form-label")
            yield OptionList(id="format", compact=True)
        yield Vertical(id="options")
        with Horizontal(classes="form-line"):
            yield Static("file", classes="form-label")
            yield Input(str(self.files.folder / f"{self.pane}{self.formats[0].extension}"), id="file")
        yield Static(id="preview")

    def on_mount(self) -> None:
        """Formats first: the file follows them, and most need no other name."""
        self._list_formats()
        self.query_one("#format", OptionList).focus()

    # What is chosen

    @property
    def whole(self) -> bool:
        """Whether all panes are to be written."""
        return self._row_choice == "every"

    @property
    def _row_choice(self) -> str:
        names = ["all", *(["selected"] if self.selected else []), "every"]
        return names[max(0, self.query_one("#rows", RadioSet).pressed_index)]

    @property
    def offered(self) -> list[Format]:
        """The formats that take what is to be written."""
        return [each for each in self.formats if each.together or not self.whole]

    @property
    def format(self) -> Format:
        """The format chosen."""
        return self.offered[self.query_one("#format", OptionList).highlighted or 0]

    def _list_formats(self) -> None:
        listed, before = self.query_one("#format", OptionList), self.formats[0]
        if listed.option_count:
            before = next((each for each in self.formats if each.name == self._shown), before)
        listed.clear_options()
        listed.add_options([Line(plain(f"{each.name:<11} {each.description}")) for each in self.offered])
        names = [each.name for each in self.offered]
        listed.highlighted = names.index(before.name) if before.name in names else 0

    _shown = ""
    """The format whose options stand there."""

    @on(RadioSet.Changed, "#rows")
    def _rows_changed(self) -> None:
        self._list_formats()
        self._show_preview()

    @on(OptionList.OptionHighlighted, "#format")
    async def _format_changed(self) -> None:
        chosen = self.format
        if chosen.name != self._shown:
            self._shown = chosen.name
            box = self.query_one("#options", Vertical)
            await box.remove_children()
            await box.mount_all([self._option_line(option) for option in chosen.options])
            self._name_file(chosen)
        self._show_preview()

    def _option_line(self, option: Option) -> Horizontal:
        about = " · ".join(option.choices) or option.help
        return Horizontal(
            Static(plain(option.name), classes="form-label"),
            Input(
                option.choices[0] if option.choices else "", placeholder=plain(about).plain, id=f"option-{option.name}"
            ),
            Static(plain(about if option.choices else ""), classes="form-note"),
            classes="form-line",
        )

    def _name_file(self, chosen: Format) -> None:
        line = self.query_one("#file", Input)
        path = Path(line.value)
        if path.suffix in {each.extension for each in self.formats}:
            line.value = str(path.with_suffix(chosen.extension))

    def on_key(self, event: events.Key) -> None:
        """A letter on the formats goes to the next one that begins with it."""
        listed = self.query_one("#format", OptionList)
        if not listed.has_focus or not event.is_printable or not (letter := event.character or "").isalpha():
            return
        names, here = [each.name for each in self.offered], (listed.highlighted or 0) + 1
        turned = [*range(here, len(names)), *range(here)]
        listed.highlighted = next((at for at in turned if names[at].startswith(letter.lower())), listed.highlighted)
        event.stop()

    # How it begins

    @on(Input.Changed, "#options Input")
    def _option_typed(self) -> None:
        self._show_preview()

    def _show_preview(self) -> None:
        shown = self.query_one("#preview", Static)
        if self.format.form != "text":
            shown.update(NO_PREVIEW)
            return
        try:
            wanted = self._wanted(Path())
        except UsageError as error:
            shown.update(plain(error.message))
            return
        self._preview(wanted, lambda text: self._show_lines(wanted, text))

    def _show_lines(self, wanted: Wanted, text: str) -> None:
        if self.is_attached and wanted.format == self.format.name:
            self.query_one("#preview", Static).update(plain("\n".join(map(one_line, text.split("\n")[:40]))))

    # Writing

    def _wanted(self, path: Path) -> Wanted:
        options = {}
        for option in self.format.options:
            typed = self.query_one(f"#option-{option.name}", Input).value.strip()
            if typed and typed != (option.choices or ("",))[0]:
                options[option.name] = typed if option.choices else self.files.source(typed)
        row_choice = self._row_choice
        return Wanted(
            self.format.name, path, row_choice == "selected", self._warned == path, row_choice == "every",
            self.format.checked(options),
        )  # fmt: skip

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give back what to write; warn first of a file that is there."""
        typed = self.query_one("#file", Input).value.strip()
        try:
            path = self.files.target(typed, self.format.extension)
            wanted = self._wanted(path)
        except UsageError as error:
            self.complain(f"{error.message} {error.hint}".strip())
            return
        if not typed or (path.is_dir() and self.format.form != "folder"):
            self.complain("Name a file to write to.")
        elif not path.parent.is_dir():
            self.complain(f"There is no folder {path.parent}.")
        elif path.exists() and self._warned != path:
            self._warned = path
            self.complain(f"{path.name} is there already.  ⏎ again replaces it   esc leaves it")
        else:
            self.dismiss(wanted)
