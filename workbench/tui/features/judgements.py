"""Judgements on positions and facts: accept, reject, merge, another stance, each by one key."""

from __future__ import annotations

from workbench.model import STANCES, Fact, Position
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_view import DeskView
from workbench.tui.features.issues import Issues
from workbench.tui.features.people import People
from workbench.tui.ports import Actions, Notifier
from workbench.tui.sanitizing import one_line
from workbench.tui.signs import JUDGED_AS
from workbench.views import Person, Row

STEPS = ("ruled_out", "opposes", "concerned", "unclear", "considering", "open", "supports", "committed")
"""The stances from most against to most for; what else there is counts as its neighbour of the same side."""


class Judgements:
    """What the analyst thinks of what the machine found."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, view: DeskView, issues: Issues,
                 people: People) -> None:  # fmt: skip
        self._gateway = gateway
        self._notifier = notifier
        self._view = view
        self._issues = issues
        self._people = people

    def actions(self) -> Actions:
        """Accept, reject, stance, merge."""
        return {"judge": self.judge, "restance": self.restance, "merge": self.merge}

    def _positions(self) -> list[Row[Position]]:
        found = self._view.positions()
        if not found:
            self._notifier.say("There is no position here; 3 shows them.")
        return found

    def judge(self, status: str) -> None:
        """Accept or reject; what is so already is a suggestion again."""
        rows = [row for row in self._view.targets() if isinstance(row.value, Fact)] or self._positions()
        if rows:
            ids = [row.id for row in rows]
            wanted = "suggested" if all(row.value.status == status for row in rows) else status
            said = f"{wording.about(rows)}: {JUDGED_AS[wanted]}; u undoes it"
            self._gateway.change(lambda: self._gateway.case.judge(ids, wanted), said)

    def restance(self, by: int) -> None:
        """One step along the stances."""
        rows = self._positions()
        if len(rows) > 1:
            self._notifier.say("Several positions: go to the evidence (⏎) and take one.")
        elif rows:
            row = rows[0]
            stance = _stepped(row.value.stance, by)
            said = f"{one_line(row.value.holder_name)}{row.value.apart}: {wording.stance_word(stance)}; u undoes it"
            self._gateway.change(lambda: self._gateway.case.correct([row.id], {"stance": stance}), said)

    def merge(self) -> None:
        """Let the selected facts or people, or issues of the matrix, be one."""
        issues = self._view.issues()
        if issues is not None:
            self._issues.merge(issues)
            return
        if people := [row for row in self._view.targets() if isinstance(row.value, Person)]:
            self._people.merge(people)
            return
        ids = [row.id for row in self._view.targets() if isinstance(row.value, Fact)]
        if len(ids) < 2:
            self._notifier.say("Select the facts that are one (space), then merge them; 4 shows facts.")
        else:
            said = f"{len(ids)} facts are one; u undoes it"
            self._gateway.change(lambda: self._gateway.case.merge(ids), said, self._view.rows.settle_on)


def _stepped(stance: str, by: int) -> str:
    if stance in STEPS:
        return STEPS[max(0, min(len(STEPS) - 1, STEPS.index(stance) + by))]
    polarity = STANCES[stance][0]
    neighbour = {1: "supports", 0: "considering", -1: "opposes"}[polarity]
    return STEPS[STEPS.index(neighbour) + (by if by < 0 else 0)]
