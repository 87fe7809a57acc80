"""Notes: what the analyst wrote, and on what."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Note
from workbench.shown import Row
from workbench.tui import describe
from workbench.tui.panes.common import said
from workbench.tui.widgets.cells import Cell, Column

COLUMNS = (
    Column("NOTE", order="text"),
    Column("ON", 34, keep=2),
    Column("OUTLET", 16, keep=3),
    Column("WRITTEN", 7, keep=1, right=True, order="date", falls=True),
)

_KINDS = {"A": "article", "Q": "quote", "P": "position", "F": "fact", "E": "entity"}


def cells(row: Row[Note]) -> Sequence[Cell]:
    """One note."""
    note = row.value
    kind = "passage" if note.span else _KINDS.get(note.target[:1], "")
    about = f"{kind} · {describe.title(row.head)}" if row.head else kind
    return (
        said(row, note.body),
        [(about, "quiet")],
        [(describe.outlet(row.head), "quiet")],
        [(describe.day(note.written_at[:10]), "quiet")],
    )
