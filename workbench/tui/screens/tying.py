"""What the analyst does with the fact in a phrasing diff: accept, reject, part and move phrasings, copy, export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from workbench.errors import WorkbenchError
from workbench.model import Fact
from workbench.tui import wording
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.export_dialog import ExportDialog, Offer, Wanted
from workbench.views import Comparison, Row

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.work import Case

ALONE = "This was its last phrasing beside another: the fact is gone; u on the desk undoes it."


class Tying(Screen[Any]):
    """The actions of the diff that change the fact, or hand it on."""

    case: Case
    facts: list[Row[Fact]]
    number: int
    comparison: Comparison | None

    def load(self, base: str = "") -> None:
        """Compare the fact in hand."""
        raise NotImplementedError

    @property
    def desk(self) -> WorkbenchApp:
        """The app, which says things."""
        return cast("WorkbenchApp", self.app)

    @property
    def fact(self) -> Row[Fact]:
        """The fact in hand."""
        return self.facts[self.number]

    def _do(self, call: Callable[[], str], said: str) -> None:
        """Change the case, and show the fact whose id the call gives; without one, the next fact."""
        if self.case.read_only:
            self.desk.say("This case is read-only: nothing was changed. Open a copy to work on it.", "warning")
            return
        work: Any = partial(self._done, call, said)
        self.run_worker(work, group="change", exit_on_error=False)

    async def _done(self, call: Callable[[], str], said: str) -> None:
        try:
            id = await self.desk.gate.run("write", call)
            row = await self.desk.gate.run("read", lambda: self.case.fact(id)) if id else None
        except WorkbenchError as error:
            self.desk.say_error(error)
            return
        except Exception as error:  # the desk stays open and says so
            self.desk.crashed(error)
            return
        self.desk.say(said if row else ALONE)
        if row is not None:
            self.facts[self.number] = row
        else:
            del self.facts[self.number]
        if self.facts:
            self.number %= len(self.facts)
            self.load()
        else:
            self.dismiss(None)

    # Judging and parting

    def action_judge(self, status: str) -> None:
        """Accept or reject the fact; what is so already is a suggestion again."""
        wanted = "suggested" if self.fact.value.status == status else status
        word = {"confirmed": "✓ accepted", "rejected": "✗ rejected", "suggested": "a suggestion again"}[wanted]
        id = self.fact.id

        def judge() -> str:
            self.case.judge([id], wanted)
            return id

        self._do(judge, f"The fact is {word}; u on the desk undoes it")

    def action_part(self) -> None:
        """Take the base phrasing out of the fact."""
        if self.comparison is None:
            return
        one, id = self.comparison.columns[0], self.fact.id
        place = (one.phrasing.article_id, one.phrasing.span)
        said = f"Parted what {wording.outlet(one.head)} says; u on the desk undoes it"
        self._do(lambda: self.case.part(id, [place]), said)

    def action_move(self) -> None:
        """Put the base phrasing into another fact of the list."""
        others = {one_line(row.value.gist): row.id for row in self.facts if row.id != self.fact.id}
        if self.comparison is None or not others:
            self.desk.say("There is no other fact in the list to move it to.")
            return
        one, id = self.comparison.columns[0].phrasing, self.fact.id

        def named(gist: str | None) -> None:
            target = others.get(gist or "")
            if target:
                said = "Moved; this is the fact that has it now. u on the desk undoes it"
                self._do(lambda: self.case.move(id, (one.article_id, one.span), target), said)
            elif gist:
                self.desk.say("No fact of the list is called that; choose one with ↓.", "warning")

        title = f"Which fact states “{wording.brief(one.text)}”?"
        self.app.push_screen(Ask(title, choices=tuple(others), placeholder="part of what it says"), named)

    # Handing on

    def action_copy(self) -> None:
        """The diff as a Markdown table."""
        from workbench.export.diffs import in_markdown

        if self.comparison is not None:
            self.desk.copy(in_markdown(self.comparison), "the diff as a Markdown table")

    def action_export(self) -> None:
        """The fact in hand to a file."""
        from workbench.export import FORMATS

        of_facts = sorted((f for f in FORMATS.values() if "facts" in f.panes), key=lambda f: len(f.panes))
        offers = [Offer(each.name, each.extension, each.description) for each in of_facts]
        self.app.push_screen(ExportDialog("facts", offers, 1, len(self.facts), self.desk.files), self._export)

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        ids = [self.fact.id] if wanted.only_selected else [row.id for row in self.facts]
        work: Any = partial(self._write, wanted, ids)
        self.run_worker(work, group="export", exit_on_error=False)

    async def _write(self, wanted: Wanted, ids: list[str]) -> None:
        from workbench.export import FORMATS, new_file

        def write() -> int:
            encoding = FORMATS[wanted.format].encoding
            with new_file(wanted.path, encoding=encoding, force=wanted.overwrite) as stream:
                return self.case.export(wanted.format, "facts", stream, "", ids)

        try:
            count = await self.desk.gate.run("job", write)
        except WorkbenchError as error:
            self.desk.say_error(error)
        except Exception as error:  # the desk stays open and says so
            self.desk.crashed(error)
        else:
            self.desk.say(f"{wording.count(count, 'fact')} written to {one_line(str(wanted.path))}")
            self.desk.hand_over(wanted.path)
