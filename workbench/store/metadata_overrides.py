"""Metadata given for documents that the case has already: it is set where the analyst has not set it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.model import GivenMetadata
from workbench.store.database import Database
from workbench.store.field_validation import field_label, shortened
from workbench.store.history import RowChange, apply_changes
from workbench.store.mark_targets import describe_targets
from workbench.store.serialization import json_array, storable
from workbench.store.transactions import writes


@writes
def override_metadata(db: Database, articles: Sequence[str], values: Mapping[str, str]) -> GivenMetadata:
    """Set fields of articles, but for those that the analyst has corrected: one action; how many of each were set."""
    ids = list(dict.fromkeys(articles))
    wanted = {field: storable(value) for field, value in values.items()}
    sql = "SELECT target, field FROM edit WHERE target IN (SELECT value FROM json_each(?))"
    own = {row for row in db.execute(sql, [json_array(ids)]).fetchall() if row[1] in wanted}
    new = [
        (id, field)
        for id in ids
        for field, value in wanted.items()
        if (id, field) not in own
        and not db.execute(f'SELECT 1 FROM article WHERE id = ? AND "{field}" = ?', [id, value]).fetchone()
    ]
    changes: list[RowChange] = [("given", {"id": id, "field": field}, {"value": wanted[field]}) for id, field in new]
    fields = [field for field in wanted if any(field == each for _, each in new)]
    what = ", ".join(f"{field_label(field)} {shortened(wanted[field]) or 'empty'}" for field in fields)
    apply_changes(db, f"{what} given for {describe_targets(db, list(dict(new)))}", changes)
    return GivenMetadata(
        *({field_label(field): counts[field] for field in wanted if counts[field]} for counts in _counts(new, own))
    )


def _counts(*pairs: Iterable[tuple[str, str]]) -> Iterator[Counter[str]]:
    return (Counter(field for _, field in each) for each in pairs)
