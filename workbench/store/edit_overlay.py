"""Rows that were put in again, or taken out: the analyst's edits laid over them, and entities that nothing names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from workbench.store.sql_values import ids_of


def lay_over(db: Database, ids: Iterable[str]) -> None:
    """Lay the analyst's edits over rows that were put in again."""
    db.execute(
        "INSERT INTO overlaid SELECT DISTINCT target FROM edit WHERE target IN (SELECT value FROM json_each(?))",
        [ids_of(ids)],
    )


def drop_orphans(db: Database, entity_ids: Iterable[str]) -> None:
    """Drop those of some entities that no article names any more."""
    db.execute(
        "DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM alias WHERE entity_id = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM speaker WHERE entity_id = entity.id)",
        [ids_of(entity_ids)],
    )
