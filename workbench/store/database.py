"""A connection to a case, with the names that sqlite-utils gives its own.

Importing sqlite-utils brings numpy, dateutil and pluggy with it, which is a quarter of the time in which the desk is to
be there. What asks about tables and columns, and what changes the schema, uses sqlite-utils itself, on the same
connection (`tools`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database as Tools

_savepoints = count()


class Database:
    """One connection, made without implicit transactions (`isolation_level` None); for one thread at a time."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self.gathered: list[dict[str, Any]] | None = None
        """Changes of the analyst's that wait to be one action; None where each is one by itself."""
        conn.execute("PRAGMA recursive_triggers = ON")

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, parameters)

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT, each by the names of its columns."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Inside a transaction: all of it, or nothing where it raises."""
        name = f"atomic_{next(_savepoints)}"
        self.conn.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if self.conn.in_transaction:  # SQLite ends the whole transaction by itself after some errors
                self.conn.execute(f"ROLLBACK TO {name}")
                self.conn.execute(f"RELEASE {name}")
            raise
        self.conn.execute(f"RELEASE {name}")

    def rollback(self) -> None:
        """Undo the transaction, where there is one."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    @property
    def tools(self) -> Tools:
        """The same connection as sqlite-utils' own."""
        from sqlite_utils import Database as Tools

        return Tools(self.conn, execute_plugins=False)
