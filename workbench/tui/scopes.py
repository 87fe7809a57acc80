"""Where one is: the scopes whose keys work there, each with what does their actions."""

from __future__ import annotations

from typing import Any

from textual.app import App

from workbench.tui.desk import Desk
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.screens.sheets import Sheet
from workbench.tui.screens.split import SplitScreen
from workbench.tui.screens.text_sheet import TextSheet
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader

_SCOPE_OF: dict[type[object], str] = {
    Desk: "desk", DiffScreen: "diff", SplitScreen: "split", Sheet: "sheet", TextSheet: "text", LineList: "list",
    MatrixView: "matrix",
    Reader: "reader",
}  # fmt: skip


def scopes_at(app: App[Any]) -> dict[str, object]:
    """Scope -> what has its actions: the app, the screen, and what has the focus."""
    found: dict[str, object] = {"app": app}
    for node in (app.screen, app.screen.focused):
        found |= {scope: node for kind, scope in _SCOPE_OF.items() if isinstance(node, kind)}
    return found
