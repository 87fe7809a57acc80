"""Rows of the case to a file: what was asked for, and the writing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Pane

if TYPE_CHECKING:
    from workbench.work import Case


@dataclass(frozen=True, slots=True)
class Offer:
    """A format as the dialog offers it."""

    name: str
    extension: str
    description: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export as it was asked for."""

    format: str
    path: Path
    only_selected: bool
    overwrite: bool


def offers(pane: Pane) -> list[Offer]:
    """The formats that can write a pane."""
    from workbench.export.formats import FORMATS  # here: the desk starts without the formats

    return [Offer(each.name, each.extension, each.description) for each in FORMATS.values() if pane in each.panes]


def write(case: Case, wanted: Wanted, pane: Pane, query: str, ids: Sequence[str] | None) -> int:
    """Write the rows of a pane that match, or those with the ids, to a file; how many. For a thread."""
    from workbench.export.files import new_target
    from workbench.export.formats import FORMATS

    chosen = FORMATS[wanted.format]
    with new_target(wanted.path, chosen.form, encoding=chosen.encoding, force=wanted.overwrite) as target:
        return case.export(wanted.format, pane, target, query, ids)
