"""Transactions, and SQLite's errors in the user's words.

Every function of the store that touches a case is wrapped by `reads` or `writes`: a read sees one state of the case,
however many statements it takes, and a write is whole or has not happened. Writers queue (BEGIN IMMEDIATE), so two
processes cannot block each other for ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from workbench.errors import CaseDamaged, CaseError, CaseLocked, CaseReadOnly, NotACase, WorkbenchError
from workbench.store.database import Database
from workbench.store.interruption import stoppable

P = ParamSpec("P")
R = TypeVar("R")

_ERRORS: dict[int, tuple[type[CaseError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        CaseLocked, "Another program is writing to {name}.", "Close it there, or try again in a moment.",
    ),
    sqlite3.SQLITE_LOCKED: (
        CaseLocked, "Another program is writing to {name}.", "Close it there, or try again in a moment.",
    ),
    sqlite3.SQLITE_READONLY: (
        CaseReadOnly, "{name} cannot be written.", "Copy it to a folder of yours and open the copy.",
    ),
    sqlite3.SQLITE_PERM: (CaseReadOnly, "{name} cannot be opened.", "Look at the permissions of the file."),
    sqlite3.SQLITE_CANTOPEN: (
        CaseReadOnly, "{name} cannot be opened or made.", "Look at the permissions of the file and its folder.",
    ),
    sqlite3.SQLITE_FULL: (
        CaseError, "The disk is full: the last step was not kept, everything before it was.",
        "Free some space and do it again.",
    ),
    sqlite3.SQLITE_IOERR: (
        CaseError, "{name} could not be read or written by the system.",
        "Look at the disk; what was stored before is kept.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        CaseDamaged, "{name} is damaged.", "Make a copy, then run `workbench check --repair`.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotACase, "{name} is not a case of the workbench.", "Give the name of another file, or of a new one.",
    ),
}  # fmt: skip


def case_error(error: sqlite3.Error, name: str) -> WorkbenchError | None:
    """The error in the user's words; None for those that are faults of this program."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code not in _ERRORS:
        return None
    kind, message, hint = _ERRORS[code]
    return kind(message.format(name=name), hint)


def case_name(db: Database) -> str:
    """The file name of a case, for messages."""
    rows = db.conn.execute("PRAGMA database_list").fetchall()
    return str(rows[0][2] or "the case").replace("\\", "/").rsplit("/", 1)[-1]


@contextmanager
def translated_errors(name: str) -> Iterator[None]:
    """Raise SQLite's errors as errors of ours."""
    try:
        yield
    except sqlite3.Error as error:
        known = case_error(error, name)
        if known is None:
            raise
        raise known from error


@contextmanager
def patience(db: Database, seconds: float = 30.0) -> Iterator[None]:
    """For work that takes long: others that write at the same time are waited for longer than a key could wait."""
    before = db.execute("PRAGMA busy_timeout").fetchone()[0]
    db.execute(f"PRAGMA busy_timeout = {int(1000 * seconds)}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {before}")


@contextmanager
def _transaction(db: Database, begin: str, finish: Callable[[], None]) -> Iterator[None]:
    db.conn.execute(begin)
    try:
        yield
        finish()
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """One state of the case for all that is read inside."""
    if db.conn.in_transaction:
        yield
        return
    with translated_errors(case_name(db)), stoppable(db), _transaction(db, "BEGIN", lambda: None):
        yield


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction (a savepoint inside another); the revision moves on if anything changed."""
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    before = db.conn.total_changes

    def finish() -> None:
        if db.conn.total_changes != before:
            db.conn.execute("UPDATE revision SET number = number + 1")

    with translated_errors(case_name(db)), _transaction(db, "BEGIN IMMEDIATE", finish):
        yield


def reads(function: Callable[Concatenate[Database, P], R]) -> Callable[Concatenate[Database, P], R]:
    """Wrap a function so that it runs in `reading`."""

    @wraps(function)
    def wrapper(db: Database, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with reading(db):
            return function(db, *args, **kwargs)

    return wrapper


def writes(function: Callable[Concatenate[Database, P], R]) -> Callable[Concatenate[Database, P], R]:
    """Wrap a function so that it runs in `writing`."""

    @wraps(function)
    def wrapper(db: Database, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with writing(db):
            return function(db, *args, **kwargs)

    return wrapper


def revision_number(db: Database) -> int:
    """A number that changes whenever any process has changed the case."""
    with translated_errors(case_name(db)):
        return int(db.conn.execute("SELECT number FROM revision").fetchone()[0])
