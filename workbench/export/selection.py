"""What is to be written: rows of one kind with what they refer to.

Order is decided here, once, for every format: by date, outlet, article and place, the undated last, so that the same
selection always gives the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.errors import NotFound
from workbench.export.sanitizing import one_line
from workbench.model import PANES, Article, Entity, Fact, Lineage, Note, Pane, Phrasing, Position, Quote
from workbench.views import Head, Person, Row

V = TypeVar("V")
Place = tuple[str, str, str, int]
Options = Mapping[str, str]
"""What was chosen about a format: name of the option -> value; one that is not in it is as usual."""
NO_OPTIONS: Options = MappingProxyType({})
MOST = 10**9
"""More quotes than anybody has."""
UNDATED = "\uffff"
NOWHERE: Place = (UNDATED, "", "", 0)


def nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one pane, and the articles that they stand in."""

    pane: Pane
    rows: Sequence[Row[Any]]
    texts: Mapping[str, str]
    """Article id -> text."""
    case_name: str = ""
    query: str = ""
    heads: Mapping[str, Head] = field(default_factory=dict)
    """Article id -> head, for the phrasings of facts and the origins of copies."""
    lineage: Mapping[str, Sequence[Lineage]] = field(default_factory=dict)
    """Article id -> where its text comes from."""
    outlets: Sequence[str] = ()
    """The outlets that were searched whole: those without a passage near a fact are missing there."""

    people: Mapping[str, Entity] = field(default_factory=dict)
    """Name -> person, for the speakers of positions."""
    pinned: frozenset[str] = frozenset()
    """Issues that the analyst named or pinned."""
    articles: Mapping[str, Row[Article]] = field(default_factory=dict)
    """Article id -> the article, for what cites the ones that rows stand in."""
    added_on: Mapping[str, str] = field(default_factory=dict)
    """Article id -> the time at which it came into the case, ISO."""
    others: Sequence[Selection] = ()
    """What goes beside the rows: selections of other panes, for a format that writes several together."""
    on_row: Callable[[], None] = nothing
    """Called before each row is given out; what it raises ends the writing."""

    @property
    def parts(self) -> Iterator[Selection]:
        """This selection and those beside it, in the order of the panes."""
        found = {part.pane: part for part in (self, *self.others)}
        return (found[pane] for pane in PANES if pane in found)

    def ordered(self) -> Iterator[Row[Any]]:
        """The rows by date, outlet, article and place."""
        for row in sorted(self.rows, key=lambda row: (*self._place_of(row), row.id)):
            self.on_row()
            yield row

    def ordered_phrasings(self, fact: Fact) -> list[Phrasing]:
        """The phrasings of a fact in the same order."""
        return sorted(fact.phrasings, key=self._phrasing)

    def _place_of(self, row: Row[Any]) -> Place:
        value = row.value
        if isinstance(value, Fact):
            return min((self._phrasing(phrasing) for phrasing in value.phrasings), default=NOWHERE)
        if isinstance(value, Note) and row.head is None:
            return UNDATED, UNDATED, value.written_at, 0
        if isinstance(value, Person):
            group = f"{value.quotes == 0:d}{value.kind != 'person':d}"
            return group, f"{MOST - value.quotes:010}", value.name.casefold(), 0
        return _place(row.head, row.head.id if row.head else "", _start(value))

    def _phrasing(self, phrasing: Phrasing) -> Place:
        return _place(self.heads.get(phrasing.article_id), phrasing.article_id, phrasing.span.start)


def _place(head: Head | None, article_id: str, start: int) -> Place:
    date, outlet = (head.published_on, head.outlet) if head else ("", "")
    return date or UNDATED, one_line(outlet).casefold(), article_id, start


def _start(value: Any) -> int:
    if isinstance(value, Quote):
        return value.spans[0].start if value.spans else 0
    if isinstance(value, Position):
        return value.clause.start
    return value.span.start if isinstance(value, Note) and value.span else 0


class LazyMapping(Mapping[str, V]):
    """A mapping whose values are looked up when they are asked for; what is not found is not in it."""

    def __init__(self, look_up: Callable[[str], V]) -> None:
        self._look_up = look_up

    def __getitem__(self, key: str) -> V:
        try:
            return self._look_up(key)
        except NotFound:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class ArticleCache:
    """Texts and heads of articles, fetched when asked for; the latest few hundred stay at hand."""

    def __init__(self, fetch: Callable[[str], Row[Article]]) -> None:
        self._fetch = lru_cache(maxsize=512)(fetch)
        self.texts: Mapping[str, str] = LazyMapping(lambda article_id: self._fetch(article_id).value.text)
        self.heads: Mapping[str, Head] = LazyMapping(self._head)
        self.articles: Mapping[str, Row[Article]] = LazyMapping(self._fetch)

    def _head(self, article_id: str) -> Head:
        row = self._fetch(article_id)
        value = row.value
        return row.head or Head(row.id, value.source, value.title, value.outlet, value.published_on, url=value.url)
