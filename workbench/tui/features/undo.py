"""Undo and redo, and the list of all changes."""

from __future__ import annotations

from workbench.model import Action
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.ports import Actions, Navigator, Notifier
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.sheets import changes
from workbench.views import Row


class Undo:
    """Takes changes back, and makes them again."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator) -> None:
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator

    def actions(self) -> Actions:
        """Undo, redo, changes."""
        return {
            "undo": lambda: self._turn("Undone", "There is nothing to undo.", redo=False),
            "redo": lambda: self._turn("Done again", "There is nothing to do again.", redo=True),
            "changes": self.changes,
        }

    def _turn(self, word: str, nothing: str, *, redo: bool) -> None:
        case = self._gateway.case
        said = lambda action: f"{word}: {one_line(action.label)}" if action else nothing  # noqa: E731
        self._gateway.change(case.redo if redo else case.undo, said)

    def changes(self) -> None:
        """Show every change; the one that is opened is the last that stays."""

        def chosen(row: Row[Action] | None) -> None:
            if row is not None:
                said = f"As after: {one_line(row.value.label)}"
                self._gateway.change(lambda: self._turn_to(row.value.number), said)

        def show(found: tuple[Action, ...]) -> None:
            if found:
                self._navigator.open(changes(found), chosen)
            else:
                self._notifier.say("Nothing was changed yet.")

        self._gateway.ask("changes", self._gateway.case.actions, show, opens=True)

    def _turn_to(self, number: int) -> None:
        """Undo what came after a change, or redo up to it."""
        case = self._gateway.case
        for action in case.actions():
            if action.number > number and not action.undone:
                case.undo()
        for action in reversed(case.actions()):
            if action.number <= number and action.undone:
                case.redo()
