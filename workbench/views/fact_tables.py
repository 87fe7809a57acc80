"""The phrasings of one fact side by side, and all facts by the outlets that report them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.model import Fact, Phrasing, Span
from workbench.views.lists import Head, Row


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
    credits: tuple[str, ...] = ()
    """The outlets that the article says it has it from."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The phrasings of one fact side by side; the base column first."""

    fact: Row[Fact]
    columns: tuple[Column, ...]
    missing_outlets: tuple[str, ...]
    independent: int
    """How many sources are left when copies, rewrites and what is credited to one outlet count once."""
    perhaps: tuple[tuple[Head, Phrasing], ...] = ()
    """Passages of other outlets that may state it, each with its article; the surest first."""


@dataclass(frozen=True, slots=True)
class SoleReport:
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
    alone: tuple[SoleReport, ...]
    """What only one outlet has, those that say most first."""
    source: Mapping[str, int]
    """Outlet -> the number of its source: outlets that copy or credit each other share one."""

    def reporting(self, fact_id: str) -> int:
        """How many outlets report a fact."""
        return sum(self.told.get((fact_id, outlet)) in ("same", "partial") for outlet in self.outlets)
