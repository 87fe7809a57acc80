"""What is to be written: rows of one kind with what they refer to.

Order is decided here, once, for every format: by date, outlet, article and place, the undated last, so that the same
selection always gives the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

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
KEPT = 1_000
"""So many texts and heads of articles stay at hand."""


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
    in_order: bool = False
    """Whether the rows come in the order of exports already."""
    on_row: Callable[[], None] = nothing
    """Called before each row is given out; what it raises ends the writing."""

    @property
    def parts(self) -> Iterator[Selection]:
        """This selection and those beside it, in the order of the panes."""
        found = {part.pane: part for part in (self, *self.others)}
        return (found[pane] for pane in PANES if pane in found)

    def ordered(self) -> Iterator[Row[Any]]:
        """The rows by date, outlet, article and place."""
        rows = self.rows if self.in_order else sorted(self.rows, key=lambda row: (*place_of(row, self.heads), row.id))
        for row in rows:
            self.on_row()
            yield row

    def ordered_phrasings(self, fact: Fact) -> list[Phrasing]:
        """The phrasings of a fact in the same order."""
        return sorted(fact.phrasings, key=lambda phrasing: _place_of_phrasing(phrasing, self.heads))


def place_of(row: Row[Any], heads: Mapping[str, Head]) -> Place:
    """What a row is ordered by; `heads` has the articles of the phrasings of facts."""
    value = row.value
    if isinstance(value, Fact):
        return min((_place_of_phrasing(phrasing, heads) for phrasing in value.phrasings), default=NOWHERE)
    if isinstance(value, Note) and row.head is None:
        return place_of_loose_note(value.written_at)
    if isinstance(value, Person):
        group = f"{value.quotes == 0:d}{value.kind != 'person':d}"
        return group, f"{MOST - value.quotes:010}", value.name.casefold(), 0
    return place_in_article(row.head, row.head.id if row.head else "", _start(value))


def place_in_article(head: Head | None, article_id: str, start: int) -> Place:
    """What something that stands in an article is ordered by."""
    date, outlet = (head.published_on, head.outlet) if head else ("", "")
    return date or UNDATED, _alphabetical(outlet), article_id, start


def place_of_loose_note(written_at: str) -> Place:
    """What a note without an article is ordered by."""
    return UNDATED, UNDATED, written_at, 0


def _place_of_phrasing(phrasing: Phrasing, heads: Mapping[str, Head]) -> Place:
    return place_in_article(heads.get(phrasing.article_id), phrasing.article_id, phrasing.span.start)


@lru_cache(maxsize=4096)
def _alphabetical(outlet: str) -> str:
    return one_line(outlet).casefold()


def _start(value: Any) -> int:
    if isinstance(value, Quote):
        return value.spans[0].start if value.spans else 0
    if isinstance(value, Position):
        return value.clause.start
    return value.span.start if isinstance(value, Note) and value.span else 0


class FetchedMapping(Mapping[str, V]):
    """A mapping whose values are fetched when they are asked for, with those that are expected to be; the latest stay
    at hand. What is not found is not in it.
    """

    def __init__(self, find: Callable[[Collection[str]], Mapping[str, V]]) -> None:
        self._find = find
        self._found: dict[str, V] = {}
        self._expected: frozenset[str] = frozenset()

    def expect(self, keys: Iterable[str]) -> None:
        """These keys are likely to be asked for next."""
        self._expected = frozenset(keys)

    def __getitem__(self, key: str) -> V:
        if key not in self._found:
            wanted = self._expected | {key}
            kept = self._found if len(self._found) < KEPT else {k: self._found[k] for k in wanted & self._found.keys()}
            self._found = {**kept, **self._find(wanted - kept.keys())}
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class ArticleCache:
    """Articles, their texts and their heads, fetched when they are asked for."""

    texts: FetchedMapping[str]
    heads: FetchedMapping[Head]
    articles: FetchedMapping[Row[Article]]
    """The articles without their texts."""
    added_on: FetchedMapping[str]

    def expect(self, article_ids: Collection[str]) -> None:
        """These articles are likely to be asked for next."""
        for each in (self.texts, self.heads, self.articles, self.added_on):
            each.expect(article_ids)
