"""CSV as RFC 4180 has it, for spreadsheets: a row per quote, position, article, note or person, and one per
phrasing of a fact.

Spreadsheets run cells that begin like a formula, so such a cell gets an apostrophe before it. A file begins with a byte
order mark, without which Excel takes UTF-8 for something else; a pipe gets none.
"""

from __future__ import annotations

import csv
from typing import IO, Any

from workbench.export.columns import COLUMNS
from workbench.export.sanitizing import count, plain
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.export.table_lines import in_one_cell, table_lines
from workbench.views import Cell, Coverage, Matrix

FORMULA = tuple("=+-@＝＋－＠")


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a header and the rows, with CRLF line ends as the standard wants."""
    names = [column.name for column in COLUMNS[selection.pane]]
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    for line in table_lines(selection):
        writer.writerow([safe(line[name]) for name in names])


MOVED = {1: " ↗", -1: " ↘"}


def write_matrix(matrix: Matrix, stream: IO[str]) -> None:
    """Issues by holders: a row per issue, those that lists fold last, a column per country; an empty cell where nothing
    is said.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("issue", *map(safe, matrix.holders)))
    for issue in (*matrix.kept, *matrix.folded):
        cells = (matrix.cells.get((issue, holder)) for holder in matrix.holders)
        writer.writerow((safe(issue), *(safe(cell_words(cell)) if cell else "" for cell in cells)))


def write_coverage(coverage: Coverage, stream: IO[str]) -> None:
    """Facts by outlets: `yes`, `in part`, `perhaps` where a passage is near, `unknown` where not all was compared, or
    empty where an outlet leaves it out.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("id", "fact", "outlets", *map(safe, coverage.outlets)))
    for row in coverage.facts:
        told = (coverage.told.get((row.id, outlet), "") for outlet in coverage.outlets)
        words = ({"same": "yes", "partial": "in part"}.get(each, each) for each in told)
        writer.writerow((row.id, safe(row.value.gist), coverage.reporting(row.id), *words))


def cell_words(cell: Cell) -> str:
    """`ruled out / open 5 (2 sources) ⇄ ↘`: the stance, and that of the other side, how many outlets, of how many
    sources where they are fewer, whether they disagree or it moved; `weak` where it is more likely wrong than right.
    """
    stances = " / ".join(stance.replace("_", " ") for stance in (cell.stance, cell.contrary) if stance)
    sources = f" ({count(cell.independent, 'source')})" if cell.independent < cell.outlets else ""
    signs = f"{' weak' if cell.unsure else ''}{' ⇄' if cell.disputed else ''}{MOVED.get(cell.moved, '')}"
    return f"{stances} {cell.outlets}{sources}{signs}"


def safe(value: Any) -> str:
    """A cell's text that no spreadsheet runs."""
    if isinstance(value, list | tuple):
        value = in_one_cell(value)
    if isinstance(value, str):
        text = plain(value)
        return "'" + text if text.lstrip().startswith(FORMULA) else text
    return str(value) if not isinstance(value, bool) else "yes" if value else ""
