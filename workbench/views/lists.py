"""Lines of lists: a value with its article and the analyst's marks, pages of them, and what narrows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from workbench.model import Span

T = TypeVar("T")


def web_address(source: str) -> str:
    """A source if it is an address on the web, else nothing."""
    return source if source.startswith(("http://", "https://")) else ""


def file_name(source: str) -> str:
    """The name of a source's file without its folders, which are nobody else's business."""
    return "pasted text" if source == "-" else source.replace("\\", "/").rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Head:
    """What every list shows of the article something stands in, the analyst's edits laid over it."""

    id: str
    source: str
    title: str
    outlet: str
    published_on: str
    unanalysed: str = ""
    """The language for which the analysis left it alone."""
    version: int = 0
    """Which version of an article it is; 0 if there is but one."""
    superseded: bool = False
    """Whether a newer version is in the case."""
    compared: bool = True
    """Whether it was analysed and compared with the others: what was not says nothing by its silence."""
    url: str = ""

    @property
    def address(self) -> str:
        """Where the article is on the web, or nothing: never the path of a file."""
        return self.url or web_address(self.source)

    @property
    def file(self) -> str:
        """What to call it where nothing else is known."""
        return file_name(self.source)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the analyst has put on something."""

    starred: bool = False
    edited: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    """The bodies of its notes, oldest first, joined by blank lines."""
    edits: tuple[str, ...] = ()
    """The fields that were corrected; of a position also `topic` where all of its topic is pinned to an issue."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One line of a list: a value with the analyst's edits laid over it, its article, and its marks."""

    id: str
    value: T
    head: Head | None
    """None for facts, and for notes on things without an article."""
    marks: Marks = Marks()
    snippet: str = ""
    """Why it matched: a passage with the matching words between U+E000 and U+E001, which no article has."""


@dataclass(frozen=True, slots=True)
class Results(Generic[T]):
    """A page of a list."""

    rows: tuple[Row[T], ...]
    total: int
    hints: tuple[str, ...] = ()
    """What could not be parsed, and how it was read instead."""
    suggestion: str = ""
    """Did you mean: a whole query that would match, or empty."""
    forms: tuple[str, ...] = ()
    """The words and phrases looked for, in every form that the articles have, as the index spells them."""
    ranked: bool = False
    """Whether the rows stand by how well they match; else by date, or as the order asked for."""
    ranked_among: int = 0
    """Where not all that match were ranked: how many were, the last added; the others follow them."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One entry of the side tree."""

    field: str
    """The query field it adds: outlet, country, speaker, tag, issue, ..."""
    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query may hold beside words."""

    fields: Mapping[str, str]
    """Field -> what its value is."""
    values: tuple[Facet, ...]
    """The values that fields have in the case or by themselves; of a field the most frequent first."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span of an article that something in the case stands on: what the reader marks."""

    span: Span
    kind: Literal["quote", "cue", "speaker", "position", "fact", "note"]
    id: str
    """The id of the quote, position, fact or note."""
