"""Rows of the case to a file: what was asked for, and the writing of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.model import Pane, Report, Stop, never, no_report

if TYPE_CHECKING:
    from workbench.export.formats import Format
    from workbench.work import Case

HEAD = re.compile(r"\A(?:---\n.*?\n---\n+|<!DOCTYPE html>.*?<body>\n)", re.DOTALL)
PREVIEWED = 3
"""The rows that a preview has."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export as it was asked for."""

    format: str
    path: Path
    only_selected: bool
    overwrite: bool
    whole: bool = False
    """Whether all panes are meant, not the one in front."""
    options: Mapping[str, str] = field(default_factory=dict)


def offers(pane: Pane) -> list[Format]:
    """The formats that can write a pane."""
    from workbench.export.formats import FORMATS  # here: the desk starts without the formats

    return [each for each in FORMATS.values() if pane in each.panes]


def write(
    case: Case, wanted: Wanted, pane: Pane, query: str, ids: Sequence[str] | None, report: Report = no_report,
    stop: Stop = never,
) -> int:  # fmt: skip
    """Write the rows of a pane that match, or those with the ids, or all panes, to a file; how many. For a thread."""
    from workbench.export.files import new_target
    from workbench.export.formats import FORMATS

    chosen = FORMATS[wanted.format]
    with new_target(wanted.path, chosen.form, encoding=chosen.encoding, force=wanted.overwrite) as target:
        return case.export(
            chosen.name, "case" if wanted.whole else pane, target, query, ids, options=wanted.options, report=report,
            stop=stop,
        )  # fmt: skip


def preview(case: Case, wanted: Wanted, pane: Pane, ids: Sequence[str]) -> str:
    """How a file of text begins, made of its first rows, without its head. For a thread."""
    try:
        case.export(wanted.format, pane, stream := StringIO(newline=""), "", ids[:PREVIEWED], options=wanted.options)
    except WorkbenchError as error:
        return error.message
    return HEAD.sub("", stream.getvalue().lstrip("\ufeff"))
