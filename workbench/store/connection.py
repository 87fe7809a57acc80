"""Opening a case: one SQLite connection for each thread, and the schema brought up to date.

A case is recognised by SQLite's application id, its schema by the user version (the number of the last migration).
Nothing is written before both are known to be ours, so opening the wrong file changes nothing. A good case that cannot
be written is opened read-only.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from weakref import WeakSet

from workbench.config.data_folders import data_folder
from workbench.errors import CaseDamaged, CaseReadOnly, CaseTooNew, NotACase
from workbench.store.database import Database
from workbench.store.journal_mode import APPLICATION_ID, BUSY_SECONDS, has_log, is_on_network, leave_log, use_log
from workbench.store.transactions import translated_errors

_MAGIC = b"SQLite format 3\x00"
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_UNSHARED = {sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_IOERR_SHMSIZE}
"""No memory can be shared where the case is."""


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Number and SQL of every migration, in order."""
    files = sorted((data_folder("db") / "migrations").glob("[0-9]*.sql"))
    return tuple((int(f.name.split("_")[0]), f.read_text(encoding="utf-8")) for f in files)


def latest_version() -> int:
    """The schema this program knows."""
    return migrations()[-1][0]


class _Connected:
    """A thread's connection: only its thread holds it, so it is closed when the thread ends."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def __del__(self) -> None:
        self.db.close()


class Store:
    """An open case file, for any thread."""

    def __init__(self, path: Path, uri: str, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.has_log = True
        """Whether others can read while one writes."""
        self._uri = uri
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: WeakSet[_Connected] = WeakSet()

    @classmethod
    def open(cls, path: Path, create: bool = True) -> Store:
        """Open the case at `path`, making it if it does not exist; raises a CaseError when it cannot be used."""
        path = Path(path)
        exists = _check_file(path, create)
        with translated_errors(path.name):
            for uri, read_only in _connection_uris(path, exists):
                store = cls(path, uri, read_only)
                try:
                    store._prepare()
                except sqlite3.OperationalError as error:
                    store.close()
                    code = error.sqlite_errorcode
                    if not exists or not (code & 0xFF in _UNWRITABLE or code in _UNSHARED):
                        raise
                    refused = error
                except BaseException:
                    store.close()
                    raise
                else:
                    return store
            raise refused

    @property
    def db(self) -> Database:
        """This thread's connection."""
        found: _Connected | None = getattr(self._local, "connected", None)
        if found is None:
            with translated_errors(self.path.name):
                found = self._connect()
        return found.db

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            opened, self._opened = self._opened, WeakSet()
        self._local = threading.local()
        for connected in opened:
            connected.db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _connect(self) -> _Connected:
        connection = sqlite3.connect(
            self._uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connected = _Connected(Database(connection))
        with self._lock:
            self._opened.add(connected)
        connected.db.execute("PRAGMA foreign_keys = ON")
        _make_safe(connected.db, self.has_log)
        self._local.connected = connected
        return connected

    def _prepare(self) -> None:
        """Recognise the file, then bring its schema up to date."""
        db = self._connect().db
        version = _schema_version(db, self.path.name)
        if self.read_only:
            if version < latest_version():
                raise CaseReadOnly(
                    f"{self.path.name} has an older schema ({version}) and cannot be written to bring it up to date.",
                    "Copy it to a folder of yours and open the copy.",
                )
            return
        if version:
            _check_writable(db)
        if version < latest_version() or is_on_network(self.path):
            use_log(db, self.path)
        self.has_log = has_log(db)
        _make_safe(db, self.has_log)
        if version < latest_version():
            _migrate(db)


def _make_safe(db: Database, has_log: bool) -> None:
    """Let a loss of power leave a whole case: without a log, each commit has to wait for the disk."""
    db.execute(f"PRAGMA synchronous = {'NORMAL' if has_log else 'FULL'}")


def _check_file(path: Path, create: bool) -> bool:
    """Whether the file exists; refuses what cannot be a case before SQLite touches it."""
    try:
        if path.is_dir():
            raise NotACase(f"{path} is a folder, not a case.", "Give the name of a file.")
        if not path.exists():
            if not create:
                raise NotACase(f"There is no case at {path}.", "`workbench add SOURCE --case FILE` makes one.")
            path.parent.mkdir(parents=True, exist_ok=True)
            return False
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CaseReadOnly(f"{path} cannot be opened: {reason}.", "Look at the name and its permissions.") from error
    if start and start != _MAGIC:
        raise NotACase(
            f"{path.name} is not a case of the workbench.", "Give the name of another file, or of a new one."
        )
    return bool(start)


def _connection_uris(path: Path, exists: bool) -> Iterator[tuple[str, bool]]:
    """Addresses to try in turn, and whether each is read-only; the last is for folders without room for lock files."""
    address = path.absolute().as_uri()
    yield f"{address}?mode=rwc", False
    if exists:
        if leave_log(f"{address}?mode=rw"):
            yield f"{address}?mode=rwc", False
        yield f"{address}?mode=ro", True
        yield f"{address}?mode=ro&immutable=1", True


def _schema_version(db: Database, name: str) -> int:
    """The schema's number; 0 for an empty database."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and (application or version or tables):
        raise NotACase(
            f"{name} is another program's database, not a case of the workbench.", "Give the name of another file."
        )
    if version > latest_version():
        raise CaseTooNew(
            f"This case was made by a newer version (schema {version}, this program knows {latest_version()}). "
            "Nothing was changed.",
            "Upgrade with `pip install --upgrade analyst-workbench`.",
        )
    if application and not tables:
        raise CaseDamaged(f"{name} is damaged: it has no tables.", "Take a copy from your backups.")
    return version


def _check_writable(db: Database) -> None:
    """Raise if the file cannot be written; somebody else writing at the moment is no hindrance to reading."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("UPDATE revision SET number = number WHERE 0")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def _migrate(db: Database) -> None:
    """Apply what is missing, each migration in a transaction; another process may be doing the same."""
    for number, sql in migrations():
        db.execute("BEGIN IMMEDIATE")
        try:
            if int(db.execute("PRAGMA user_version").fetchone()[0]) < number:
                db.tools.executescript(sql)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise
