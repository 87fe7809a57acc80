"""What the analyst sees instead of a dead terminal when something of ours goes wrong."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

import platformdirs
from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from workbench.config import APP
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens.dialogs import Dialog


def save_trace(error: BaseException) -> Path | None:
    """Keep the trace in the log folder, else among the temporary files; None where nothing can be written."""
    text = "".join(traceback.format_exception(error))
    name = f"workbench-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    for folder in (platformdirs.user_log_path(APP), Path(gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / name
    return None


class CrashDialog(Dialog[bool]):
    """Says what happened, where the trace is, and that nothing was lost."""

    hint = "⏎ go on   q quit"

    def __init__(self, error: BaseException, path: Path | None) -> None:
        super().__init__("Something went wrong here")
        self.error = error
        self.path = path

    def body(self) -> ComposeResult:
        """The error in a line, and the way to the trace."""
        what = f"{type(self.error).__name__}: {one_line(str(self.error))[:300]}"
        yield Static(plain(what), classes="dialog-text -wrong")
        yield Static(plain("Your case is safe: every change is saved as it is made."), classes="dialog-text")
        if self.path:
            yield Static(plain(f"The trace for a bug report: {self.path}"), classes="dialog-text")

    def on_key(self, event: events.Key) -> None:
        """Enter goes on, q quits."""
        if event.key in {"enter", "q"}:
            event.stop()
            self.dismiss(event.key == "enter")

    def action_save(self) -> None:
        """Go on."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Go on."""
        self.dismiss(True)
