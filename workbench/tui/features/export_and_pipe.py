"""Rows to a file, or to a command of the analyst's."""

from __future__ import annotations

import os
from collections.abc import Callable
from tempfile import TemporaryFile

from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.jobs import Jobs
from workbench.tui.file_export import PREVIEWED, Wanted, offers, preview, write
from workbench.tui.job import Job
from workbench.tui.pipes import MOST, Piped, pipe
from workbench.tui.ports import Actions, Host, Navigator
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.export_dialog import ExportDialog
from workbench.tui.screens.form import Field, Form
from workbench.tui.screens.text_sheet import TextSheet

NOT_SERVED = "From a browser no program is run, whoever has its address: open the case in a terminal for that."


class ExportAndPipe:
    """Exports and pipes."""

    def __init__(self, gateway: CaseGateway, host: Host, navigator: Navigator, view: DeskView, state: StateStore,
                 jobs: Jobs) -> None:  # fmt: skip
        self._gateway = gateway
        self._host = host
        self._navigator = navigator
        self._view = view
        self._state = state
        self._jobs = jobs
        self._last_pipe = ("", "jsonl")
        """The command and the format that were given last."""

    def actions(self) -> Actions:
        """Export, pipe."""
        return {"export": self.ask_export, "pipe": self.ask_pipe}

    def _matching(self) -> int:
        """How many rows of the pane match."""
        now = self._state.now
        return now.surroundings.counts.get(now.pane, 0) if now.surroundings else self._view.rows.count

    # To a file

    def ask_export(self) -> None:
        """Ask what goes where, and write it."""
        pane, chosen = self._state.now.pane, len(self._view.selected_ids() or ())
        dialog = ExportDialog(pane, offers(pane), chosen, self._matching(), self._host.files, self._preview)
        self._navigator.open(dialog, self._export)

    def _preview(self, wanted: Wanted, then: Callable[[str], None]) -> None:
        pane = self._state.now.pane
        ids = self._view.selected_ids() if wanted.only_selected else None
        first = ids or [row.id for row in self._view.rows.pages.get(0, ())[:PREVIEWED]]
        self._gateway.ask("preview", lambda: preview(self._gateway.case, wanted, pane, first), then)

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        pane, query, job = self._state.now.pane, self._state.now.question.query, Job("writing")
        ids = self._view.selected_ids() if wanted.only_selected else None

        def written(count: object) -> None:
            rows = wording.count(int(str(count)), "row") if wanted.whole else wording.count_rows(int(str(count)), pane)
            self._host.say(f"{rows} written to {one_line(str(wanted.path))}")
            self._host.hand_over(wanted.path)

        call = lambda: write(self._gateway.case, wanted, pane, query, ids, job.report, job.stop)  # noqa: E731
        self._jobs.start(job, call, written)

    # To a command

    def ask_pipe(self) -> None:
        """Ask for a command, and give it the rows that are selected, else all that match."""
        if self._host.served:
            self._host.say(NOT_SERVED, "warning")
            return
        pane, ids, (command, form) = self._state.now.pane, self._view.selected_ids(), self._last_pipe
        matching = f"all {wording.count_rows(self._matching(), pane)} that match"
        what = f"the {wording.count(len(ids), 'selected row')}" if ids else matching
        formats = tuple(each.name for each in offers(pane) if each.form == "text")
        fields = [
            Field("command", "command", command, placeholder="jq -r .text | sort | uniq -c", needed=True),
            Field("format", "format", form if form in formats else "jsonl", formats),
        ]

        def given(changed: dict[str, str] | None) -> None:
            if changed is not None:
                wanted = {field.name: field.value for field in fields} | changed
                self._last_pipe = wanted["command"], wanted["format"]
                self.pipe(*self._last_pipe, ids)

        self._navigator.open(Form(f"Pipe {what} into a command", fields, deed="run"), given)

    def pipe(self, command: str, form: str, ids: list[str] | None) -> None:
        """Run a command with rows on its standard input; never from a browser."""
        if self._host.served:
            return
        pane, query, job = self._state.now.pane, self._state.now.question.query, Job("piping")

        def work() -> Piped:
            with TemporaryFile("w+", encoding="utf-8", newline="", errors="backslashreplace") as rows:
                self._gateway.case.export(form, pane, rows, query, ids)
                return pipe(command, rows, job.stop, os.environ)

        self._jobs.start(job, work, self._piped)

    def _piped(self, result: object) -> None:
        """Show what it printed; where something else is in front by now, say that it ended."""
        if not isinstance(result, Piped):
            return
        state = "stopped" if result.stopped else f"exit code {result.code}"
        parts = [state, wording.count(len(result.text.split("\n")) if result.text else 0, "line")]
        parts += [f"{result.seconds:.1f} s", *([f"only the first {MOST:,} bytes"] if result.cut else [])]
        about = " · ".join(parts)
        if result.text and self._view.in_front:
            self._navigator.open(TextSheet(one_line(result.command), about, result.text, "what it printed"))
        else:
            if result.text:
                self._host.messages.add(result.text)
            self._host.say(f"{wording.brief(one_line(result.command))}: {about}")
