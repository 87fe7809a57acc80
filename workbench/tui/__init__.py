"""The desk: the terminal interface over one case. It calls the use cases of `work` and nothing beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.work import Case


def run(case: Case, settings: Settings, analyse: bool = True, problem: str = "") -> None:
    """Open the desk on a case until the analyst leaves; `problem` is shown first, line by line."""
    from workbench.tui import rubbish
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.tour import newcomer

    with rubbish.put_off():
        WorkbenchApp(case, settings, analyse=analyse, problem=problem, newcomer=newcomer()).run()
