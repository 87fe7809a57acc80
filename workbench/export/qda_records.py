"""Records of what the analyst put on rows, as processing instructions of a REFI-QDA project.

Codes and memos say it to people; the schema has no place for it to be said to programs. Processing instructions may
stand anywhere in XML and are passed over by whoever does not know them, so a project of ours that comes in again, as it
left, has all that it left with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workbench.export.records import record
from workbench.export.sanitizing import dumps
from workbench.export.selection import Selection
from workbench.model import Note, Quote
from workbench.views import Marks

Ordered = Callable[[Selection], Iterator[Any]]
"""Gives out the rows of a selection in its order."""
TARGET = "analyst-workbench"
"""The name of the instructions."""


class ToldRecords:
    """The instructions of the rows that were seen."""

    def __init__(self) -> None:
        self._told: list[str] = []

    def ordered(self, part: Selection) -> Iterator[Any]:
        """The rows of a selection in its order; those with something of the analyst's are told."""
        for row in part.ordered():
            if row.marks != Marks() or isinstance(row.value, Note) or (isinstance(row.value, Quote) and row.value.own):
                self._told.append(instruction(record(row, part)))
            yield row

    def xml(self) -> str:
        """All of them."""
        return "".join(self._told)


def instruction(found: dict[str, Any]) -> str:
    """A record as a processing instruction, which must not have its end within it."""
    words = dumps(found, ascii_only=True).replace("?>", "?\\u003e")
    return f"<?{TARGET} {words}?>\n"
