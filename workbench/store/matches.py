"""The rows of a pane that match a query, in order: by their rowids, a page at a time.

Full-text search scores every row that has the words, which takes as long as there are rows. So only the rows that were
added last are ranked where too many match, unless all are asked for; the others follow, the last added first.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from workbench.model import Pane
from workbench.store.database import Database
from workbench.store.query.compiler import CompiledQuery
from workbench.store.query.fields import HEAD_JOINS, INDEXES, TABLES, WEIGHTS, order_by

RANKED = 2_000
"""So many rows are ranked where not all are asked for."""
ALL = -1
"""A limit that is none."""
_KEPT = 4


class Listings:
    """The last lists in their whole order, for any thread: a page further down is cut from it, not looked for again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[Hashable, Sequence[int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Sequence[int]]) -> Sequence[int]:
        """The list of that key, made if it is not there."""
        with self._lock:
            if key not in self._found:
                self._found[key] = make()
            self._found.move_to_end(key)
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)
            return self._found[key]


@dataclass(frozen=True, slots=True)
class Matches:
    """What a compiled query finds in a pane; `order` as `search` has it, `rank_all` to rank however many match."""

    db: Database
    pane: Pane
    what: CompiledQuery
    order: str = ""
    rank_all: bool = False

    @property
    def ranked(self) -> bool:
        """Whether the rows stand by how well they match."""
        return bool(self.what.match) and not self.order

    @property
    def are_some(self) -> bool:
        """Whether the query leaves any rows out."""
        return bool(self.what.match or self.what.condition)

    @property
    def places(self) -> str:
        """A SELECT of the rowids of all of them, in any order; its placeholders stand for `values`."""
        if self.what.match:
            return f"SELECT {self._rowid} {self._scored()}"
        return f"SELECT t.rowid FROM {TABLES[self.pane]} t{_where(self.what.condition)}"

    @property
    def values(self) -> dict[str, Any]:
        """What stands for the placeholders of every statement."""
        words = {name: value for name, value in (("match", self.what.match), ("exact", self.what.exact)) if value}
        return {**self.what.values, **words}

    def count(self) -> int:
        """How many there are."""
        return self._rows(f"SELECT count(*) FROM ({self.places})")[0]

    def first_unranked(self, total: int) -> int | None:
        """The rowid from which on rows are ranked; None where all of so many are."""
        if not self.ranked or self.rank_all or total <= RANKED:
            return None
        return self._rows(f"SELECT {self._rowid} {self._scored()} ORDER BY {self._rowid} DESC LIMIT 1 OFFSET :skip",
                          skip=RANKED - 1)[0]  # fmt: skip

    def first(self, limit: int, bound: int | None) -> Sequence[int]:
        """The first rows."""
        return self._rows(f"{self._ordered(bound)} LIMIT :limit", bound=bound, limit=limit)

    def all(self, bound: int | None) -> Sequence[int]:
        """All rows: those that are ranked, then the others."""
        found = array("q", self.first(ALL, bound))
        if bound is not None:
            found.extend(self._rows(f"SELECT {self._rowid} {self._scored(f'{self._rowid} < :bound')}"
                                    f" ORDER BY {self._rowid} DESC", bound=bound))  # fmt: skip
        return found

    @property
    def _rowid(self) -> str:
        return f"{INDEXES[self.pane]}.rowid"

    def _rows(self, sql: str, **more: Any) -> list[int]:
        given = {name: value for name, value in more.items() if value is not None}
        return [row[0] for row in self.db.execute(sql, self.values | given)]

    def _scored(self, *also: str) -> str:
        """The rows as full-text search goes through them, which can bound their rowids."""
        index, table = INDEXES[self.pane], TABLES[self.pane]
        joined = f" CROSS JOIN {table} t ON t.rowid = {index}.rowid" if self.what.condition else ""
        return f"FROM {index}{joined}{_where(f'{index} MATCH :match', self.what.condition, *also)}"

    def _ordered(self, bound: int | None) -> str:
        """The rows in order; where some are not ranked, without those."""
        if not self.ranked:
            return self._listed()
        index, weights = INDEXES[self.pane], ", ".join(map(str, WEIGHTS[self.pane]))
        within = f"{self._rowid} >= :bound" if bound is not None else ""
        exact = f"SELECT rowid FROM {index}{_where(f'{index} MATCH :exact', within)}"
        first = f"{self._rowid} IN ({exact}) DESC, " if self.what.exact else ""
        return f"SELECT {self._rowid} {self._scored(within)} ORDER BY {first}bm25({index}, {weights}), {self._rowid}"

    def _listed(self) -> str:
        # One condition only, lest SQLite try every row of one for every row of another.
        found = _where(f"t.rowid IN ({self.places})" if self.what.match else self.what.condition)
        walk = "" if found else "CROSS "  # all of it: article by article, in the order of the index
        tables = f"head h {walk}{HEAD_JOINS[self.pane]}" if self.pane in HEAD_JOINS else f"{TABLES[self.pane]} t"
        return f"SELECT t.rowid FROM {tables}{found} ORDER BY {order_by(self.pane, self.order)}"


def _where(*conditions: str) -> str:
    found = [c for c in conditions if c]
    return f" WHERE {' AND '.join(found)}" if found else ""
