"""A case in a network folder: no log, one writer at a time, and nothing lost of a case that was elsewhere before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.store import Store, articles, connection, integrity, journal_mode
from workbench.work import Case

from .conftest import fill

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /srv/news\\040desk rw shared:9 - nfs4 server:/news rw
41 40 8:2 / /srv/news\\040desk/local rw - ext4 /dev/sdb1 rw
42 22 0:50 / /media/shared rw - fuse.sshfs me@host: rw
"""


@pytest.fixture
def without_shared_memory(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on SQLite finds no memory that connections could share, as in some network folders."""
    connect = sqlite3.connect

    def connected(address: str, **given: Any) -> sqlite3.Connection:
        return connect(f"{address}&vfs=unix-dotfile", **given)

    return lambda: monkeypatch.setattr(sqlite3, "connect", connected)


@pytest.mark.parametrize(
    ("place", "network"),
    [
        ("/srv/news desk/case.db", True),
        ("/srv/news desk/local/case.db", False),
        ("/media/shared/a/case.db", True),
        ("/media/shared2/case.db", False),
        ("/home/ann/case.db", False),
    ],
)
def test_the_longest_mount_says_where_a_file_is(tmp_path: Path, place: str, network: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert journal_mode.is_on_network(Path(place), mounts) == network
    assert not journal_mode.is_on_network(Path(place), tmp_path / "none")


def test_a_case_in_a_network_folder_has_no_log_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.db"
    with Case.open(path) as case:
        fill(case.db)
        assert case.notice == ""
    monkeypatch.setattr(connection, "is_on_network", lambda _: True)
    monkeypatch.setattr(journal_mode, "is_on_network", lambda _: True)
    with Case.open(path) as case, Case.open(path) as other:
        assert case.db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert case.db.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert case.notice == "case.db is in a network folder: one program at a time can write to it, the others wait."
        assert len(articles.ids(other.db)) == 3


def test_a_new_case_is_made_where_no_memory_can_be_shared(
    tmp_path: Path, without_shared_memory: Callable[[], None]
) -> None:
    without_shared_memory()
    with Store.open(tmp_path / "case.db") as store:
        assert len(fill(store.db)) == 3
        assert not store.has_log


def test_a_case_that_had_a_log_is_written_where_no_memory_can_be_shared(
    tmp_path: Path, without_shared_memory: Callable[[], None]
) -> None:
    with Store.open(tmp_path / "case.db") as store:
        fill(store.db)
    without_shared_memory()
    with Store.open(tmp_path / "case.db") as store:
        assert (store.read_only, store.has_log) == (False, False)
        assert len(articles.ids(store.db)) == 3
        assert integrity.check(store.db) == ()


def test_the_database_of_another_program_keeps_its_log(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE t (a)")
    assert not journal_mode.leave_log(path.as_uri())
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
