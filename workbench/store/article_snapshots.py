"""An article as a whole, taken out and put back: its rows with all that was found in it, as the undo list keeps them.

Which tables have a part of an article is read from the schema, so that none is forgotten. What the comparison of
articles makes is not kept: it is made anew. The document stays, or there would be nothing to undo.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.model import ARTICLE_FIELDS
from workbench.store.database import Database
from workbench.store.edit_overlay import apply_edits
from workbench.store.entities import delete_orphan_entities, settle_entities
from workbench.store.pending_work import queue_article, queue_comparison
from workbench.store.serialization import json_array, storable, to_json

Record = dict[str, Any]
DERIVED_TABLES = frozenset({"head", "speakers", "digest", "version", "kept_output"})
"""What triggers, comparison and models make of the rest, besides all that hangs on a fact."""
KEPT_TABLE = "document"
ENOUGH_ARTICLES = 2
"""Articles with a person's full name from which one is known without the one that went."""
COMPARED_FIELDS = frozenset({"published_on", "url", "agency"})
"""Fields that say which of two articles is the source, and which are versions of one."""


def take_snapshot(db: Database, id: str) -> Record | None:
    """An article as one value; None if there is none."""
    found = {table: rows for table, rows in _rows(db, id)}
    if not found["article"]:
        return None
    return {"id": id, "kept": b64encode(zlib.compress(to_json(found).encode())).decode()}


def restore_snapshot(db: Database, id: str, kept: Record | None) -> None:
    """Put an article back as it was, or take it out; one that was added again meanwhile stays as it is."""
    if kept is None:
        _take_out(db, id)
    elif not db.execute("SELECT 1 FROM article WHERE id = ?", [storable(id)]).fetchone():
        _put_back(db, id, json.loads(zlib.decompress(b64decode(kept["kept"]))))


def _take_out(db: Database, id: str) -> None:
    entities = [row for table, rows in _rows(db, id) if table == "entity" for row in rows]
    told = [fact for (fact,) in db.execute("SELECT DISTINCT fact_id FROM phrasing WHERE article_id = ?", [id])]
    db.execute("DELETE FROM article WHERE id = ?", [id])
    db.execute("DELETE FROM lineage WHERE kind <> 'credits' AND origin = ?", [id])
    # until the comparison makes them anew, facts show nothing of an article that is not there
    db.execute("UPDATE fact SET differences = '[]' WHERE id IN (SELECT value FROM json_each(?))", [json_array(told)])
    db.execute("DELETE FROM fact WHERE id NOT IN (SELECT fact_id FROM phrasing)")
    _queue_readers_of(db, [row for row in entities if row["kind"] == "person"])
    named = [row["id"] for row in entities]
    delete_orphan_entities(db, named)
    settle_entities(db, named)
    queue_article(db, id)


def _queue_readers_of(db: Database, persons: Iterable[Record]) -> None:
    """Let articles wait that may know a person from the one that went alone, as hardly another has the full name."""
    for person in persons:
        there = "SELECT article_id FROM alias WHERE entity_id = ?"
        having = f"SELECT 1 FROM article WHERE id IN ({there}) AND instr(text, ?) LIMIT {ENOUGH_ARTICLES}"
        if len(db.execute(having, [person["id"], person["name"]]).fetchall()) < ENOUGH_ARTICLES:
            db.execute(f"UPDATE article SET analysed_by = NULL WHERE id IN ({there})", [person["id"]])


def _put_back(db: Database, id: str, tables: dict[str, list[Record]]) -> None:
    for table, rows in tables.items():
        columns = {column.name for column in db.tools[table].columns}
        for row in rows:
            given = {name: value for name, value in row.items() if name in columns}
            if table == "article" and _rowid_is_taken(db, given["rowid"]):
                del given["rowid"]
            names = ", ".join(f'"{name}"' for name in given)
            marks = ", ".join(f":{name}" for name in given)
            db.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', given)
    settle_entities(db, [row["id"] for row in tables.get("entity", ())])
    apply_edits(db, [id, *(row["id"] for table in ("quote", "position") for row in tables[table])])
    queue_article(db, id)


def _rowid_is_taken(db: Database, rowid: int) -> bool:
    return db.execute("SELECT 1 FROM article WHERE rowid = ?", [rowid]).fetchone() is not None


# What was given of an article when it was added ---------------------------------------------------------------------


def read_metadata(db: Database, id: str, field: str) -> Record | None:
    """The value of a field without the analyst's edit; None where there is no such article."""
    row = db.execute(f'SELECT "{_column(field)}" FROM article WHERE id = ?', [storable(id)]).fetchone()
    return {"id": id, "field": field, "value": row[0]} if row else None


def write_metadata(db: Database, id: str, field: str, row: Record | None) -> None:
    """Set a field of an article, if it is there."""
    if row is not None:
        db.execute(f'UPDATE article SET "{_column(field)}" = ? WHERE id = ?', [row["value"], storable(id)])
        if field in COMPARED_FIELDS:
            queue_comparison(db, id)


def _column(field: str) -> str:
    if field not in ARTICLE_FIELDS:
        raise ValueError(field)
    return field


# Which rows are an article's ----------------------------------------------------------------------------------------


def _rows(db: Database, id: str) -> Iterator[tuple[str, list[Record]]]:
    """The rows of an article, table by table, each after those that it refers to."""
    found: dict[str, list[Record]] = {}
    needed: dict[str, list[Record]] = {}
    for table, column, parent, key in _article_tables(db):
        values = [row[key] for row in found[parent]] if parent else [storable(id)]
        sql = f'SELECT * FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
        found[table] = [_without_rowid(table, row) for row in db.query(sql, [to_json(values)])]
        for name, other, other_key in _references(db, table):
            if other not in found and other != KEPT_TABLE:
                wanted = to_json(sorted({row[name] for row in found[table]} - {None}))
                sql = f'SELECT * FROM "{other}" WHERE "{other_key}" IN (SELECT value FROM json_each(?))'
                known = needed.setdefault(other, [])
                known += [row for row in db.query(sql, [wanted]) if row not in known]
    yield from needed.items()
    yield from found.items()


def _without_rowid(table: str, row: Record) -> Record:
    """A row without its place in a table, which another may have by then; of articles it says the order."""
    return row if table == "article" else {name: value for name, value in row.items() if name != "rowid"}


def _article_tables(db: Database) -> list[tuple[str, str, str, str]]:
    """Table, column, and the table and column that it refers to, of all that goes with an article."""
    tables = [name for name in db.tools.table_names() if name not in DERIVED_TABLES]
    links = {table: _foreign_keys(db, table) for table in tables}
    parts = [("article", "id", "", "")]
    there = {"article"}
    while new := [
        (table, column, parent, key)
        for table in tables
        if table not in there and not any(parent == "fact" for _, parent, _, _ in links[table])
        for column, parent, key, cascades in links[table]
        if cascades and parent in there
    ]:
        first = {part[0]: part for part in reversed(new)}
        parts += sorted(first.values(), key=lambda part: tables.index(part[0]))
        there |= first.keys()
    return parts


def _references(db: Database, table: str) -> list[tuple[str, str, str]]:
    return [(column, parent, key) for column, parent, key, _ in _foreign_keys(db, table)]


def _foreign_keys(db: Database, table: str) -> list[tuple[str, str, str, bool]]:
    """Column, table and column that it refers to, and whether a row goes with what it refers to."""
    rows = db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return [(row[3], row[2], row[4] or "id", row[6] == "CASCADE") for row in rows]
