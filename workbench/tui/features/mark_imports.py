"""Marks of files into the case: what they would do is shown before it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.errors import UsageError
from workbench.model.imported_marks import Imported
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.features.jobs import Jobs
from workbench.tui.job import Job
from workbench.tui.path_completion import completions
from workbench.tui.ports import Actions, Host, Navigator
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Confirm
from workbench.tui.screens.form import Field, Form

ABOUT = "An export of the workbench, W3C annotations, or a project of QualCoder, MAXQDA and others (.qdpx)"
WIDEST = 100
SHOWN = 8
"""So many changes are listed before they are made; all of them are among the messages."""


class MarkImports:
    """Brings in what files say."""

    def __init__(self, gateway: CaseGateway, host: Host, navigator: Navigator, jobs: Jobs) -> None:
        self._gateway = gateway
        self._host = host
        self._navigator = navigator
        self._jobs = jobs

    def actions(self) -> Actions:
        """Import."""
        return {"import_marks": self.ask}

    def ask(self) -> None:
        """Ask for a file, show what it would do, and do that."""
        if not self._gateway.writable():
            return
        offered = partial(completions, place=self._host.files.source)
        place = "quotes.csv, case.xlsx, annotations.json or project.qdpx"
        field = Field("source", "from", placeholder=place, needed=True, offers=offered)

        def given(values: dict[str, str] | None) -> None:
            if values and (source := values.get("source", "")):
                self.try_out(source)

        self._navigator.open(Form("Import marks", [field], ABOUT, deed="look at it"), given)

    def try_out(self, typed: str) -> None:
        """Show what a file would do."""
        try:
            path = self._host.files.source(typed)
        except UsageError as error:
            self._host.say_error(error)
            return
        self._run("reading", path, True, lambda found: self._confirm(path, found))

    def _confirm(self, path: str, found: Imported) -> None:
        lines = list(found.told(dry_run=True))
        self._host.messages.add("\n".join([*lines, *map(_line, _listed(found, len(found.changes)))]))
        if not found.changes:
            self._host.say(lines[0], "warning" if found.unplaced else "information")
            return
        more = len(found.changes) - SHOWN
        text = [*_listed(found, SHOWN), *([f"… and {more:,} more; ^l has them all"] if more > 0 else [])]
        if found.unplaced:
            text.append(f"{len(found.unplaced):,} could not be placed: ^l says why")
        question = Confirm(f"Import {found.summary}?", "\n".join(map(_line, text)))
        self._navigator.open(question, lambda yes: self._run("importing", path, False, self._done) if yes else None)

    def _done(self, found: Imported) -> None:
        self._host.say(f"{next(found.told()).rstrip('.')}; u undoes it")
        self._gateway.show_change()

    def _run(self, verb: str, path: str, dry_run: bool, then: Callable[[Imported], None]) -> None:
        job, case = Job(verb), self._gateway.case

        def done(result: object) -> None:
            if isinstance(result, Imported):
                then(result)

        call = lambda: case.import_annotations([path], dry_run=dry_run, report=job.report, stop=job.stop)  # noqa: E731
        self._jobs.start(job, call, done)


def _listed(found: Imported, most: int) -> list[str]:
    return [f"{each.what}: {each.said}" + (f" — {each.words}" if each.words else "") for each in found.changes[:most]]


def _line(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"
