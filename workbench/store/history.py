"""Undo: every change the analyst makes goes through `apply_changes`, which writes down the rows before and after.

The log is in the case, so undo works after a restart and whichever process made the change. A change after an undo
drops what was undone, as in every editor.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from workbench.model import Action
from workbench.store.article_snapshots import read_metadata, restore_snapshot, take_snapshot, write_metadata
from workbench.store.database import Database
from workbench.store.mark_targets import describe_label
from workbench.store.serialization import json_array, storable, to_json, utc_now
from workbench.store.transactions import reads, writes, writing

KEYS: dict[str, tuple[str, ...]] = {
    "note": ("id",),
    "tag": ("target", "name"),
    "star": ("target",),
    "edit": ("target", "field"),
    "saved_search": ("name",),
    "tie": ("one", "other"),
    "own_quote": ("id",),
    "article": ("id",),
    "given": ("id", "field"),
}
"""What changes and is undone, and what names one of each: rows of the analyst's tables, whole articles, and what was
given of an article when it was added."""

Record = dict[str, Any]
RowChange = tuple[str, Mapping[str, Any], Mapping[str, Any] | None]
"""Table, key, and the row as it is to be; None to delete it."""


@writes
def apply_changes(db: Database, label: str, changes: Iterable[RowChange]) -> bool:
    """Make changes as one action that can be undone; False, and no action, if they change nothing."""
    done = [d for table, key, row in changes if (d := _change(db, table, key, row)) is not None]
    if not done:
        return False
    if db.gathered is None:
        _save_action(db, label, done)
    else:
        db.gathered += done
    return True


@contextmanager
def one_action(db: Database, label: Callable[[], str]) -> Iterator[None]:
    """Let all changes that are made inside be one action, called `label`; without changes there is none.

    They are made in one transaction: all of them, or none where something is raised.
    """
    with writing(db):
        steps: list[Record] = []
        db.gathered = steps
        try:
            yield
        finally:
            db.gathered = None
        if steps:
            _save_action(db, label(), steps)


def _save_action(db: Database, label: str, steps: Sequence[Record]) -> None:
    db.execute("DELETE FROM action WHERE undone")
    db.execute("INSERT INTO action (at, label, changes) VALUES (?, ?, ?)", [utc_now(), label, to_json(steps)])


def _change(db: Database, table: str, key: Mapping[str, Any], row: Mapping[str, Any] | None) -> Record | None:
    key = {name: storable(value) for name, value in key.items()}
    before = _read_row(db, table, key)
    _write_row(db, table, key, None if row is None else {**(before or {}), **key, **row})
    after = _read_row(db, table, key)
    return None if before == after else {"table": table, "key": key, "before": before, "after": after}


def _read_row(db: Database, table: str, key: Mapping[str, Any]) -> Record | None:
    if table == "article":
        return take_snapshot(db, key["id"])
    if table == "given":
        return read_metadata(db, key["id"], key["field"])
    return next(iter(db.query(f'SELECT * FROM "{table}" WHERE {_key_condition(table)}', dict(key))), None)


def _key_condition(table: str) -> str:
    return " AND ".join(f"{name} = :{name}" for name in KEYS[table])


def _write_row(db: Database, table: str, key: Mapping[str, Any], row: Mapping[str, Any] | None) -> None:
    """Make the row with that key be `row`."""
    if table == "article":
        restore_snapshot(db, key["id"], dict(row) if row else None)
        return
    if table == "given":
        write_metadata(db, key["id"], key["field"], dict(row) if row else None)
        return
    if row is None:
        db.execute(f'DELETE FROM "{table}" WHERE {_key_condition(table)}', dict(key))
        return
    names = list(row)
    others = [n for n in names if n not in KEYS[table]]
    update = f"UPDATE SET {', '.join(f'{n} = excluded.{n}' for n in others)}" if others else "NOTHING"
    db.execute(
        f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({", ".join(f":{n}" for n in names)})'
        f" ON CONFLICT ({', '.join(KEYS[table])}) DO {update}",
        dict(row),
    )


@dataclass(frozen=True, slots=True)
class MarkMove:
    """Marks have moved from one target to another, but for edits of the fields that stay."""

    old: str
    new: str
    stay: frozenset[str] = frozenset()


def retarget(db: Database, moves: Iterable[MarkMove], notes: bool = True) -> None:
    """Let undo and redo follow marks that have moved; without `notes`, all but notes."""
    by_target = {move.old: move for move in moves}
    rewrite_steps(
        db, by_target, lambda step: _retargeted(step, by_target) if notes or step["table"] != "note" else step
    )
    for number, label in db.execute("SELECT number, label FROM action").fetchall() if by_target else ():
        words = [by_target[word].new if word in by_target else word for word in label.split(" ")]
        if label.split(" ") != words:
            db.execute("UPDATE action SET label = ? WHERE number = ?", [" ".join(words), number])


def rewrite_steps(db: Database, holding: Iterable[str], work: Callable[[Record], Record], table: str = "") -> None:
    """Let the steps of actions that hold any of some words, of one table or of all, be others."""
    wanted = {word: word for word in holding}
    rows = db.execute(
        "SELECT DISTINCT number, changes FROM action JOIN json_each(?) old ON instr(changes, old.value)",
        [json_array(wanted)],
    ).fetchall()
    for number, changes in rows:
        steps = [work(step) if table in ("", step["table"]) else step for step in json.loads(changes)]
        db.execute("UPDATE action SET changes = ? WHERE number = ?", [to_json(steps), number])


def _retargeted(step: Record, moves: Mapping[str, MarkMove]) -> Record:
    move = moves.get(step["key"].get("target") or (step["after"] or step["before"]).get("target", ""))
    if move is None or step["key"].get("field") in move.stay:
        return step

    def moved(row: Record | None) -> Record | None:
        return {**row, "target": move.new} if row and row.get("target") == move.old else row

    return step | {name: moved(step[name]) for name in ("key", "before", "after")}


@writes
def undo(db: Database) -> Action | None:
    """Take back the last action that is not undone; None if there is none."""
    found = _last(db, "SELECT * FROM action WHERE NOT undone ORDER BY number DESC LIMIT 1")
    if found is None:
        return None
    for step in reversed(json.loads(found["changes"])):
        _write_row(db, step["table"], step["key"], step["before"])
    return _set_undone(db, found, True)


@writes
def redo(db: Database) -> Action | None:
    """Do the first undone action again; None if there is none."""
    found = _last(db, "SELECT * FROM action WHERE undone ORDER BY number LIMIT 1")
    if found is None:
        return None
    for step in json.loads(found["changes"]):
        _write_row(db, step["table"], step["key"], step["after"])
    return _set_undone(db, found, False)


def _last(db: Database, sql: str) -> Record | None:
    return next(iter(db.query(sql)), None)


def _set_undone(db: Database, found: Record, undone: bool) -> Action:
    db.execute("UPDATE action SET undone = ? WHERE number = ?", [int(undone), found["number"]])
    return Action(found["number"], describe_label(db, found["label"]), found["at"], undone)


@reads
def actions(db: Database, limit: int = 100) -> tuple[Action, ...]:
    """The undo list, newest first."""
    rows = db.execute("SELECT number, label, at, undone FROM action ORDER BY number DESC LIMIT ?", [limit])
    return tuple(
        Action(number, describe_label(db, label), at, bool(undone)) for number, label, at, undone in rows.fetchall()
    )
