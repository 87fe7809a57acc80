"""Rows that were put in again, or taken out: the analyst's edits laid over them, and entities that nothing names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from workbench.store.serialization import json_array


def apply_edits(db: Database, ids: Iterable[str]) -> None:
    """Lay the analyst's edits over rows that were put in again."""
    db.execute(
        "INSERT INTO overlaid SELECT DISTINCT target FROM edit WHERE target IN (SELECT value FROM json_each(?))",
        [json_array(ids)],
    )
