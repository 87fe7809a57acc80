"""JSONL: a record per line with the fields of the command line's `--json`; articles carry their text.

A line of an exported article can be added to another case as it is.
"""

from __future__ import annotations

from typing import IO

from workbench.export.records import records
from workbench.export.sanitizing import dumps
from workbench.export.selection import NO_OPTIONS, Options, Selection


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write every row as a line of JSON."""
    for record in records(selection, whole=True):
        stream.write(dumps(record) + "\n")
