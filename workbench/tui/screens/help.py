"""Every key on one screen, those of where one is first, made from the table of bindings; then the search language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.bindings import KEYS, Key, bindings, keys_of
from workbench.tui.describe import STANCE_SIGNS
from workbench.tui.plain import clean
from workbench.tui.widgets.typeset import READER_SIGNS

Line = tuple[str, str]
Block = tuple[str, list[Line]]

_TITLES = {
    "Look": "Anywhere", "Find": "Search and filter", "Go": "Go about", "Mark": "Your own marks",
    "In and out": "In and out", "Desk": "The desk itself", "Move": "In lists", "Matrix": "In the matrix",
    "Positions": "Positions",
    "Reader": "In the reader", "Diff": "In the phrasing diff", "Texts": "In output and messages",
    "Side by side": "With two articles", "Dialogs": "In dialogs",
}  # fmt: skip

_LANGUAGE = (
    ("no-fly zone", "both words"),
    ('"no-fly zone"', "the phrase"),
    ("guarant*", "words that begin so"),
    ("troops OR soldiers", "either; NOT or - leaves out"),
    ("outlet: speaker: country:", "by field; quotes around several words"),
    ("issue: stance: kind: tag: note:", "more fields"),
    ("date:2025-08-20..2025-08-22", "from day to day"),
    ("is:starred  is:edited  has:quote", "by what it has"),
    ("in:title", "where the words stand"),
)

_SIGNS = (
    ("●  ◐  ○", "attribution: sure, likely, weak"),
    ("★  ✎  #  ~", "starred, has a note, tagged, corrected by you"),
    ("✓", "selected, or a filter that is on"),
)


class HelpScreen(ModalScreen[None]):
    """All keys."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS = [*bindings("dialog"), ("question_mark,f1,q,enter", "cancel", "Close")]

    def __init__(self, keymap: Mapping[str, str], here: Collection[str] = ()) -> None:
        """`here`: the scopes of what has the focus."""
        super().__init__()
        self.keymap = keymap
        self.here = here

    def compose(self) -> ComposeResult:
        """Blocks in as many columns as fit, about equally long."""
        with Vertical(classes="dialog -help"):
            yield Static("Keys", classes="dialog-title")
            with VerticalScroll(id="help"), Horizontal():
                for blocks in _columns(self._blocks(), max(1, min(3, self.app.size.width // 48))):
                    with Vertical(classes="help-column"):
                        for title, lines in blocks:
                            yield Static(title, classes="help-title")
                            yield Static(_table(lines, self.app.theme_variables["primary"]), classes="help-block")
            yield Static("↑↓ scroll   esc close   ^p goes to anything by its name", classes="dialog-hint")

    def _blocks(self) -> list[Block]:
        groups = [(group, list(keys)) for group, keys in groupby(KEYS, key=lambda key: key.group)]
        groups.sort(key=lambda pair: not any(key.scope in self.here for key in pair[1]))
        blocks = [(_TITLES[group], [self._line(key) for key in keys]) for group, keys in groups]
        return [*blocks, ("The search language", list(_LANGUAGE)), ("Signs", [*_SIGNS, *STANCE_SIGNS, *READER_SIGNS])]

    def _line(self, key: Key) -> Line:
        return "  ".join(keys_of(key.id, self.keymap)[:3]), key.description

    def on_mount(self) -> None:
        """The keys scroll at once."""
        self.query_one("#help").focus()

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_save(self) -> None:
        """There is nothing to save."""


def _columns(blocks: Sequence[Block], number: int) -> list[list[Block]]:
    """The blocks in order, cut where each column has its share of lines."""
    share = sum(len(lines) + 2 for _, lines in blocks) / number
    columns: list[list[Block]] = [[] for _ in range(number)]
    done = 0.0
    for block in blocks:
        size = len(block[1]) + 2
        columns[min(number - 1, int((done + size / 2) / share))].append(block)
        done += size
    return columns


def _table(lines: Sequence[Line], primary: str) -> Table:
    """Keys left, what they do right. One widget, since one for each line would open half a second late."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=34 if lines[0] == _LANGUAGE[0] else 16, style=f"bold {primary}")
    table.add_column(ratio=1)
    for keys, what in lines:
        table.add_row(Text(clean(keys)), Text(clean(what)))
    return table
