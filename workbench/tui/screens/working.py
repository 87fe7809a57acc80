"""Working: what takes its time runs beside the desk, is seen, and can be stopped; and what goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from time import monotonic
from typing import Any

from workbench.errors import SourceError, UsageError
from workbench.model import Article, Outcome, Removal, Summary
from workbench.nlp.language_identification import describe_languages
from workbench.tui import wording
from workbench.tui.jobs import Job
from workbench.tui.path_completion import completions
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Confirm, Field, Form
from workbench.tui.screens.export_dialog import ExportDialog, Offer, Wanted
from workbench.tui.screens.judging import Judging
from workbench.tui.widgets.bars import Line

_TICK = 0.2
_FRESH = 1.5
_WATCH = 2.0
_BESIDE = 12
"""The cells of the line of status that a job leaves to the rest of it."""
_SIDE = 24
"""The cells that an entry of the sources has for a job."""

_ADDING = "Outlet and date hold for all of them; what stays empty is read from each article."


class Working(Judging):
    """Jobs, adding, analysing, exporting."""

    def on_mount(self) -> None:
        """Look after the jobs, and after what other programs change."""
        self.jobs: list[Job] = []
        self._last_done = -1
        self._last_look = 0.0
        self._state: int | None = None
        self.set_interval(_TICK, self._tick)
        self.set_interval(_WATCH, self._watch)

    def on_unmount(self) -> None:
        """Nobody waits for the jobs any more."""
        for job in self.jobs:
            job.stopped = True

    # Jobs

    def busy(self) -> list[str]:
        """How far the first job is, and how many there are."""
        jobs: list[Job] = getattr(self, "jobs", [])
        number = [f"{len(jobs)} jobs"] if len(jobs) > 1 else []
        return [*number, *(job.line(self.size.width // 2 - _BESIDE) for job in jobs[:1])]

    def run_job(self, job: Job, call: Callable[[], object], then: Callable[[object], None]) -> None:
        """Run a job in a thread of its own."""
        self.jobs.append(job)
        self._show_jobs()
        messages = self.desk_app.messages
        messages.add(f"{job.verb} began")

        def finally_gone() -> object:
            whole = False
            try:
                result = call()
                whole = True
                return result
            finally:
                messages.add(job.ending(whole))
                job.stopped = True

        def done(result: object) -> None:
            self._drop(job)
            then(result)

        async def work() -> None:
            try:
                await self._asked(finally_gone, done, "job", 0.0)
            finally:
                self._drop(job)

        worker: Any = work
        self.run_worker(worker, group="jobs", exit_on_error=False)

    def _drop(self, job: Job) -> None:
        if job in self.jobs:
            self.jobs.remove(job)
            if self.is_attached:
                self._show_jobs()

    def _show_jobs(self) -> None:
        self.show_status()
        idle = [f"{part}  R" for part in self.around.owed.parts] if self.around else []
        lines = [line for job in self.jobs for line in (job.line(_SIDE), job.pace()) if line]
        self.sources.show(jobs=lines or idle)
        self.query_one("#status", Line).set_class(bool(self.jobs), "-busy")

    def _tick(self) -> None:
        if not self.jobs:
            return
        self._show_jobs()
        done = sum(job.done for job in self.jobs)
        if done != self._last_done and monotonic() - self._last_look > _FRESH:
            self._last_done, self._last_look = done, monotonic()
            self.shelf.clear()
            self.look(keep=True)

    def action_cancel(self) -> None:
        """Stop what runs, after the article it is at."""
        if not self.jobs:
            self.desk_app.say("Nothing is running.")
        for job in self.jobs:
            job.stopped = True
        self._show_jobs()

    def _watch(self) -> None:
        """Another program may have changed the case."""
        if not self.jobs and self.is_current:
            self.ask("watch", self.case.state, self._state_is)

    def _state_is(self, state: int) -> None:
        changed = self._state is not None and state != self._state
        self._state = state
        if changed:
            self.shelf.clear()
            self.look(keep=True)

    # Adding and analysing

    def action_add(self) -> None:
        """Ask for files or folders and add them."""
        if not self.writable():
            return

        def given(values: dict[str, str] | None) -> None:
            if values and (source := values.pop("source", "")):
                self.add([source], {name: value for name, value in values.items() if value})

        self.app.push_screen(Form("Add articles", self._what_to_add(), _ADDING, deed="add"), given)

    def _what_to_add(self) -> list[Field]:
        outlets = [f for f in (self.around.facets if self.around else ()) if f.field == "outlet"]
        place = "a file, a folder, or a pattern such as news/*.html"
        offered = partial(completions, place=self.desk_app.files.source)
        return [
            Field("source", "from", placeholder=place, needed=True, offers=offered),
            Field("outlet", "outlet", offers=tuple(one_line(f.label or f.value) for f in outlets)),
            Field("published_on", "date", placeholder="YYYY-MM-DD", check=_iso_day),
        ]

    def add(self, sources: list[str], overrides: Mapping[str, str] | None = None) -> None:
        """Add sources, each article with the fields that are given, then analyse what is new."""
        try:
            sources = [self.desk_app.files.source(source) for source in sources]
        except UsageError as error:
            self.desk_app.say_error(error)
            return
        job = Job("adding")
        call = lambda: self.case.add(sources, overrides, report=job.report, stop=job.stop)  # noqa: E731
        self.run_job(job, call, self._added)

    def _added(self, result: object) -> None:
        if not isinstance(result, Summary):
            return
        said = [f"{wording.count(len(result.added), 'article')} added"]
        given = result.given.told(result.known)
        said += [f"{result.known:,} known already{f': {given}' if given else ''}"] if result.known else []
        self.desk_app.say(", ".join(said))
        for failure in result.failures[:3]:
            self.desk_app.say_error(SourceError(f"{failure.source}: {failure.reason}"))
        if len(result.failures) > 3:
            self.desk_app.say(f"{len(result.failures) - 3:,} more could not be read.", "warning")
        self._changed()
        if result.added:
            self.analyse()
        else:
            self.analyse_owed()

    def action_remove(self) -> None:
        """Take the articles in hand out of the case, once that is agreed to."""
        ids = [row.id for row in self.targets() if isinstance(row.value, Article)] if self.pane == "articles" else []
        if not ids:
            self.desk_app.say("Articles are taken out where they are listed; 1 shows them.")
        elif self.writable():
            self.ask("removal", lambda: self.case.removal(ids), lambda gone: self._ask_remove(ids, gone), opens=True)

    def _ask_remove(self, ids: list[str], gone: Removal) -> None:
        along = [f"With {'it' if len(ids) == 1 else 'them'} go {gone.found}."] if gone.found else []
        along += [f"Of yours go {gone.marks}; they are kept in the undo list."] if gone.marks else []
        text = " ".join([*along, "u brings all of it back."])
        title = f"Take {wording.count(len(ids), 'article')} out of the case?"
        self.app.push_screen(Confirm(title, text), lambda yes: self.take_out(ids) if yes else None)

    def take_out(self, ids: list[str]) -> None:
        """Take articles out; what the others say is made anew beside the desk."""
        job = Job("taking out")

        def done(gone: object) -> None:
            if isinstance(gone, Removal):
                marks = f", with {gone.marks} of yours" if gone.marks else ""
                self.desk_app.say(f"{wording.count(gone.articles, 'article')} taken out{marks}; u undoes it")
            self.rows.clear_selection()
            self._changed()

        self.run_job(job, lambda: self.case.remove(ids, report=job.report, stop=job.stop), done)

    def action_analyse(self) -> None:
        """Analyse what waits; if nothing does, ask whether to do all anew."""
        if not self.writable():
            return
        if any(job.verb == "analysing" for job in self.jobs):
            self.desk_app.say("The analysis is running already; ^x stops it.")
        elif self.around and self.around.owed:
            self.analyse()
        else:
            text = "Your notes, tags and corrections stay. It may take a while."
            question = Confirm("Analyse everything anew?", text)
            self.app.push_screen(question, lambda yes: self.analyse(everything=True) if yes else None)

    def analyse(self, everything: bool = False) -> None:
        """Run the analysis, unless it runs."""
        if any(job.verb == "analysing" for job in self.jobs):
            return
        job = Job("analysing")
        call = lambda: self.case.analyse(everything, report=job.report, stop=job.stop)  # noqa: E731

        def done(outcome: object) -> None:
            if isinstance(outcome, Outcome):
                self._say_outcome(outcome, everything)
            self._changed()

        self.run_job(job, call, done)

    def _say_outcome(self, outcome: Outcome, everything: bool) -> None:
        """What the analysis did, what it left alone, and what is not as it was."""
        left, changes = sum(outcome.unanalysed.values()), outcome.changes
        if outcome.analysed:
            self.desk_app.say(f"{wording.count(outcome.analysed, 'article')} analysed")
        elif outcome.compared:
            self.desk_app.say(f"{wording.count(outcome.compared, 'article')} compared with the others")
        if left:
            why = one_line(describe_languages(outcome.unanalysed))
            self.desk_app.say(f"{wording.count(left, 'article')} not analysed: {why}", "warning")
        if changes.found or everything:
            self.desk_app.say(f"Against the last analysis: quotes {changes.quotes}; positions {changes.positions}")
        if changes.articles and outcome.lost:
            things = wording.count(len(outcome.lost), "thing")
            self.desk_app.say(f"{things} that you marked cannot be found any more; the marks stay.", "warning")

    def analyse_owed(self) -> None:
        """At the start, and after an adding: analyse and compare what waits, if anything does."""
        if not self.case.read_only:
            self.ask("owed", self.case.owed, lambda owed: self.analyse() if owed else None)

    def _changed(self) -> None:
        self.shelf.clear()
        self.look(keep=True)

    # Going out

    def action_export(self) -> None:
        """Ask what goes where, and write it."""
        from workbench.export import FORMATS

        offers = [
            Offer(each.name, each.extension, each.description) for each in FORMATS.values() if self.pane in each.panes
        ]
        dialog = ExportDialog(self.pane, offers, len(self.selected() or ()), self.matching(), self.desk_app.files)
        self.app.push_screen(dialog, self._export)

    def selected(self) -> list[str] | None:
        """The ids of the rows that are selected; None where none is."""
        some = self.rows.selected or self.rows.range_from is not None
        return [row.id for row in self.rows.targets()] if some else None

    def matching(self) -> int:
        """How many rows of the pane match."""
        return self.around.counts.get(self.pane, 0) if self.around else self.rows.count

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        from workbench.export import FORMATS, new_file

        pane, query = self.pane, self.question.query
        ids = self.selected() if wanted.only_selected else None
        encoding = FORMATS[wanted.format].encoding

        def write() -> int:
            with new_file(wanted.path, encoding=encoding, force=wanted.overwrite) as stream:
                return self.case.export(wanted.format, pane, stream, query, ids)

        def written(count: int) -> None:
            self.desk_app.say(f"{wording.count(count, pane[:-1])} written to {one_line(str(wanted.path))}")
            self.desk_app.hand_over(wanted.path)

        self.ask("export", write, written, lane="job")


def _iso_day(value: str) -> str:
    """A day as it is kept."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"“{one_line(value)}” is no day as 2025-08-21") from None
