"""JSONL: a record per line with the fields of the command line's `--json`; articles carry their text.

A line of an exported article can be added to another case as it is.
"""

from __future__ import annotations

from typing import IO

from workbench.export.records import records
from workbench.export.sanitizing import dumps
from workbench.export.selection import Selection
from workbench.model import PANES


class Jsonl:
    """A record per line."""

    name = "jsonl"
    extension = ".jsonl"
    description = "A JSON record per line, for programs"
    encoding = "utf-8"
    panes = PANES

    def write(self, selection: Selection, stream: IO[str]) -> None:
        """Write every row as a line of JSON."""
        for record in records(selection, whole=True):
            stream.write(dumps(record) + "\n")
