"""Every key on one screen, those of where one is first, made from the table of bindings; then the search language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workbench.tui.bindings import BY_ID, Key, bindings, keys_of, offered
from workbench.tui.dimming import Modal
from workbench.tui.sanitizing import clean
from workbench.tui.signs import JUDGED_SIGNS, PRESUMED, STANCE_SIGNS
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.marked_text import READER_SIGNS
from workbench.tui.widgets.pager import Pager
from workbench.tui.wording import Piece

Line = tuple[str, str]
Block = tuple[str, list[Line]]

_NARROWEST, _BETWEEN = 46, 3
"""The cells of a column at least, and those that part two."""

_TITLES = {
    "Look": "Anywhere", "Find": "Search and filter", "Go": "Go about", "Mark": "Your own marks",
    "In and out": "In and out", "Desk": "The desk itself", "Move": "In lists", "Matrix": "In the matrix",
    "Positions": "Positions",
    "Reader": "In the reader", "Diff": "In the phrasing diff", "Texts": "In output and messages",
    "Side by side": "With two articles", "Dialogs": "In dialogs",
}  # fmt: skip

_AT_FIRST = frozenset({"list", "sources"})
"""Where the desk's lists are."""
_WANTED = ("desk.search", "list.open", "desk.diff", "desk.tag", "desk.note", "desk.export", "desk.undo", "app.tour")
"""What anyone looks for on the first day."""

_LANGUAGE = (
    ("no-fly zone", "both words"),
    ('"no-fly zone"', "the phrase"),
    ("guarant*", "words that begin so"),
    ("troops OR soldiers", "either; NOT or - leaves out"),
    ("outlet: speaker: country:", "by field; quotes around several words"),
    ("person:", "somebody, by any of their names"),
    ("from:known  from:presumed", "whose country or role no article says"),
    ("issue: stance: kind: tag: note:", "more fields"),
    ("date:2025-08-20..2025-08-22", "from day to day"),
    ("is:starred  is:edited  has:quote", "by what it has"),
    ("in:title", "where the words stand"),
)

_SIGNS = (
    ("●  ◐  ○", "of quotes and positions: sure, likely, weak"),
    PRESUMED,
    ("▸  ▾", "folded, open: of issues, those of one country in one outlet"),
    ("★  ✎  #  ~", "starred, has a note, tagged, corrected by you"),
    ("✓", "selected, or a filter that is on"),
    ("dir  mix  ind", "a quote that is direct, partly so, indirect"),
)


class HelpColumns:
    """All blocks in as many columns as fit; painted, since a widget for each would open a fifth of a second late."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.columns: list[list[list[Piece]]] = []
        self.width = 0

    def lay_out(self, width: int) -> int:
        """Lay out anew; how many lines there are."""
        number = max(1, min(3, (width + 2) // _NARROWEST))
        self.width = width // number
        self.columns = columns(self.blocks, number, self.width - _BETWEEN)
        return max(map(len, self.columns), default=0)

    def pieces(self, index: int) -> list[Piece]:
        """The line of every column, side by side."""
        lines = [column[index] if index < len(column) else [] for column in self.columns]
        return [piece for line in lines for piece in fit(line, self.width)]


class HelpScreen(Modal[None]):
    """All keys."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS = [*bindings("dialog"), ("question_mark,f1,q,enter", "cancel", "Close")]

    def __init__(self, keymap: Mapping[str, str], here: Collection[str] = (), served: bool = False) -> None:
        """`here`: the scopes of what has the focus; `served`: whether the desk is in a browser."""
        super().__init__()
        self.served = served
        self.keymap = keymap
        self.here = frozenset(here)

    def compose(self) -> ComposeResult:
        """Title, keys, how to go on."""
        with Vertical(classes="dialog -help"):
            yield Static("Keys", classes="dialog-title")
            yield Pager(HelpColumns(self._blocks()), id="help")
            yield Static("↑↓ scroll   esc close   ^p goes to anything by its name", classes="dialog-hint")

    def _blocks(self) -> list[Block]:
        groups = [(group, list(keys)) for group, keys in groupby(offered(self.served), key=lambda key: key.group)]
        groups.sort(key=lambda pair: not any(key.scope in self.here for key in pair[1]))
        blocks = [(_TITLES[group], [self._line(key) for key in keys]) for group, keys in groups]
        if self.here & _AT_FIRST:
            blocks.insert(0, ("To begin with", [self._line(BY_ID[id]) for id in _WANTED]))
        return [
            *blocks,
            ("The search language", list(_LANGUAGE)),
            ("Signs", [*_SIGNS, *STANCE_SIGNS, *JUDGED_SIGNS, *READER_SIGNS]),
        ]

    def _line(self, key: Key) -> Line:
        return "  ".join(keys_of(key.id, self.keymap)[:3]), key.description

    def on_mount(self) -> None:
        """The keys scroll at once."""
        self.query_one(Pager).focus()

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_save(self) -> None:
        """There is nothing to save."""


def columns(blocks: Sequence[Block], number: int, width: int) -> list[list[list[Piece]]]:
    """The blocks in order, as lines of so many columns, cut where each has its share."""
    laid = [_laid(title, lines, width) for title, lines in blocks]
    share = sum(map(len, laid)) / number
    found: list[list[list[Piece]]] = [[] for _ in range(number)]
    done = 0.0
    for lines in laid:
        found[min(number - 1, int((done + len(lines) / 2) / share))] += lines
        done += len(lines)
    return found


def _laid(title: str, lines: Sequence[Line], width: int) -> list[list[Piece]]:
    """A block: its title, keys left and what they do right, a blank line."""
    left = min(width // 2, max(cell_len(keys) for keys, _ in lines) + 2)
    laid: list[list[Piece]] = [[(title, "accent")]]
    for keys, what in lines:
        first, *rest = wrap(clean(what), max(8, width - left)) or [""]
        laid.append([*fit([(clean(keys), "primary")], left), (first, "")])
        laid += [[(" " * left, ""), (more, "")] for more in rest]
    return [*laid, []]
