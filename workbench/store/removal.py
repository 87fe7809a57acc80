"""Taking articles out of a case: what goes along is said, and all of it is one action that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model import Removal
from workbench.store.database import Database
from workbench.store.history import RowChange, apply_changes
from workbench.store.mark_targets import describe_targets, require_targets
from workbench.store.match_constraints import changes_without_articles
from workbench.store.serialization import json_array
from workbench.store.transactions import reads, writes

MARKS = {"note": ("id",), "tag": ("target", "name"), "star": ("target",), "edit": ("target", "field")}
_IDS = "(SELECT value FROM json_each(?))"
_ALONE = f"""SELECT fact_id FROM phrasing WHERE article_id IN {_IDS}
  EXCEPT SELECT fact_id FROM phrasing WHERE article_id NOT IN {_IDS}"""
"""The facts that nothing but some articles tells."""


@reads
def removal(db: Database, articles: Sequence[str]) -> Removal:
    """What would go along with some articles."""
    return _removal(db, list(dict.fromkeys(articles)))[0]


@writes
def remove(db: Database, articles: Sequence[str]) -> Removal:
    """Take articles out, with all that was found in them and all marks on that; what went along.

    Passages of other articles that the analyst held together stay together.
    """
    ids = list(dict.fromkeys(articles))
    gone, marks = _removal(db, ids)
    along = f", with {gone.marks}" if gone.marks else ""
    changes: list[RowChange] = [
        *marks,
        *changes_without_articles(db, ids),
        *(("article", {"id": id}, None) for id in ids),
    ]
    apply_changes(db, f"{describe_targets(db, ids)} taken out{along}", changes)
    return gone


def _removal(db: Database, ids: Sequence[str]) -> tuple[Removal, list[RowChange]]:
    require_targets(db, ids, "article")
    own = [json_array(ids)]
    quotes, positions = (
        _some(db, f"SELECT id FROM {t} WHERE article_id IN {_IDS}", own) for t in ("quote", "position")
    )
    facts = _some(db, _ALONE, own * 2)
    lost = _some(db, f"SELECT target FROM lost WHERE article_id IN {_IDS}", own)
    targets = [*ids, *quotes, *positions, *facts, *lost]
    notes = _some(db, f"SELECT id FROM note WHERE target IN {_IDS}", [json_array(targets)])
    changes = list(_marks(db, [*targets, *notes]))
    counts = {table: sum(each[0] == table for each in changes) for table in MARKS}
    return Removal(len(ids), len(quotes), len(positions), len(facts), *counts.values()), changes


def _some(db: Database, sql: str, values: Sequence[str]) -> list[str]:
    return [row[0] for row in db.execute(sql, list(values))]


def _marks(db: Database, targets: Sequence[str]) -> Iterator[RowChange]:
    """Take away everything of the analyst's that lies on some things."""
    for table, key in MARKS.items():
        columns = ", ".join(key)
        rows = db.execute(f"SELECT {columns} FROM {table} WHERE target IN {_IDS}", [json_array(targets)]).fetchall()
        for row in rows:
            yield table, dict(zip(key, row, strict=True)), None
