"""Rows that were put in again, or taken out: the analyst's edits laid over them, and entities that nothing names."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.store.database import Database
from workbench.store.serialization import json_array


def apply_edits(db: Database, ids: Iterable[str]) -> None:
    """Lay the analyst's edits over rows that were put in again: their own, and those of whom they name."""
    db.execute(
        "INSERT INTO overlaid SELECT target FROM edit WHERE target IN (SELECT value FROM json_each(:ids))"
        " UNION SELECT s.quote_id FROM json_each(:ids) q JOIN speaker s ON s.quote_id = q.value"
        " JOIN edit e ON e.target = s.entity_id AND e.field = 'person'",
        {"ids": json_array(ids)},
    )
