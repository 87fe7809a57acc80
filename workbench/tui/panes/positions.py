"""Positions: the matrix of countries by issues, and beneath it the evidence for the cell in hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from workbench.model import OTHERS, Position
from workbench.tui import wording
from workbench.tui.matrix_wording import holder_head, holder_name
from workbench.tui.panes.common import DATE, OUTLET, day, outlet, said
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.bars import Line
from workbench.tui.widgets.columns import Cell, Column
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.row_list import RowList
from workbench.tui.wording import Piece
from workbench.views import Cell as MatrixCell
from workbench.views import LazyRows, Matrix, Row, confidence_of

COLUMNS = (
    Column(" ", 1, order="confidence", falls=True),
    DATE,
    OUTLET,
    Column("STANCE", 15, order="stance"),
    Column("WHAT THE TEXT SAYS", order="text"),
    Column("SOURCE", 40, least=12, keep=3, order="speaker", fits=True),
)

AT_ONCE = 100
"""So many rows of evidence are read while a key waits for its paint; more would be felt."""
LEAST = 16
"""The characters of an issue that the line beneath the matrix keeps."""
_INKS = {"good": "$success", "bad": "$error", "warn": "$warning"}


def cells(row: Row[Position]) -> Sequence[Cell]:
    """One piece of evidence."""
    position = row.value
    role = wording.stance_role(position.stance)
    return (
        [(wording.certainty(confidence_of(row)), "quiet")],
        day(row.head),
        outlet(row.head),
        [
            (f"{wording.stance_sign(position.stance):<3} {wording.stance_word(position.stance)}", role),
            (wording.judgement(position.status)[:2], "accent"),
        ],
        said(row, position.stated),
        [(source(position) if position.is_of_state else source_with_speaker(position), "quiet")],
    )


def source(position: Position) -> str:
    """Who says so, and with what reserve."""
    by_another = position.attributed_by if position.attributed_by != position.speaker else ""
    parts = [one_line(by_another or position.attribution.replace("_", " "))]
    parts += [f"if: {one_line(position.condition)}"] if position.condition else []
    parts += [one_line(position.hedge)] if position.hedge else []
    return " · ".join(parts)


def source_with_speaker(position: Position) -> str:
    """The same with who speaks before it."""
    return " · ".join(part for part in (one_line(position.speaker), source(position)) if part)


_BY: dict[str, Callable[[Row[Position]], str | float]] = {
    "confidence": confidence_of,
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
    falls = name in ("date", "confidence")  # these begin with the latest, and the surest
    rows = sorted(evidence, key=by, reverse=turned != falls)
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
        rows.words_for_empty = _no_evidence(view)
        self.show_evidence(keep=self.cell == (view.issue, view.holder))
        self.cell = (view.issue, view.holder)

    def show_evidence(self, *, keep: bool) -> None:
        """The evidence for the cell in hand, in the order of the list; `keep` stays at its row. What takes long to read
        is read in a thread.
        """
        evidence = self.query_one(MatrixView).evidence()
        if isinstance(evidence, LazyRows) and not evidence.are_read and len(evidence) > AT_ONCE:
            work: Any = partial(self._read_first, evidence, keep)
            self.run_worker(work, group="evidence", exclusive=True)
        else:
            self.workers.cancel_group(self, "evidence")
            self._show_rows(evidence, keep)

    async def _read_first(self, evidence: LazyRows, keep: bool) -> None:
        await asyncio.to_thread(lambda: evidence.there)
        self._show_rows(evidence, keep)

    def _show_rows(self, evidence: Sequence[Row[Position]], keep: bool) -> None:
        rows = self.query_one(RowList)
        found = ordered(evidence, rows.listing.order)
        rows.show(found, len(found), keep=keep)

    def on_matrix_view_opened(self) -> None:
        """Into the evidence."""
        if self.query_one(RowList).count:
            self.query_one(RowList).focus()

    def on_resize(self) -> None:
        """The legend fits or is a shorter one."""
        self.query_one("#cell", Line).say(self._cell_line(self.query_one(MatrixView)))

    def _cell_line(self, view: MatrixView) -> Content:
        """The cell in hand, and what it comes to; its issue, which the matrix names, is cut rather than that."""
        if view.on_fold:
            about = "   issues on which one country alone says something, in one outlet"
            return Content.assemble(("other", "bold"), (about, "$quiet"))
        if not view.issue:
            return Content("")
        issue, holder = one_line(view.issue), holder_name(view.matrix, view.holder)
        place = f"{holder} · " if view.holder else ""
        parts = [("   ◆ pinned" if view.issue in view.matrix.pinned else "", "$accent")]
        parts += _about_cell(view.cell) if view.holder and view.cell else []
        hidden = None if view.others else view.whole.cells.get((view.issue, view.holder + OTHERS))
        parts += [(f"   r: {len(hidden.rows):,} of others", "$quiet")] if hidden else []
        room = self.query_one("#cell", Line).size.width - sum(cell_len(text) for text, _ in parts)
        return Content.assemble((place + wording.brief(issue, max(LEAST, room - cell_len(place))), "bold"), *parts)


def _about_cell(cell: MatrixCell) -> list[tuple[str, str]]:
    """How many tell it, and all the stances that are told, each with its outlets where there are several."""
    parts = [(f"   {wording.count(cell.outlets, 'outlet')}", "$quiet")]
    if cell.independent < cell.outlets:
        parts.append((f" · {wording.count(cell.independent, 'independent source')}", "$quiet"))
    for stance in cell.stances:
        ink = _INKS.get(wording.stance_role(stance), "$quiet")
        parts.append((f"   {wording.stance_sign(stance)} {wording.stance_word(stance)}", ink))
        if len(cell.stances) > 1:
            told = {wording.outlet(row.head) for row in cell.rows if row.value.stance == stance}
            parts.append((f" {len(told)}", "$quiet"))
    parts.append(("   ○ weak: more likely wrong than right" if cell.unsure else "", "$quiet"))
    parts.append(("   ⇄ outlets disagree" if cell.disputed else "", "$accent"))
    return parts


def _no_evidence(view: MatrixView) -> list[list[Piece]]:
    if view.on_fold:
        of = ", ".join(map(holder_head, view.matrix.holders_on(view.matrix.folded)))
        done = "folds them again" if view.unfolded else f"shows {wording.count(view.lines.folds, 'more issue')}"
        return [[("⏎", "accent"), (f"  {done}, of {of}", "quiet")]]
    return [[("Nothing is said here.", "quiet")]] if view.issue else []
