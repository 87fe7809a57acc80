"""The registry of formats."""

from __future__ import annotations

from typing import IO, Protocol

from workbench.export.brief_files import BriefHtml, BriefMarkdown
from workbench.export.csv import Csv
from workbench.export.diffs import DiffHtml, DiffJson, DiffMarkdown
from workbench.export.jsonl import Jsonl
from workbench.export.markdown import Markdown
from workbench.export.selection import Selection
from workbench.model import Pane


class Format(Protocol):
    """A way to write a selection."""

    @property
    def name(self) -> str:
        """What it is called on the command line and in the dialog."""

    @property
    def extension(self) -> str:
        """What its files' names end in, with the dot."""

    @property
    def description(self) -> str:
        """What it is good for, in one line."""

    @property
    def panes(self) -> tuple[Pane, ...]:
        """What it can write."""

    @property
    def encoding(self) -> str:
        """The encoding of its files (a stream may have another)."""

    def write(self, selection: Selection, stream: IO[str]) -> None:
        """Write the selection; the stream must not translate line ends."""


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Markdown(), Csv(), Jsonl(), BriefMarkdown(), BriefHtml(), DiffMarkdown(), DiffHtml(), DiffJson(),
    )
}  # fmt: skip
