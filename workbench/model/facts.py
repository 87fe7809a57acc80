"""Facts: what several outlets report, in which words, and what differs between these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.model.ids import fact_id, stable_id
from workbench.model.spans import Span

DIFFERENCE_KINDS = (
    "number", "date", "place", "name", "label", "attribution", "hedge", "strength",
    "negation", "quotation", "voice", "wording", "added", "left out",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text that states one thing: what fact matching compares."""

    article_id: str
    span: Span
    text: str
    terms: tuple[str, ...]
    """Lemmas of the content words, lower case, in text order."""
    names: tuple[str, ...] = ()
    """Names and countries in it, resolved where they could be."""
    numbers: tuple[str, ...] = ()
    action: str = ""
    """Lemma of the main predicate."""
    negated: bool = False
    kind: str = "event"
    """event, statement, position, option, pledge, expectation or state"""
    tenses: str = ""
    """A sign for each date of the text, in order: "+" ahead of the article, "-" behind it, "?" open."""
    stands_alone: bool = False
    """Whether it is a whole sentence by itself, whose subject names somebody or something."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One wording of a fact."""

    article_id: str
    span: Span
    text: str
    relation: Literal["same", "partial"] = "same"
    confidence: float = 0.0
    tenses: str = ""
    """As those of its clause."""

    @property
    def id(self) -> str:
        """Stable: of article and span."""
        return stable_id("H", self.article_id, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one phrasing has where phrasings differ; no span where it has nothing. Spans count from the article."""

    article_id: str
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One named difference between the phrasings of a fact."""

    kind: str
    """One of DIFFERENCE_KINDS."""
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One event, statement or state of affairs and the passages that report it."""

    gist: str
    kind: str
    phrasings: tuple[Phrasing, ...]
    differences: tuple[Difference, ...] = ()
    status: str = "suggested"
    """What the analyst says of it: a name of STATUSES."""
    perhaps: tuple[Phrasing, ...] = ()
    """Passages that may state it, of outlets without a phrasing, the surest first: near, and not joined."""

    @property
    def id(self) -> str:
        """Stable: of the first phrasing in order of article and place."""
        first = min(self.phrasings, key=lambda p: (p.article_id, p.span))
        return fact_id(first.article_id, first.span)
