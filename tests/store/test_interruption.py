"""Reads that end before they are done: unwanted ones, long ones, and those of who presses `^C`."""

from __future__ import annotations

import pytest

from workbench.errors import TakesTooLong, Unwanted
from workbench.store.database import Database
from workbench.store.interruption import time_limit, while_wanted
from workbench.store.transactions import reading

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def endless(db: Database) -> None:
    with reading(db):
        db.execute(ENDLESS).fetchone()


def test_a_read_that_nobody_waits_for_ends(db: Database) -> None:
    asked = []
    with pytest.raises(Unwanted):
        while_wanted(lambda: asked.append(1) or len(asked) < 3, lambda: endless(db))  # type: ignore[func-returns-value]

    with reading(db):
        assert db.execute("SELECT 7").fetchone() == (7,)


def test_a_read_that_takes_too_long_ends_and_says_so(db: Database) -> None:
    with pytest.raises(TakesTooLong), time_limit(0.01):
        endless(db)


def test_what_interrupts_the_program_interrupts_a_read(db: Database) -> None:
    def pressed() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        while_wanted(pressed, lambda: endless(db))
