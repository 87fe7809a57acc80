"""Sheets: two countries side by side, one country through time, changes, versions, descent. Enter goes to the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from workbench.model import Action, Article, Position
from workbench.tui import wording
from workbench.tui.bindings import bindings
from workbench.tui.panes.common import DATE, OUTLET, day, outlet
from workbench.tui.panes.positions import source_with_speaker
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens import STYLES
from workbench.tui.widgets.bars import KeyBar
from workbench.tui.widgets.columns import Cell, Column
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.row_list import Cells, RowList
from workbench.views import Agreement, Head, Row, SentenceEdit, SourceTreeLine, confidence_of
from workbench.views import Cell as MatrixCell

VERDICTS = {"differ": ("≠", "differ", "bad"), "agree": ("=", "agree", "good"), "mixed": ("±", "in part", "warn"),
            "alone": (" ", "alone", "quiet")}  # fmt: skip
SCALE = 13


@guarded
class Sheet(Screen[Row[Any] | None]):
    """A list over the whole desk; gives back the row that was opened."""

    CSS_PATH = STYLES

    BINDINGS = bindings("sheet")
    AUTO_FOCUS = "#sheet-rows"
    footer = "sheet"

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
        yield KeyBar(self.footer, id="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(RowList).show(self.found, len(self.found), keep=False)

    def action_column(self, by: int) -> None:
        """Another column in hand, in a sheet that has one in hand."""

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
        f"{wording.count(len(found), 'issue')}: {number['differ']} differ, {number['agree']} agree, "
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
    role = wording.stance_role(cell.stance)
    more = f" +{len(cell.stances) - 1}" if len(cell.stances) > 1 else ""
    return [
        (f"{wording.stance_sign(cell.stance):<3} {wording.stance_word(cell.stance)}", role),
        (f"{more} ·{cell.outlets}{' ○' if cell.unsure else ''}", "quiet"),
    ]


def changes(actions: Sequence[Action]) -> Sheet:
    """The undo list, newest first; what was taken back is told apart."""
    rows = [Row(str(a.number), a, None) for a in actions]
    about = "⏎ on a change takes back all that came after it; on one that was taken back, does all up to it again."
    return Sheet("Changes", about, (Column("", 10), Column("WHEN", 16), Column("CHANGE")), _action_cells, rows)


def _action_cells(row: Row[Action]) -> Sequence[Cell]:
    state = [("taken back", "faint")] if row.value.undone else [("", "")]
    when = one_line(row.value.at).replace("T", " ")[:16]
    return state, [(when, "quiet")], [(one_line(row.value.label), "faint" if row.value.undone else "")]


def others(rows: Sequence[Row[Article]], shared: Mapping[str, int]) -> Sheet:
    """Articles that can be set beside one, with how many facts they share with it."""

    def cells(row: Row[Article]) -> Sequence[Cell]:
        head, number = row.head, shared.get(row.id, 0)
        return (
            [(f"{number:,}" if number else "·", "primary" if number else "faint")],
            [(wording.words(row), "")],
            outlet(head),
            day(head, row.value.published_on),
        )

    columns = (Column("FACTS", 5, right=True), Column("TITLE"), OUTLET, DATE)
    return Sheet("Which article beside it?", "Those that tell most of the same facts come first.", columns, cells, rows)


def timeline(holder: str, issue: str, cell: MatrixCell) -> Sheet:
    """One country on one issue, in the order of the days."""
    moved = {1: "↗ moved to for", -1: "↘ moved to against", 0: "no move in its own words"}[cell.moved]
    disputed = " · ⇄ outlets disagree" if cell.disputed else ""
    days = len({row.head.published_on for row in cell.rows if row.head and row.head.published_on})
    parts = (wording.count(days, "day"), wording.count(cell.outlets, "outlet"), moved)
    columns = (
        Column("", 1), DATE, OUTLET, Column("AGAINST ── FOR", SCALE + 1), Column("STANCE", 16),
        Column("WHAT THE TEXT SAYS"), Column("WHO SAYS SO", 40, least=12, keep=2, fits=True),
    )  # fmt: skip
    title = f"{one_line(holder)} on {one_line(issue)}"

    def cells(row: Row[Position]) -> Sequence[Cell]:
        signs = ("⇄" if row.id in cell.disputing else "") + (moved[0] if row.id in cell.moving else "")
        return _day_cells(row, signs)

    return Sheet(title, " · ".join(parts) + disputed, columns, cells, cell.rows)


def _day_cells(row: Row[Position], signs: str) -> Sequence[Cell]:
    """One position; `signs`: of the dispute or the move that it shows."""
    position = row.value
    role = wording.stance_role(position.stance)
    return (
        [(wording.certainty(confidence_of(row)), "quiet")],
        day(row.head),
        outlet(row.head),
        _scale(position),
        [(wording.stance_word(position.stance), role), (f" {signs}", "accent")],
        [(one_line(position.stated), "")],
        [(source_with_speaker(position), "quiet")],
    )


def _scale(position: Position) -> Cell:
    """Where it stands between against and for: a dot on a line, its middle marked."""
    middle = SCALE // 2
    at = middle + wording.side(position.stance) * middle // 3
    line = ["─"] * SCALE
    line[middle] = "┼"
    return [
        ("".join(line[:at]), "faint"),
        ("●", wording.stance_role(position.stance)),
        ("".join(line[at + 1 :]), "faint"),
    ]


CHANGES = {"added": ("+ added", "good"), "deleted": ("- deleted", "bad"), "edited": ("~ edited", "warn")}


def versions(found: Sequence[Head], rows: Sequence[Row[SentenceEdit]], texts: Mapping[str, str]) -> Sheet:
    """What changed from one version of an article to the next: a row for each sentence that differs; a row's id is that
    of the newer version with its number.
    """
    columns = (Column("VERSION", 9), Column("", 9), Column("BEFORE", 46), Column("AFTER"))
    days = " → ".join(f"v{head.version} {wording.day(head.published_on)}" for head in found)
    older = {new.id: old.id for old, new in pairwise(found)}

    def cells(row: Row[SentenceEdit]) -> Sequence[Cell]:
        edit, new = row.value, row.id.partition(":")[0]
        word, role = CHANGES[edit.kind]
        before = one_line(edit.old.of(texts[older[new]])) if edit.old else ""
        after = one_line(edit.new.of(texts[new])) if edit.new else ""
        number = next(head.version for head in found if head.id == new)
        return [(f"v{number - 1}→v{number}", "quiet")], [(word, role)], [(before, "quiet")], [(after, "")]

    title = f"Versions of “{one_line(found[-1].title or found[-1].source)}”"
    return Sheet(title, f"{days}   {wording.count(len(rows), 'sentence')} changed", columns, cells, rows)


def sources(lines: Sequence[SourceTreeLine]) -> Sheet:
    """The tree of sources: origins, and what credits, copies or rewrites each beneath it."""
    columns = (Column("SOURCE", 40), Column("HOW", 16), DATE, Column("TITLE"))
    rows = [Row(line.head.id if line.head else f"{line.label}:{n}", line, line.head) for n, line in enumerate(lines)]
    taken = sum(bool(line.relation) for line in lines)
    origins = wording.count(len(lines) - taken, "origin")
    about = f"{origins}, {taken} taken from another   ◆ origin   ↞ takes from what stands above it"

    def cells(row: Row[SourceTreeLine]) -> Sequence[Cell]:
        line = row.value
        share = f" {line.share:.0%}" if line.share else ""
        return (
            [("  " * line.depth, ""), ("↞ " if line.relation else "◆ ", "accent"), (one_line(line.label), "")],
            [(f"{line.relation}{share}", "warn")],
            day(line.head),
            [(one_line(line.head.title) if line.head else "not in the case", "quiet")],
        )

    return Sheet("Where the texts come from", about, columns, cells, rows)
