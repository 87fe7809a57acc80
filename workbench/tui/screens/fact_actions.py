"""What the analyst does with the fact in a phrasing diff: accept, reject, part and move phrasings, copy, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from workbench.model import Fact
from workbench.tui import wording
from workbench.tui.case_gateway import READ_ONLY, Runner
from workbench.tui.file_export import Wanted, offers, preview, write
from workbench.tui.ports import Actions, Host
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.export_dialog import ExportDialog
from workbench.tui.signs import JUDGED_AS
from workbench.views import Comparison, Row

if TYPE_CHECKING:
    from workbench.work import Case

ALONE = "This was its last phrasing beside another: the fact is gone; u on the desk undoes it."


class FactInHand(Protocol):
    """The diff, as the actions on its fact see it."""

    facts: list[Row[Fact]]
    comparison: Comparison | None

    @property
    def fact(self) -> Row[Fact]:
        """The fact in hand."""

    def put(self, fact: Row[Fact] | None) -> None:
        """Show the fact as it is now; None: it is gone."""


class FactActions:
    """The actions of the diff that change the fact, or hand it on."""

    def __init__(self, case: Case, host: Host, run: Runner, diff: FactInHand, open_: Callable[..., object]) -> None:
        """`open_` shows a dialog, and calls what it is given with the answer."""
        self._case = case
        self._host = host
        self._run = run
        self._diff = diff
        self._open = open_

    def actions(self) -> Actions:
        """All of them by name."""
        return {
            "judge": self.judge,
            "part": self.part,
            "move": self.move,
            "copy": self.copy,
            "export": self.ask_export,
        }

    def _change(self, call: Callable[[], str], said: str) -> None:
        """Change the case, and show the fact whose id the call gives; without one, the next fact."""
        if self._case.read_only:
            self._host.say(READ_ONLY, "warning")
            return

        def changed() -> Row[Fact] | None:
            id = call()
            return self._case.fact(id) if id else None

        def done(row: Row[Fact] | None) -> None:
            self._host.say(said if row else ALONE)
            self._diff.put(row)

        self._run("change", changed, done, lane="write")

    # Judging and parting

    def judge(self, status: str) -> None:
        """Accept or reject the fact; what is so already is a suggestion again."""
        fact = self._diff.fact
        wanted = "suggested" if fact.value.status == status else status

        def judge() -> str:
            self._case.judge([fact.id], wanted)
            return fact.id

        self._change(judge, f"The fact is {JUDGED_AS[wanted]}; u on the desk undoes it")

    def part(self) -> None:
        """Take the base phrasing out of the fact."""
        if self._diff.comparison is None:
            return
        one, id = self._diff.comparison.columns[0], self._diff.fact.id
        place = (one.phrasing.article_id, one.phrasing.span)
        said = f"Parted what {wording.outlet(one.head)} says; u on the desk undoes it"
        self._change(lambda: self._case.part(id, [place]), said)

    def move(self) -> None:
        """Put the base phrasing into another fact of the list."""
        here = self._diff.fact.id
        others = {one_line(row.value.gist): row.id for row in self._diff.facts if row.id != here}
        if self._diff.comparison is None or not others:
            self._host.say("There is no other fact in the list to move it to.")
            return
        one = self._diff.comparison.columns[0].phrasing

        def named(gist: str | None) -> None:
            target = others.get(gist or "")
            if target:
                said = "Moved; this is the fact that has it now. u on the desk undoes it"
                self._change(lambda: self._case.move(here, (one.article_id, one.span), target), said)
            elif gist:
                self._host.say("No fact of the list is called that; choose one with ↓.", "warning")

        title = f"Which fact states “{wording.brief(one.text)}”?"
        self._open(Ask(title, choices=tuple(others), placeholder="part of what it says"), named)

    # Handing on

    def copy(self) -> None:
        """The diff as a Markdown table."""
        from workbench.export.diffs import in_markdown

        if self._diff.comparison is not None:
            self._host.copy(in_markdown(self._diff.comparison), "the diff as a Markdown table")

    def ask_export(self) -> None:
        """The fact in hand to a file."""
        formats = sorted(offers("facts"), key=lambda each: len(each.panes))
        files = self._host.files
        self._open(ExportDialog("facts", formats, 1, len(self._diff.facts), files, self._preview), self._export)

    def _preview(self, wanted: Wanted, then: Callable[[str], None]) -> None:
        chosen = [self._diff.fact] if wanted.only_selected else self._diff.facts
        ids = [row.id for row in chosen if row is not None]
        self._run("preview", lambda: preview(self._case, wanted, "facts", ids), then)

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        chosen: Sequence[Row[Fact]] = [self._diff.fact] if wanted.only_selected else self._diff.facts
        ids = [row.id for row in chosen]

        def written(count: int) -> None:
            self._host.say(f"{wording.count(count, 'fact')} written to {one_line(str(wanted.path))}")
            self._host.hand_over(wanted.path)

        self._run("export", lambda: write(self._case, wanted, "facts", "", ids), written, lane="job")
