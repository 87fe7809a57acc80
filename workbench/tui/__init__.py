"""The desk: the terminal interface over one case. It calls the use cases of `work` and nothing beneath them."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.config import Settings
    from workbench.work import Case

_TURN = 0.001
"""Seconds that a thread may keep the interpreter while the desk wants to paint; Python's own 5 ms are felt."""


def run(
    case: Case,
    settings: Settings,
    analyse: bool = True,
    problem: str = "",
    *,
    fleeting: bool = False,
    served: Path | None = None,
) -> None:
    """Open the desk on a case until the analyst leaves; `problem` is shown first, line by line.

    How the desk is left is kept for the next time, unless the settings say otherwise or the case is `fleeting`.
    `served`: in a browser, the folder whose files the desk may touch.
    """
    from workbench.tui import garbage_collection

    sys.setswitchinterval(_TURN)
    with garbage_collection.put_off():
        from workbench.config import state_path
        from workbench.tui.app import WorkbenchApp
        from workbench.tui.desk_memory import DeskMemory, file_of
        from workbench.tui.tour import newcomer

        memory = DeskMemory(file_of(case.path, state_path()) if settings.restore and not fleeting else None)
        app = WorkbenchApp(
            case, settings, analyse=analyse, problem=problem, newcomer=newcomer(), memory=memory, served=served
        )
        app.run()
    with suppress(OSError):  # said already, if it has not worked before
        memory.save()
