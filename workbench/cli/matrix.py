"""The matrix of issues by holders on the terminal, in a pipe, as JSON and for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.output import console, on_terminal, one_record, utf8_stdout

if TYPE_CHECKING:
    from rich.text import Text

    from workbench.views import Cell, Matrix

ISSUE = 44
"""The widest an issue is shown."""
CELL = 9


def show_matrix(query: str, case: Path | None, form: str | None) -> None:
    """Print the matrix of the positions that match: `form` is json, jsonl, csv or None for people."""
    from workbench.export.overview_records import matrix_record

    with open_for_reading(case) as desk:
        matrix = desk.matrix(query)
    if form == "csv":
        from workbench.export.csv import write_matrix

        write_matrix(matrix, utf8_stdout())
    elif form:
        one_record(matrix_record(matrix))
    elif on_terminal():
        _print(matrix)
    else:
        _pipe(matrix)


def _pipe(matrix: Matrix) -> None:
    from workbench.export.sanitizing import one_line

    print("\t".join(("issue", *matrix.holders)))
    for issue in matrix.issues:
        cells = (matrix.cells.get((issue, holder)) for holder in matrix.holders)
        print("\t".join((one_line(issue), *(_words(cell) if cell else "." for cell in cells))))


def _words(cell: Cell) -> str:
    from workbench.export.csv import cell_words

    return cell_words(cell)


def _print(matrix: Matrix) -> None:
    """As many countries beside each other as fit, the rest beneath."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from workbench.export.sanitizing import one_line

    screen = console()
    issue_width = min(ISSUE, max(16, screen.width // 3), max((len(one_line(i)) for i in matrix.issues), default=16))
    fitting = max(1, (screen.width - issue_width - 2) // (CELL + 2))
    for first in range(0, len(matrix.holders), fitting):
        holders = matrix.holders[first : first + fitting]
        shown = Table(box=SIMPLE_HEAD, pad_edge=False)
        shown.add_column(Text("issue"), width=issue_width, no_wrap=True, overflow="ellipsis")
        for holder in holders:
            shown.add_column(Text(one_line(holder)), min_width=min(CELL, len(holder)), no_wrap=True)
        for issue in matrix.issues:
            cells = [matrix.cells.get((issue, holder)) for holder in holders]
            if any(cells) or len(holders) == len(matrix.holders):
                shown.add_row(Text(one_line(issue)), *(_cell(cell) for cell in cells))
        screen.print(shown)
    say("✗ ruled out, -- - against, ? considering, ~ open, ++ +++ for, · unclear; the number is of outlets;")
    say("⇄ outlets disagree, ↗ ↘ moved in time")


def _cell(cell: Cell | None) -> Text:
    from rich.text import Text

    from workbench.export.csv import MOVED
    from workbench.tui.wording import stance_role, stance_sign

    if cell is None:
        return Text(".", style="dim")
    style = {"good": "green", "bad": "red", "warn": "yellow"}.get(stance_role(cell.stance), "")
    disputed, moved = " ⇄" if cell.disputed else "", MOVED.get(cell.moved, "")
    return Text.assemble((f"{stance_sign(cell.stance)} {cell.outlets}", style), (f"{disputed}{moved}", "bold"))
