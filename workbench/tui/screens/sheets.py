"""Sheets: two countries side by side, one country through time, facts by outlets. Enter goes to the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from workbench.model import Position
from workbench.shown import Agreement, Alone, Coverage, Row
from workbench.shown import Cell as MatrixCell
from workbench.tui import describe
from workbench.tui.bindings import bindings
from workbench.tui.panes.common import DATE
from workbench.tui.panes.positions import source, stated
from workbench.tui.plain import one_line, plain
from workbench.tui.widgets.bars import KeyBar
from workbench.tui.widgets.cells import Cell, Column
from workbench.tui.widgets.guarded import Guarded
from workbench.tui.widgets.rows import Cells, RowList

VERDICTS = {"differ": ("≠", "differ", "bad"), "agree": ("=", "agree", "good"), "mixed": ("±", "in part", "warn"),
            "alone": (" ", "alone", "quiet")}  # fmt: skip
TOLD = {"same": ("●", "good"), "partial": ("◐", "warn"), "": ("·", "faint")}
SCALE = 13
OUTLET = 9


class Sheet(Guarded, Screen[Row[Any] | None]):
    """A list over the whole desk; gives back the row that was opened."""

    BINDINGS = bindings("sheet")
    AUTO_FOCUS = "#sheet-rows"

    def __init__(
        self, title: str, about: str, columns: Sequence[Column], cells: Cells, rows: Sequence[Row[Any]]
    ) -> None:
        super().__init__()
        self.heading, self.about = title, about
        self.columns, self.cells, self.found = columns, cells, tuple(rows)

    def compose(self) -> ComposeResult:
        """Title, what it says in sum, the rows, the keys."""
        yield Static(plain(self.heading), id="sheet-title")
        yield Static(plain(self.about), id="sheet-about")
        yield RowList(self.columns, self.cells, id="sheet-rows")
        yield KeyBar("sheet", id="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(RowList).show(self.found, len(self.found), keep=False)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(self.query_one(RowList).current)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def comparison(first: str, second: str, found: Sequence[Agreement]) -> Sheet:
    """Two countries: where they differ, agree, and where only one of them says something."""
    rows = [Row(a.issue, a, None) for a in found]
    number = {v: sum(a.verdict == v for a in found) for v in VERDICTS}
    about = (
        f"{describe.count(len(found), 'issue')}: {number['differ']} differ, {number['agree']} agree, "
        f"{number['mixed']} in part, {number['alone']} of one alone   (·3: three outlets)"
    )
    heads = [one_line(name).upper()[:20] for name in (first, second)]
    columns = (Column("", 9), Column("ISSUE"), *(Column(head, 20) for head in heads))
    return Sheet(f"{one_line(first)} and {one_line(second)}", about, columns, _agreement_cells, rows)


def _agreement_cells(row: Row[Agreement]) -> Sequence[Cell]:
    sign, word, role = VERDICTS[row.value.verdict]
    return (
        [(f"{sign} {word}", role)],
        [(one_line(row.value.issue), "")],
        _side(row.value.first),
        _side(row.value.second),
    )


def _side(cell: MatrixCell | None) -> Cell:
    if cell is None:
        return [("says nothing", "faint")]
    role = describe.stance_role(cell.stance)
    more = f" +{len(cell.stances) - 1}" if len(cell.stances) > 1 else ""
    return [
        (f"{describe.stance_sign(cell.stance):<3} {describe.stance_word(cell.stance)}", role),
        (f"{more} ·{cell.outlets}", "quiet"),
    ]


def timeline(holder: str, issue: str, cell: MatrixCell) -> Sheet:
    """One country on one issue, in the order of the days."""
    moved = {1: "moved towards for", -1: "moved towards against", 0: "no move"}[cell.moved]
    disputed = " · outlets disagree" if cell.disputed else ""
    days = len({row.head.published_on for row in cell.rows if row.head and row.head.published_on})
    parts = (describe.count(days, "day"), describe.count(cell.outlets, "outlet"), moved)
    columns = (
        DATE, Column("OUTLET", 16), Column("AGAINST ── FOR", SCALE + 1), Column("STANCE", 13),
        Column("WHAT THE TEXT SAYS"), Column("WHO SAYS SO", 28, keep=2),
    )  # fmt: skip
    title = f"{one_line(holder)} on {one_line(issue)}"
    return Sheet(title, " · ".join(parts) + disputed, columns, _day_cells, cell.rows)


def _day_cells(row: Row[Position]) -> Sequence[Cell]:
    position = row.value
    role = describe.stance_role(position.stance)
    return (
        [(describe.day(row.head.published_on if row.head else ""), "quiet")],
        [(describe.outlet(row.head), "quiet")],
        _scale(position),
        [(describe.stance_word(position.stance), role)],
        [(one_line(stated(position)), "")],
        [(" · ".join(part for part in (one_line(position.speaker), source(position)) if part), "quiet")],
    )


def _scale(position: Position) -> Cell:
    """Where it stands between against and for: a dot on a line, its middle marked."""
    middle = SCALE // 2
    at = middle + describe.side(position.stance) * middle // 3
    line = ["─"] * SCALE
    line[middle] = "┼"
    return [
        ("".join(line[:at]), "faint"),
        ("●", describe.stance_role(position.stance)),
        ("".join(line[at + 1 :]), "faint"),
    ]


def coverage(found: Coverage) -> Sheet:
    """Facts by outlets, and beneath them what one outlet alone has."""
    shared = Counter(found.source[outlet] for outlet in found.outlets)
    columns = (
        Column("FACT"),
        Column("TOLD BY", 7, right=True),
        *(
            Column(f"{'↞' if shared[found.source[name]] > 1 else ''}{one_line(name)}"[:OUTLET].upper(), OUTLET, keep=n)
            for n, name in enumerate(found.outlets, 1)
        ),
    )
    rows: list[Row[Any]] = [*found.facts, *(Row(f"{a.article_id}:{a.span.start}", a, None) for a in found.alone)]
    about = (
        f"{describe.count(len(found.facts), 'fact')}, {describe.count(len(found.outlets), 'outlet')}   ● reports it   "
        f"◐ in part   · leaves it out   ◆ alone has it ({len(found.alone)})   ↞ shares its source with another"
    )

    def cells(row: Row[Any]) -> Sequence[Cell]:
        if isinstance(row.value, Alone):
            signs = [[("◆", "accent") if row.value.outlet == name else ("", "")] for name in found.outlets]
            return ([(one_line(row.value.text), "quiet")], [("alone", "faint")], *signs)
        told = [found.told.get((row.id, name), "") for name in found.outlets]
        count = found.reporting(row.id)
        return (
            [(one_line(row.value.gist), "")],
            [(f"{count} of {len(found.outlets)}", "primary")],
            *([TOLD[each]] for each in told),
        )

    return Sheet("Coverage: who reports what", about, columns, cells, rows)
