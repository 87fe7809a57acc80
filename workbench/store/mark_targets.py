"""The things that marks lie on: whether they are there, and what they are called where people read of them.

The undo list and the messages say words, not ids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.errors import NotFound
from workbench.model import counted
from workbench.store.database import Database
from workbench.store.field_validation import quoted, shortened
from workbench.store.serialization import json_array, storable

KINDS = {"A": "article", "Q": "quote", "P": "position", "F": "fact", "E": "person", "N": "note"}
"""The first letter of an id tells what it is of; so is the table called."""
_ID = re.compile(r"\b[AQPFNE][0-9a-f]{10}\b")
_PLACE = "coalesce(nullif(h.outlet, ''), nullif(h.title, ''), h.source, '')"
_SQL = {
    "A": "SELECT coalesce(nullif(title, ''), source), outlet, '' FROM head WHERE id = ?",
    "Q": f"SELECT q.speaker_names, {_PLACE}, q.text FROM quote q LEFT JOIN head h ON h.id = q.article_id"
    " WHERE q.id = ?",
    "P": f"SELECT p.holder_name, {_PLACE}, p.issue FROM positions p LEFT JOIN head h ON h.id = p.article_id"
    " WHERE p.id = ?",
    "F": "SELECT gist, '', '' FROM facts WHERE id = ?",
    "N": "SELECT body, '', '' FROM note WHERE id = ?",
    "E": "SELECT name, '', '' FROM person WHERE id = ?",
}


def require_targets(db: Database, targets: Iterable[str], kind: str = "") -> None:
    """Raise NotFound for an id that nothing has, or nothing of that kind."""
    by_table: dict[str, list[str]] = {}
    for target in targets:
        by_table.setdefault(KINDS.get(target[:1], "article"), []).append(target)
    for table, ids in by_table.items():
        sql = f"SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM {table})"
        missing = db.execute(sql, [json_array(ids)]).fetchone()
        if missing or kind not in ("", table):
            raise NotFound(f"Nothing has the id {shortened(missing[0] if missing else ids[0])}.")


def describe_targets(db: Database, targets: Sequence[str]) -> str:
    """One thing by its name, several by how many there are: "the quote of Macron in Le Monde", "14 quotes"."""
    if len(targets) == 1:
        return _describe(db, targets[0]) or "something that is gone"
    counts = Counter(KINDS.get(target[:1], "thing") for target in targets)
    return " and ".join(counted(number, kind) for kind, number in counts.items()) or "nothing"


def describe_label(db: Database, label: str) -> str:
    """A label with names in place of ids, as far as these are still there (older undo lists hold ids)."""
    return _ID.sub(lambda match: _describe(db, match[0]) or match[0], label)


def _file_of(source: str) -> str:
    """The last part of a path, as an article without a title is called; of other words all."""
    return source.rsplit("/", 1)[-1] if source.startswith("/") or ":\\" in source[:4] else source


def _describe(db: Database, target: str) -> str:
    sql = _SQL.get(target[:1])
    row = db.execute(sql, [storable(target)]).fetchone() if sql else None
    if row is None:
        return ""
    first, place, rest = row
    first, rest = shortened(_file_of(first) if target[0] == "A" else first), shortened(rest)
    place = shortened(_file_of(place))
    where = f" in {place}" if place else ""
    if target[0] == "Q":
        return f"the quote {f'of {first}' if first else quoted(rest)}{where}"
    if target[0] == "P":
        return f"the position of {first} on {quoted(rest)}{where}"
    return {"F": f"the fact {quoted(first)}", "N": f"the note {quoted(first)}"}.get(
        target[0], f"{quoted(first)}{where}"
    )
