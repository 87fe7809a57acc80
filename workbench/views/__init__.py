"""What lists and panes show: values of `model` with their article, the analyst's marks, and the tables made of them.

The same rules hold as in `model`: frozen, offsets into the article's text unless a field says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from workbench.model import Fact, Phrasing, Position, Span

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


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one holder stands on one issue, over all articles."""

    stance: str
    """The strongest of `stances`."""
    stances: tuple[str, ...]
    outlets: int
    independent: int
    """How many sources the outlets come down to, when copies, rewrites and credited reports count once."""
    disputed: bool
    """Outlets are sure that it is on opposite sides, in its own words."""
    moved: int
    """+1 or -1 where it went over to the other side, for or against, between the first and the last day; else 0."""
    rows: tuple[Row[Position], ...]
    """The evidence, by date, then outlet."""
    disputing: frozenset[str] = frozenset()
    """The ids of the positions that show the dispute; of `moving`, the move."""
    moving: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by holders; a pair without a cell has nothing said."""

    issues: tuple[str, ...]
    holders: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    """(issue, holder) -> cell"""
    pinned: frozenset[str] = frozenset()
    """Issues that the analyst named or pinned."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two holders on one issue."""

    issue: str
    first: Cell | None
    second: Cell | None
    verdict: Literal["differ", "agree", "mixed", "alone"]
    """By the weight of all that each says; `mixed`: one of them, or both, take no side."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A step of a word alignment; the spans are relative to the two texts compared."""

    tag: Literal["equal", "replace", "insert", "delete"]
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Column:
    """One phrasing of a fact with its article and what differs in it."""

    phrasing: Phrasing
    head: Head
    marks: tuple[tuple[Span, str], ...]
    """Spans relative to the phrasing's text, each with the kind of difference ("" for plain wording)."""
    context: str
    """The sentence (or sentences) around it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The phrasings of one fact side by side; the base column first."""

    fact: Row[Fact]
    columns: tuple[Column, ...]
    missing_outlets: tuple[str, ...]
    independent: int
    """How many sources are left when copies, rewrites and credited reports count once."""
    perhaps: tuple[tuple[Head, Phrasing], ...] = ()
    """Passages of other outlets that may state it, each with its article; the surest first."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A passage that no other article has."""

    outlet: str
    article_id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts by outlets: who reports what, who leaves it out, and what one outlet alone has."""

    outlets: tuple[str, ...]
    """Those that report most first; an article without an outlet is called by its source."""
    facts: tuple[Row[Fact], ...]
    told: Mapping[tuple[str, str], str]
    """(fact's id, outlet) -> "same", "partial", "perhaps" (a passage is near) or "unknown" (not all was compared)."""
    alone: tuple[Alone, ...]
    """What only one outlet has, those that say most first."""
    source: Mapping[str, int]
    """Outlet -> the number of its source: outlets that copy or credit each other share one."""

    def reporting(self, fact_id: str) -> int:
        """How many outlets report a fact."""
        return sum(self.told.get((fact_id, outlet)) in ("same", "partial") for outlet in self.outlets)


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that is not as it was in an earlier version; a side that has none has no span."""

    kind: Literal["added", "deleted", "edited"]
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class Descent:
    """One line of the tree of sources: an article, or an outlet that is credited and not in the case, under what it
    comes from.
    """

    depth: int
    label: str
    relation: str = ""
    """credits, copies or rewrites what stands above it; "" for an origin."""
    share: float = 0.0
    head: Head | None = None
    span: Span | None = None
    """The passage that shows it."""
