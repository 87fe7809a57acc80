"""The issues of the matrix: renamed, merged, pinned, and positions put under another."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask


class Issues:
    """What the analyst does with issues."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._view = view
        self._state = state

    def actions(self) -> Actions:
        """Put positions under another issue, pin."""
        return {"split": self.put_under, "pin": self.pin}

    def rename(self, issues: Sequence[str]) -> None:
        """Ask for another label of an issue, or for the one that several are to have."""
        first = next(iter(issues), "")
        others = tuple(i for i in self._view.matrix.issues if len(issues) > 1 or i != first)

        def named(label: str | None) -> None:
            if label and [label] != list(issues):
                call = lambda: self._gateway.case.rename_issues(issues, label)  # noqa: E731
                self._gateway.change(call, wording.described, lambda _: self._go_to(label))

        title = "Rename this issue, or merge it into another"
        if len(issues) > 1:
            title = f"What are these {len(issues):,} issues, as one?"
        if issues:
            self._navigator.open(Ask(title, first, others), named)

    def merge(self, issues: Sequence[str]) -> None:
        """Let issues be one, under a label that is asked for."""
        if len(issues) < 2:
            self._notifier.say("Select the issues that are one (space), then merge them.")
        elif self._gateway.writable():
            self.rename(issues)

    def _go_to(self, label: str) -> None:
        view = self._view.matrix_view
        view.clear_selection()
        view.go(one_line(label), view.holder)

    def put_under(self) -> None:
        """Put positions under another issue, or one of their own."""
        rows = self._view.positions()
        if not rows:
            self._notifier.say("There is no position here; 3 shows them.")
            return
        if not self._gateway.writable():
            return
        ids, about = [row.id for row in rows], wording.about(rows)

        def named(label: str | None) -> None:
            if label and label.strip():
                call = lambda: self._gateway.case.put_under(ids, label)  # noqa: E731
                self._gateway.change(call, f"{about} under “{one_line(label)}”; u undoes it")

        issues = self._view.matrix.issues
        dialog = Ask(f"Put {about} under which issue?", choices=issues, placeholder="another issue, or a new one")
        self._navigator.open(dialog, named)

    def pin(self) -> None:
        """Pin the issue in hand, or let it go."""
        case, view = self._gateway.case, self._view.matrix_view
        issue = view.issue if self._state.now.pane == "positions" else ""
        if not issue:
            self._notifier.say("There is no issue here; 3 shows them.")
        elif issue in view.matrix.pinned:
            said = f"“{one_line(issue)}” is grouped by the machine again"
            self._gateway.change(lambda: case.revert(["issue"], issue), said)
        else:
            said = f"◆ “{one_line(issue)}” is pinned: articles to come are put under it"
            self._gateway.change(lambda: case.rename_issues([issue], issue), said)
