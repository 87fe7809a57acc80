"""What a file says of things in a case: marks made elsewhere, before it is known what they are of here, and what became
of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.model.panes import Pane

Form = Literal["record", "table", "annotation", "selection"]
"""What says it: a record of ours as JSON, a row of a table that people may have changed, an annotation as the W3C has
it, a selection of a program for qualitative analysis."""


@dataclass(frozen=True, slots=True)
class StatedArticle:
    """What is said of the article that something stands in; what is not said is empty."""

    id: str = ""
    url: str = ""
    source: str = ""
    title: str = ""
    outlet: str = ""
    published_on: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StatedPassage:
    """A passage by its words, those around it, and where its maker counted it to be."""

    words: str
    before: str = ""
    after: str = ""
    start: int | None = None
    end: int | None = None
    article: StatedArticle | None = None
    """Where it stands, if not in the article of its mark."""


@dataclass(frozen=True, slots=True)
class ImportedMark:
    """What a file says of one thing. It only adds: what it does not say stays as it is in the case."""

    where: str
    """Where in the file it stands, for messages: `line 12`."""
    form: Form
    pane: Pane | Literal[""] = ""
    """What it is of; "" for a passage that is nothing of ours yet."""
    id: str = ""
    article: StatedArticle = StatedArticle()
    passages: tuple[StatedPassage, ...] = ()
    tags: tuple[str, ...] = ()
    starred: bool = False
    notes: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    """Field -> value, of what can be corrected; of a note `body`, `written_at` and `target`, of a quote also `kind`."""
    edits: frozenset[str] = frozenset()
    """The fields that its maker says were corrected."""
    own: bool = False
    """Whether it is a quote that the analyst made of a passage."""


@dataclass(frozen=True, slots=True)
class ImportedChange:
    """Something that an import does."""

    where: str
    what: str
    """tag, star, note, correction, own quote"""
    target: str
    """The id of what it is done to."""
    said: str
    """In words: `#key`, `stance opposes, was supports`."""
    words: str = ""
    """The words of the passage."""
    how: str = ""
    """How the thing was found where its id was not enough: its words, or like words."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What of a file could not be brought in, and why."""

    where: str
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    changes: tuple[ImportedChange, ...]
    same: int
    """How many marks the case had already."""
    unplaced: tuple[Unplaced, ...]
    left: tuple[str, ...] = ()
    """What was left as it is in the case on purpose, in words."""
    label: str = ""
    """What was done, as the undo list has it; "" where nothing was."""

    @property
    def summary(self) -> str:
        """`12 tags, 3 notes and 1 correction`; "" where nothing was done."""
        return self.label.rpartition(": ")[2]

    def told(self, dry_run: bool = False) -> Iterator[str]:
        """What was done or would be, what was there already, and what was left or could not be placed, a line each."""
        done = "would be imported" if dry_run else "imported" if self.changes else "was imported"
        same = f"; {self.same:,} {'was' if self.same == 1 else 'were'} there already" if self.same else ""
        yield f"{self.summary or 'Nothing'} {done}{same}."
        yield from (f"{line}; --corrections all takes it." for line in self.left)
        for each in self.unplaced:
            words = f" “{each.words}”" if each.words else ""
            yield f"{each.where}: {each.reason}.{words}"


@dataclass(frozen=True, slots=True)
class MarksFile:
    """A file of marks as it was read."""

    name: str
    format: str
    marks: tuple[ImportedMark, ...]
    unplaced: tuple[Unplaced, ...] = ()
    """What of it is of no use, and why."""
