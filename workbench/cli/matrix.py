"""The matrix of issues by holders on the terminal, in a pipe, as JSON and for a spreadsheet.

A list for people folds the issues that one outlet alone has of one holder; a spreadsheet and JSON have all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.matching_rows import say_notices
from workbench.cli.output import BETWEEN, console, on_terminal, one_record, utf8_stdout

if TYPE_CHECKING:
    from rich.text import Text

    from workbench.views import Matrix

ISSUE = 44
"""The widest an issue is shown."""


def show_matrix(query: str, case: Path | None, form: str | None, *, unfold: bool, others: bool) -> None:
    """Print the matrix of the positions that match: `form` is json, jsonl, csv or None for people; `unfold`: with the
    issues that are folded else; `others`: with those who do not speak for their state.
    """
    from workbench.export.csv import write_matrix
    from workbench.export.overview_records import matrix_record

    with open_for_reading(case) as desk:
        whole, page = desk.matrix(query), desk.search("positions", query, limit=1)
    matrix = whole if others else whole.of_states()
    if form == "csv":
        write_matrix(matrix, utf8_stdout())
    elif form:
        one_record(matrix_record(whole))
    else:
        (_print if on_terminal() else _pipe)(matrix, unfold)
        say_notices(page, query)
        _say_hidden(whole, matrix, unfold)


def _say_hidden(whole: Matrix, shown: Matrix, unfold: bool) -> None:
    """What is not shown, and what shows it."""
    from workbench.export.sanitizing import count

    folded, hidden = len(shown.folded), sum(len(c.rows) for (_, h), c in whole.cells.items() if h not in shown.holders)
    if folded and not unfold:
        say(f"other ({folded}): issues on which one country alone says something, in one outlet; --unfold shows them")
    if hidden:
        say(f"{count(hidden, 'position')} of others of a country (opposition, rebels, firms): --others shows them")


def _lines(matrix: Matrix, unfold: bool) -> tuple[str, ...]:
    return (*matrix.kept, *matrix.folded) if unfold else matrix.kept


def _fold_line(matrix: Matrix, unfold: bool) -> list[str]:
    return [f"other ({len(matrix.folded)})"] if matrix.folded and not unfold else []


def _pipe(matrix: Matrix, unfold: bool) -> None:
    from workbench.export.csv import cell_words
    from workbench.export.sanitizing import one_line

    issues = _lines(matrix, unfold)
    holders = matrix.holders_on(issues)
    print("\t".join(("issue", *map(one_line, holders))))
    for issue in issues:
        cells = (matrix.cells.get((issue, holder)) for holder in holders)
        print("\t".join((one_line(issue), *(cell_words(cell) if cell else "." for cell in cells))))
    for line in _fold_line(matrix, unfold):
        print("\t".join((line, *("." for _ in holders))))


def _print(matrix: Matrix, unfold: bool) -> None:
    """As many countries beside each other as fit, the rest beneath."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from workbench.export.sanitizing import one_line
    from workbench.tui.matrix_wording import holder_head

    screen, issues = console(), _lines(matrix, unfold)
    width = min(ISSUE, max(16, screen.width // 3), max((len(one_line(i)) for i in issues), default=16))
    blocks = list(_blocks(matrix, matrix.holders_on(issues), screen.width - width - BETWEEN))
    for holders in blocks:
        shown = Table(box=SIMPLE_HEAD, pad_edge=False)
        shown.add_column(Text("issue"), width=width, no_wrap=True, overflow="ellipsis")
        for holder in holders:
            shown.add_column(Text(holder_head(holder)), no_wrap=True)
        for issue in issues:
            if len(blocks) == 1 or any((issue, holder) in matrix.cells for holder in holders):
                shown.add_row(Text(one_line(issue)), *(_cell(matrix, issue, holder) for holder in holders))
        for line in _fold_line(matrix, unfold) if holders is blocks[0] else ():
            shown.add_row(Text(line, style="dim"))
        screen.print(shown)
    if matrix.cells:
        say("✗ ruled out, -- - against, ? considering, ~ open, ++ +++ for, · unclear, / the other side is said too;")
        say("the number is of outlets; ○ more likely wrong than right; ⇄ outlets disagree, ↗ ↘ moved in time")


def _blocks(matrix: Matrix, holders: Sequence[str], room: int) -> Iterator[Sequence[str]]:
    """The columns, as many at a time as have room."""
    from rich.cells import cell_len

    from workbench.tui.matrix_wording import holder_head

    widest = {holder: cell_len(holder_head(holder)) for holder in holders}
    for issue, holder in matrix.cells:
        widest[holder] = max(widest.get(holder, 0), _cell(matrix, issue, holder).cell_len)
    block: list[str] = []
    left = room
    for holder in holders:
        width = widest[holder]
        if block and width + BETWEEN > left:
            yield block
            block, left = [], room
        block.append(holder)
        left -= width + BETWEEN
    if block:
        yield block


def _cell(matrix: Matrix, issue: str, holder: str) -> Text:
    from rich.text import Text

    from workbench.tui.matrix_wording import cell_pieces

    inks = {"good": "green", "bad": "red", "warn": "yellow", "quiet": "dim", "faint": "dim", "accent": "bold"}
    pieces = cell_pieces(matrix.cells.get((issue, holder)), of_state=holder not in matrix.others)
    return Text.assemble(*((text, inks.get(role, "")) for text, role in pieces))
