"""Positions: the matrix of countries by issues, and beneath it the evidence for the cell in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from workbench.model import Position
from workbench.tui import wording
from workbench.tui.panes.common import DATE, OUTLET, day, outlet, said
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.bars import Line
from workbench.tui.widgets.columns import Cell, Column
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.row_list import RowList
from workbench.views import Matrix, Row

COLUMNS = (
    DATE,
    OUTLET,
    Column("STANCE", 15, order="stance"),
    Column("WHAT THE TEXT SAYS", order="text"),
    Column("SOURCE", 40, least=12, keep=3, order="speaker", fits=True),
)

_INKS = {"good": "$success", "bad": "$error", "warn": "$warning"}


def cells(row: Row[Position]) -> Sequence[Cell]:
    """One piece of evidence."""
    position = row.value
    role = wording.stance_role(position.stance)
    return (
        day(row.head),
        outlet(row.head),
        [
            (f"{wording.stance_sign(position.stance):<3} {wording.stance_word(position.stance)}", role),
            (wording.judgement(position.status)[:2], "accent"),
        ],
        said(row, position.stated),
        [(source(position), "quiet")],
    )


def source(position: Position) -> str:
    """Who says so, and with what reserve."""
    by_another = position.attributed_by if position.attributed_by != position.speaker else ""
    parts = [one_line(by_another or position.attribution.replace("_", " "))]
    parts += [f"if: {one_line(position.condition)}"] if position.condition else []
    parts += [one_line(position.hedge)] if position.hedge else []
    return " · ".join(parts)


_BY: dict[str, Callable[[Row[Position]], str]] = {
    "date": lambda row: row.head.published_on if row.head else "",
    "outlet": lambda row: wording.outlet(row.head).casefold(),
    "stance": lambda row: row.value.stance,
    "text": lambda row: row.value.stated.casefold(),
    "speaker": lambda row: source(row.value).casefold(),
}


def ordered(evidence: Sequence[Row[Position]], order: str) -> tuple[Row[Position], ...]:
    """The evidence of a cell by one of the columns, as `Case.search` would order it; empty: as it comes."""
    name, turned = order.removeprefix("-"), order.startswith("-")
    by = _BY.get(name)
    if by is None:
        return tuple(evidence)
    rows = sorted(evidence, key=by, reverse=turned != (name == "date"))  # the date begins with the latest
    return tuple(sorted(rows, key=lambda row: not by(row)))  # what is empty comes last


@guarded
class PositionsPane(Vertical):
    """The matrix over its evidence."""

    cell = ("", "")
    """Issue and holder whose evidence is shown."""

    def compose(self) -> ComposeResult:
        """Matrix, a line that names the cell, evidence."""
        yield MatrixView(id="matrix")
        yield Line(id="cell")
        yield RowList(COLUMNS, cells, id="evidence")

    def show(self, matrix: Matrix) -> None:
        """Another matrix."""
        self.query_one(MatrixView).show(matrix)

    def on_matrix_view_moved(self) -> None:
        """The evidence follows the cell."""
        view, rows = self.query_one(MatrixView), self.query_one(RowList)
        self.query_one("#cell", Line).say(self._cell_line(view))
        rows.words_for_empty = [[("Nothing is said here.", "quiet")]] if view.issue else []
        self.show_evidence(keep=self.cell == (view.issue, view.holder))
        self.cell = (view.issue, view.holder)

    def show_evidence(self, *, keep: bool) -> None:
        """The evidence for the cell in hand, in the order of the list; `keep` stays at its row."""
        rows = self.query_one(RowList)
        evidence = ordered(self.query_one(MatrixView).evidence(), rows.listing.order)
        rows.show(evidence, len(evidence), keep=keep)

    def on_matrix_view_opened(self) -> None:
        """Into the evidence."""
        if self.query_one(RowList).count:
            self.query_one(RowList).focus()

    def on_resize(self) -> None:
        """The legend fits or is a shorter one."""
        self.query_one("#cell", Line).say(self._cell_line(self.query_one(MatrixView)))

    def _cell_line(self, view: MatrixView) -> Content:
        if not view.issue:
            return Content("")
        holder = wording.holder_name(view.matrix, view.holder)
        place = f"{holder} · {one_line(view.issue)}" if view.holder else one_line(view.issue)
        parts: list[tuple[str, str]] = [(place, "bold")]
        parts.append(("   ◆ pinned" if view.issue in view.matrix.pinned else "", "$accent"))
        if view.holder and view.cell:
            parts.append((f"   {wording.count(view.cell.outlets, 'outlet')}", "$quiet"))
            if view.cell.independent < view.cell.outlets:
                parts.append((f" · {wording.count(view.cell.independent, 'independent source')}", "$quiet"))
            for stance in view.cell.stances:
                ink = _INKS.get(wording.stance_role(stance), "$quiet")
                parts.append((f"   {wording.stance_sign(stance)} {wording.stance_word(stance)}", ink))
            parts.append(("   ⇄ outlets disagree" if view.cell.disputed else "", "$accent"))
        return Content.assemble(*parts)
