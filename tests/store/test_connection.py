"""Opening a case: what is recognised, what is refused and in which words, and that refusing changes nothing."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest

from workbench.config.data_folders import data_folder
from workbench.errors import CaseDamaged, CaseError, CaseLocked, CaseReadOnly, CaseTooNew, NotACase
from workbench.store import Store, articles, integrity, notes, search
from workbench.store import connection as connect
from workbench.store.transactions import case_error, revision_number, writing

from .conftest import fill, made

DESCRIPTORS = Path("/proc/self/fd")


def schema(path: Path) -> list[tuple[str, str, str]]:
    """Every table, index, view and trigger of a database, with its SQL."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return rows.fetchall()


def test_schema_sql_is_what_the_migrations_make(tmp_path: Path) -> None:
    Store.open(tmp_path / "case.db").close()
    with closing(sqlite3.connect(tmp_path / "plain.db")) as connection:
        connection.executescript((data_folder("db") / "schema.sql").read_text(encoding="utf-8"))
    assert schema(tmp_path / "plain.db") == schema(tmp_path / "case.db")


def test_a_new_case_is_ours_and_up_to_date(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new folder" / "#1 ?.db") as store:
        names = ("application_id", "user_version", "journal_mode", "foreign_keys", "recursive_triggers")
        pragmas = [store.db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert pragmas == [connect.APPLICATION_ID, connect.latest_version(), "wal", 1, 1]


def test_an_older_case_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        number, sql = connect.migrations()[0]
        connection.executescript(sql)
        connection.execute(f"PRAGMA application_id = {connect.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
    with Store.open(path) as store:
        assert len(fill(store.db)) == 3
        assert integrity.check(store.db) == ()


def test_two_that_make_the_same_case_at_once_both_get_it(tmp_path: Path) -> None:
    path, opened, failed = tmp_path / "case.db", [], []

    def make() -> None:
        try:
            opened.append(Store.open(path))
        except CaseError as error:
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in opened:
        store.close()
    assert failed == []
    assert len(opened) == 4


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE contact (name TEXT)")


def _newer(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def _damaged(path: Path) -> None:
    Store.open(path).close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (lambda p: p.write_text("Norland rejected a toll."), NotACase, "is not a case"),
        (lambda p: p.write_bytes(b"SQL"), NotACase, "is not a case"),
        (lambda p: p.write_bytes(b"SQLite format 3\0" + b"\0" * 400), CaseError, "is "),
        (lambda p: p.mkdir(), NotACase, "is a folder"),
        (_other_database, NotACase, "another program's database"),
        (_newer, CaseTooNew, "schema 999, this program knows"),
        (_damaged, CaseDamaged, "is damaged"),
    ],
    ids=["text", "short", "empty header", "folder", "other", "newer", "damaged"],
)
def test_what_is_refused_says_why_and_stays_as_it_was(tmp_path: Path, make, kind, words) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as caught:
        Store.open(path)
    assert words in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_case_that_is_not_there_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match="There is no case at"):
        Store.open(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


@contextmanager
def as_anybody() -> Iterator[None]:
    """Without the rights of root, if the tests have them; what a search imports late may be readable to root alone."""
    root = os.geteuid() == 0
    for name in ("workbench.store.query.parser", "workbench.store.query.suggestions", "rapidfuzz.process"):
        import_module(name)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that anybody can reach (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home)
        path.chmod(0o777)
        yield path
        path.chmod(0o777)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o777, 0o555], ids=["file", "file and folder"])
def test_a_good_case_that_cannot_be_written_is_opened_to_read(public: Path, mode: int) -> None:
    path = public / "case.db"
    with Store.open(path) as store:
        fill(store.db)
    path.chmod(0o444)
    public.chmod(mode)
    with as_anybody(), Store.open(path) as store:
        assert store.read_only
        assert search.search(store.db, "quotes", "toll").total == 1
        assert search.search(store.db, "quotes", "tol").suggestion == "toll"
        assert integrity.check(store.db) == ()
        with pytest.raises(CaseReadOnly) as caught:
            notes.tag(store.db, [articles.ids(store.db)[0]], "key")
        assert caught.value.hint


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_cannot_be_written_takes_no_new_case(public: Path) -> None:
    public.chmod(0o555)
    with as_anybody(), pytest.raises(CaseReadOnly):
        Store.open(public / "new.db")


def test_a_writer_that_holds_the_case_is_named_and_reading_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [a.id for a in fill(store.db)]
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder, Store.open(store.path) as other:
        holder.execute("BEGIN IMMEDIATE")
        with Store.open(store.path) as third:
            assert not third.read_only
        assert search.search(other.db, "articles").total == 3
        with pytest.raises(CaseLocked) as caught:
            notes.tag(other.db, ids, "key")
        assert caught.value.hint
        holder.execute("ROLLBACK")
        notes.tag(other.db, ids, "key")
        assert notes.tags(store.db) == ("key",)


def test_a_case_locked_altogether_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.db"
    Store.open(path).close()
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseLocked):
            Store.open(path)


def test_a_full_disk_loses_nothing(store: Store) -> None:
    fill(store.db)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    document, article = made("Harbour Post")
    large = type(document)("large.txt", os.urandom(400_000), "text/plain")
    new = type(article)(large.id, "large.txt", "toll " * 50_000)
    with pytest.raises(CaseError, match="disk is full"):
        articles.add(store.db, large, new)
    assert len(articles.ids(store.db)) == 3
    assert integrity.check(store.db) == ()


def test_faults_of_our_own_are_not_dressed_up(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), writing(store.db):
        store.db.execute("SELEC 1")
    assert case_error(sqlite3.IntegrityError("x"), "case.db") is None


def test_threads_and_stores_see_each_others_changes(store: Store) -> None:
    ids = [a.id for a in fill(store.db)]
    before = revision_number(store.db)
    with Store.open(store.path) as other:
        seen: list[tuple[int, int]] = []

        def work() -> None:
            notes.tag(other.db, ids[:1], "key")
            seen.append((id(other.db), revision_number(other.db)))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert notes.tags(other.db) == notes.tags(store.db) == ("key",)
        assert seen[0][0] != id(other.db)
        assert seen[0][1] == revision_number(store.db) == revision_number(other.db) > before
        notes.tag(other.db, ids[:1], "key")
        search.search(other.db, "articles")
        assert revision_number(store.db) == seen[0][1]


def test_a_broken_write_leaves_nothing(store: Store) -> None:
    ids = [a.id for a in fill(store.db)]
    before = revision_number(store.db)

    def fail() -> None:
        notes.tag(store.db, ids, "key")
        raise RuntimeError

    with pytest.raises(RuntimeError), writing(store.db):
        fail()
    assert notes.tags(store.db) == ()
    assert revision_number(store.db) == before


def test_a_connection_goes_with_its_thread(store: Store) -> None:
    def look() -> None:
        assert store.db.execute("SELECT count(*) FROM article").fetchone() == (0,)

    def come_and_go(times: int) -> int:
        for _ in range(times):
            thread = Thread(target=look)
            thread.start()
            thread.join()
        return len(list(DESCRIPTORS.iterdir())) if DESCRIPTORS.is_dir() else 0

    assert come_and_go(5) == come_and_go(50)
    assert len(store._opened) == 1
    look()
