"""Records as JSON: a line each (JSONL), or one array of them; articles carry their text.

They have the fields of the command line's `--json`, as `workbench export --schema` says. A line of an exported article
can be added to another case as it is.
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


def write_array(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write all rows as one JSON array, a line each."""
    before = "[\n"
    for record in records(selection, whole=True):
        stream.write(before + dumps(record))
        before = ",\n"
    stream.write("\n]\n" if before == ",\n" else "[]\n")
