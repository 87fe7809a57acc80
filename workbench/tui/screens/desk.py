"""The desk: all its layers in one."""

from __future__ import annotations

from workbench.tui.screens.touring import Touring


class Desk(Touring):
    """The screen that one works at."""

    @property
    def running(self) -> bool:
        """Whether a job would be cut short by leaving."""
        return bool(self.jobs)
