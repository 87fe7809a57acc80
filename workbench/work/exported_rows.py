"""The rows of an export: in its order, and read from the case a block at a time as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from workbench.model import Fact, Pane
from workbench.store import articles
from workbench.store import search as stored
from workbench.store.row_places import RowPlace, places_of, places_of_matches
from workbench.store.rows import read_rows
from workbench.views import Row
from workbench.work.browsing import country_codes
from workbench.work.case_file import CaseFile

if TYPE_CHECKING:
    from workbench.export.selection import Place

AT_ONCE = 100
"""So many rows are read at a time."""
OnBlock = Callable[[Sequence[Row[Any]]], None]
"""What is told of each block before its rows are given out."""


class StoredRows(Sequence[Row[Any]]):
    """Rows by their ids, in that order; they are read anew whenever they are gone through."""

    def __init__(self, case: CaseFile, pane: Pane, ids: Sequence[str], on_block: OnBlock) -> None:
        self._case = case
        self._pane = pane
        self._ids = ids
        self._on_block = on_block

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Row[Any]]:
        for first in range(0, len(self._ids), AT_ONCE):
            block = self._read(self._ids[first : first + AT_ONCE])
            self._on_block(block)
            yield from block

    @overload
    def __getitem__(self, index: int) -> Row[Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row[Any]]: ...
    def __getitem__(self, index: int | slice) -> Row[Any] | Sequence[Row[Any]]:
        return self._read([self._ids[index]])[0] if isinstance(index, int) else self._read(self._ids[index])

    def _read(self, ids: Sequence[str]) -> Sequence[Row[Any]]:
        return tuple(read_rows(self._case.db, self._pane, ids).values())


def articles_of(rows: Iterable[Row[Any]]) -> set[str]:
    """The ids of the articles that rows stand in."""
    found = {row.head.id for row in rows if row.head}
    facts = (row.value for row in rows if isinstance(row.value, Fact))
    return found.union(each.article_id for fact in facts for each in (*fact.phrasings, *fact.perhaps))


def matching_ids(case: CaseFile, pane: Pane, query: str) -> list[str]:
    """The ids of the rows that match, in the order of exports."""
    return _ordered(case, pane, places_of_matches(case.db, pane, query, country_codes=country_codes(query)))


def ordered_ids(case: CaseFile, pane: Pane, ids: Sequence[str]) -> list[str]:
    """These ids in the order of exports. Raises NotFound for one that the pane does not have."""
    found = _ordered(case, pane, places_of(case.db, pane, ids))
    for id in ids if len(found) < len(set(ids)) else ():
        stored.get(case.db, pane, id)
    return found


def _ordered(case: CaseFile, pane: Pane, places: Sequence[RowPlace]) -> list[str]:
    """The ids by what their rows are ordered by: of a fact, which has a place for each phrasing, the first."""
    return list(dict.fromkeys(id for _, id in sorted(_keys(case, pane, places))))


def _keys(case: CaseFile, pane: Pane, places: Sequence[RowPlace]) -> Iterator[tuple[Place, str]]:
    """What each row is ordered by; people alone have to be read for it."""
    from workbench.export.selection import NOWHERE, place_in_article, place_of, place_of_loose_note

    if pane == "people":
        rows = StoredRows(case, pane, [place.id for place in places], lambda _: None)
        yield from ((place_of(row, {}), row.id) for row in rows)
        return
    heads = articles.heads(case.db)
    for id, article_id, start, written_at in places:
        if article_id is None:
            yield NOWHERE, id
        elif written_at and article_id not in heads:
            yield place_of_loose_note(written_at), id
        else:
            yield place_in_article(heads.get(article_id), article_id, start), id
