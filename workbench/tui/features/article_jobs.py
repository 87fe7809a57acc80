"""Articles in and out of the case, and their analysis, as jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from workbench.errors import SourceError, UsageError
from workbench.model import Article, Outcome, Removal, Summary
from workbench.nlp.language_identification import describe_languages
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.features.jobs import Jobs
from workbench.tui.job import Job
from workbench.tui.path_completion import completions
from workbench.tui.ports import Actions, Host, Navigator, Selection
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Confirm
from workbench.tui.screens.form import Field, Form

_ADDING = "Outlet and date hold for all of them; what stays empty is read from each article."


class ArticleJobs:
    """Adds, analyses, takes out."""

    def __init__(self, gateway: CaseGateway, host: Host, navigator: Navigator, selection: Selection,
                 state: StateStore, jobs: Jobs) -> None:  # fmt: skip
        self._gateway = gateway
        self._host = host
        self._navigator = navigator
        self._selection = selection
        self._state = state
        self._jobs = jobs

    def actions(self) -> Actions:
        """Add, take out, analyse."""
        return {"add": self.ask_add, "remove": self.ask_remove, "analyse": self.ask_analyse}

    # ArticleJobs

    def ask_add(self) -> None:
        """Ask for files or folders and add them."""
        if not self._gateway.writable():
            return

        def given(values: dict[str, str] | None) -> None:
            if values and (source := values.pop("source", "")):
                self.add([source], {name: value for name, value in values.items() if value})

        self._navigator.open(Form("Add articles", self._what_to_add(), _ADDING, deed="add"), given)

    def _what_to_add(self) -> list[Field]:
        around = self._state.now.surroundings
        outlets = [f for f in (around.facets if around else ()) if f.field == "outlet"]
        place = "a file, a folder, or a pattern such as news/*.html"
        offered = partial(completions, place=self._host.files.source)
        return [
            Field("source", "from", placeholder=place, needed=True, offers=offered),
            Field("outlet", "outlet", offers=tuple(one_line(f.label or f.value) for f in outlets)),
            Field("published_on", "date", placeholder="YYYY-MM-DD", check=_iso_day),
        ]

    def add(self, sources: list[str], overrides: Mapping[str, str] | None = None) -> None:
        """Add sources, each article with the fields that are given, then analyse what is new."""
        try:
            sources = [self._host.files.source(source) for source in sources]
        except UsageError as error:
            self._host.say_error(error)
            return
        job = Job("adding")
        call = lambda: self._gateway.case.add(sources, overrides, report=job.report, stop=job.stop)  # noqa: E731
        self._jobs.start(job, call, self._added)

    def _added(self, result: object) -> None:
        if not isinstance(result, Summary):
            return
        said = [f"{wording.count(len(result.added), 'article')} added"]
        said += [f"{result.repeated:,} with the text of another"] if result.repeated else []
        given = result.given.told(result.known)
        said += [f"{result.known:,} known already{f': {given}' if given else ''}"] if result.known else []
        self._host.say(", ".join(said))
        for failure in result.failures[:3]:
            self._host.say_error(SourceError(f"{failure.source}: {failure.reason}"))
        if len(result.failures) > 3:
            self._host.say(f"{len(result.failures) - 3:,} more could not be read.", "warning")
        self._gateway.show_change()
        if result.added:
            self.analyse()
        else:
            self.analyse_owed()

    # Taking out

    def ask_remove(self) -> None:
        """Take the articles in hand out of the case, once that is agreed to."""
        in_articles, case = self._state.now.pane == "articles", self._gateway.case
        ids = [row.id for row in self._selection.targets() if isinstance(row.value, Article)] if in_articles else []
        if not ids:
            self._host.say("Articles are taken out where they are listed; 1 shows them.")
        elif self._gateway.writable():
            ask = lambda gone: self._ask_remove(ids, gone)  # noqa: E731
            self._gateway.ask("removal", lambda: case.removal(ids), ask, opens=True)

    def _ask_remove(self, ids: list[str], gone: Removal) -> None:
        along = [f"With {'it' if len(ids) == 1 else 'them'} go {gone.found}."] if gone.found else []
        along += [f"Of yours go {gone.marks}; they are kept in the undo list."] if gone.marks else []
        text = " ".join([*along, "u brings all of it back."])
        title = f"Take {wording.count(len(ids), 'article')} out of the case?"
        self._navigator.open(Confirm(title, text), lambda yes: self.remove(ids) if yes else None)

    def remove(self, ids: list[str]) -> None:
        """Take articles out; what the others say is made anew beside the desk."""
        job = Job("taking out")

        def done(gone: object) -> None:
            if isinstance(gone, Removal):
                marks = f", with {gone.marks} of yours" if gone.marks else ""
                self._host.say(f"{wording.count(gone.articles, 'article')} taken out{marks}; u undoes it")
            self._selection.clear()
            self._gateway.show_change()

        call = lambda: self._gateway.case.remove(ids, report=job.report, stop=job.stop)  # noqa: E731
        self._jobs.start(job, call, done)

    # Analysing

    def ask_analyse(self) -> None:
        """Analyse what waits; if nothing does, ask whether to do all anew."""
        if not self._gateway.writable():
            return
        around = self._state.now.surroundings
        if self._jobs.runs("analysing"):
            self._host.say("The analysis is running already; ^x stops it.")
        elif around and around.owed:
            self.analyse()
        else:
            text = "Your notes, tags and corrections stay. It may take a while."
            question = Confirm("Analyse everything anew?", text)
            self._navigator.open(question, lambda yes: self.analyse(everything=True) if yes else None)

    def analyse(self, everything: bool = False) -> None:
        """Run the analysis, unless it runs."""
        if self._jobs.runs("analysing"):
            return
        job = Job("analysing")
        call = lambda: self._gateway.case.analyse(everything, report=job.report, stop=job.stop)  # noqa: E731

        def done(outcome: object) -> None:
            if isinstance(outcome, Outcome):
                self._say_outcome(outcome, everything)
            self._gateway.show_change()

        self._jobs.start(job, call, done)

    def _say_outcome(self, outcome: Outcome, everything: bool) -> None:
        """What the analysis did, what it left alone, and what is not as it was."""
        say = self._host.say
        left, changes = sum(outcome.unanalysed.values()), outcome.changes
        if outcome.analysed:
            say(f"{wording.count(outcome.analysed, 'article')} analysed")
        elif outcome.compared:
            say(f"{wording.count(outcome.compared, 'article')} compared with the others")
        if left:
            why = one_line(describe_languages(outcome.unanalysed))
            say(f"{wording.count(left, 'article')} not analysed: {why}", "warning")
        if changes.found or everything:
            say(f"Against the last analysis: quotes {changes.quotes}; positions {changes.positions}")
        if changes.articles and outcome.lost:
            things = wording.count(len(outcome.lost), "thing")
            say(f"{things} that you marked cannot be found any more; the marks stay.", "warning")

    def analyse_owed(self) -> None:
        """At the start, and after an adding: analyse and compare what waits, if anything does."""
        if not self._gateway.case.read_only:
            owed = self._gateway.case.owed
            self._gateway.ask("owed", owed, lambda owed: self.analyse() if owed else None)


def _iso_day(value: str) -> str:
    """A day as it is kept."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"“{one_line(value)}” is no day as 2025-08-21") from None
