"""Notes: what the analyst wrote, and on what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.model import Note
from workbench.tui import wording
from workbench.tui.panes.common import DATE, OUTLET, day, outlet, said
from workbench.tui.widgets.columns import Cell, Column
from workbench.views import Row

COLUMNS = (
    Column("NOTE", order="text"),
    Column("ON", 48, least=16, keep=2, fits=True),
    replace(OUTLET, keep=3, order=""),
    replace(DATE, title="WRITTEN"),
)

_KINDS = {"A": "article", "Q": "quote", "P": "position", "F": "fact", "E": "person"}


def cells(row: Row[Note]) -> Sequence[Cell]:
    """One note."""
    note = row.value
    kind = "passage" if note.span else _KINDS.get(note.target[:1], "")
    about = f"{kind} · {wording.title(row.head)}" if row.head else kind
    return (
        said(row, note.body),
        [(about, "quiet")],
        outlet(row.head),
        day(None, note.written_at[:10]),
    )
