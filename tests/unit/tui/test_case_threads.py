"""Reads of the desk end in their threads when nobody waits for them any more."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from tests.store.test_interruption import endless
from workbench.errors import Unwanted
from workbench.store import Store
from workbench.tui.case_threads import CaseThreads


async def test_a_read_that_is_cancelled_leaves_its_thread(tmp_path: Path) -> None:
    begun, ended, threads = Event(), Event(), CaseThreads()

    def call() -> None:
        begun.set()
        with Store.open(tmp_path / "case.db") as store, pytest.raises(Unwanted):
            endless(store.db)
        ended.set()

    asked = asyncio.create_task(threads.run("read", call))
    await asyncio.to_thread(begun.wait, 20)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked

    assert await asyncio.to_thread(ended.wait, 20)
    threads.close()
