"""How a case is written: ahead in a log, so that others read meanwhile; on another machine's disk without one.

The log needs memory that all who have the case open share, which a network folder cannot give. There SQLite's locks
alone have to do: one program writes, the others wait.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from workbench.store.database import Database

APPLICATION_ID = 0x57424E43
"""WBNC in ASCII: what SQLite's header of a case says."""
BUSY_SECONDS = 5.0
_RETRY_SECONDS = 0.02
_NETWORKS = frozenset(
    "9p afs ceph cifs fuse.davfs fuse.glusterfs fuse.rclone fuse.sshfs lustre ncpfs nfs nfs4 smb3 smbfs".split()
)
"""File systems that are another machine's."""


def use_log(db: Database, path: Path) -> None:
    """Write ahead in a log, but not in a network folder; what somebody else has open stays as it is there."""
    if not is_on_network(path):
        _set_mode(db, "WAL")
    else:
        with suppress(sqlite3.OperationalError):
            _set_mode(db, "DELETE")


def has_log(db: Database) -> bool:
    """Whether a case is written ahead, and can be read meanwhile."""
    return bool(db.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def leave_log(uri: str) -> bool:
    """Let a case that was written ahead go without, where no memory can be shared; whether it does now."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # which needs no shared memory
        if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
            return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
    return False


def _set_mode(db: Database, mode: str) -> None:
    """SQLite does not wait where another does the same just then, so this tries again."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def is_on_network(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> bool:
    """Whether a file is on another machine's disk, as far as the system tells."""
    place = os.path.abspath(path)
    if place.startswith("\\\\"):
        return True
    kinds: list[tuple[int, str]] = []
    with suppress(OSError, ValueError, IndexError):
        for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            left, _, right = line.partition(" - ")
            point = left.split(" ")[4].replace("\\040", " ")
            if place == point or place.startswith(point.rstrip("/") + "/"):
                kinds.append((len(point), right.split(" ")[0]))
    return max(kinds, default=(0, ""))[1] in _NETWORKS
