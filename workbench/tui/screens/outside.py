"""Outside: what is on the desk in the analyst's other programs: browser, pager, editor, and any command."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from textual.app import SuspendNotSupported

from workbench.model import Article, Span
from workbench.tui import external_programs, wording
from workbench.tui.jobs import Job
from workbench.tui.pipes import MOST, Piped, pipe
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.choice import Choose, Way
from workbench.tui.screens.dialogs import Field, Form
from workbench.tui.screens.text_sheet import TextSheet
from workbench.tui.screens.working import Working
from workbench.views import Row

_NO_TERMINAL = "This desk has no terminal to lend (it runs in a browser, or without one); open the case in a terminal."
NOT_HERE = "From a browser no program is run, whoever has its address: open the case in a terminal for that."
_WIDEST = 100


class Outside(Working):
    """Open outside, and pipe."""

    _copies: TemporaryDirectory[str] | None = None
    """Texts that were handed out; kept until the desk closes, since some editors go on by themselves."""

    _last_pipe = ("", "jsonl")
    """The command and the format that were given last."""

    def on_unmount(self) -> None:
        """The copies go."""
        if self._copies is not None:
            self._copies.cleanup()

    # Reading elsewhere

    def action_outside(self) -> None:
        """Ask where to read the article of what is in hand."""
        row = self.subject if self.part == "reader" else self.rows.current
        article_id, span = wording.home(row) if row else ("", None)
        if self.part == "reader" and self.proof and self.proof.page:
            article_id, span = self.proof.page.row.id, self.reader.passage
        if not article_id or row is None:
            self.desk_app.say("There is no article here to open.")
            return
        self.ask(
            "outside",
            lambda: self.shelf.page(article_id).row,
            lambda article: self._offer(article, row, span),
            opens=True,
        )

    def _offer(self, article: Row[Article], row: Row[Any], span: Span | None) -> None:
        def chosen(letter: str | None) -> None:
            if letter == "b":
                self._browse(external_programs.link_of(article.value))
            elif letter in ("p", "e"):
                self._hand_out("pager" if letter == "p" else "editor", article, row, span)

        self.app.push_screen(Choose(f"Open “{wording.words(article)}”", self._ways(article.value)), chosen)

    def _ways(self, article: Article) -> list[Way]:
        link = external_programs.link_of(article)
        return [
            Way("b", "in the browser", link or "it has no link to the web", closed=not link),
            *self._programs(),
        ]

    def _programs(self) -> list[Way]:
        if self.desk_app.served:
            closed = (("p", "in the pager"), ("e", "in the editor"))
            return [Way(letter, what, "not from a browser", closed=True) for letter, what in closed]
        pager, editor = (external_programs.called(self._command(kind)) for kind in ("pager", "editor"))
        return [
            Way("p", "in the pager", pager or "there is none; the settings can name one", closed=not pager),
            Way("e", "in the editor", f"{editor}: a copy; changes do not come back" if editor
                else "there is none; the settings can name one", closed=not editor),
        ]  # fmt: skip

    def _command(self, kind: Any) -> external_programs.Command:
        return external_programs.command_for(kind, self.desk_app.settings, os.environ)

    def _browse(self, link: str) -> None:
        app, browser = self.desk_app, self._command("browser")
        if app.served:
            app.open_url(link)
        elif not browser:
            app.say(f"No browser is known here; the setting `browser` names one. The link is {link}", "warning")
        elif external_programs.in_terminal(browser):
            self._lend(external_programs.at_link(browser, link))
        else:
            external_programs.beside(external_programs.at_link(browser, link), lambda wrong: app.say(wrong, "warning"))
            app.say(f"Opened in {external_programs.called(browser)}: {link}")

    def _hand_out(self, kind: external_programs.Kind, article: Row[Article], row: Row[Any], span: Span | None) -> None:
        """A copy of the article's text in the pager or editor, at the place in hand."""
        if self.desk_app.served:
            self.desk_app.say(NOT_HERE, "warning")
            return
        subject = "" if isinstance(row.value, Article) else wording.citation(row, article.head)
        width = min(_WIDEST, self.app.size.width - 1) if kind == "pager" else 0
        text, line = external_programs.document(article, subject, span, width)
        self._lend(
            external_programs.at_line(self._command(kind), self._copy(external_programs.file_name(article), text), line)
        )

    def _copy(self, name: str, text: str) -> Path:
        """A file that can only be read."""
        self._copies = self._copies or TemporaryDirectory(prefix="workbench-")
        path = Path(self._copies.name, name)
        path.unlink(missing_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o400)
        return path

    def _lend(self, command: external_programs.Command) -> None:
        """The terminal to a program until it ends."""
        if self.desk_app.served:
            self.desk_app.say(NOT_HERE, "warning")
            return
        try:
            with self.app.suspend():
                wrong = external_programs.in_front(command)
        except SuspendNotSupported:
            wrong = _NO_TERMINAL
        if wrong:
            self.desk_app.say(wrong, "warning")

    # A command with rows on its input

    def action_pipe(self) -> None:
        """Ask for a command, and give it the rows that are selected, else all that match."""
        from workbench.export import FORMATS

        if self.desk_app.served:
            self.desk_app.say(NOT_HERE, "warning")
            return
        ids, (command, form) = self.selected(), self._last_pipe
        what = f"the {wording.count(len(ids), 'selected row')}" if ids else f"all {self._matching_rows()}"
        formats = tuple(name for name, each in FORMATS.items() if self.pane in each.panes)
        fields = [
            Field("command", "command", command, placeholder="jq -r .text | sort | uniq -c", needed=True),
            Field("format", "format", form if form in formats else "jsonl", formats),
        ]

        def given(changed: dict[str, str] | None) -> None:
            if changed is not None:
                wanted = {field.name: field.value for field in fields} | changed
                self._last_pipe = wanted["command"], wanted["format"]
                self._pipe(*self._last_pipe, ids)

        self.app.push_screen(Form(f"Pipe {what} into a command", fields, deed="run"), given)

    def _matching_rows(self) -> str:
        return f"{wording.count(self.matching(), self.pane[:-1])} that match"

    def _pipe(self, command: str, form: str, ids: list[str] | None) -> None:
        if self.desk_app.served:
            return
        pane, query, job = self.pane, self.question.query, Job("piping")

        def work() -> Piped:
            with TemporaryFile("w+", encoding="utf-8", newline="", errors="backslashreplace") as rows:
                self.case.export(form, pane, rows, query, ids)
                return pipe(command, rows, job.stop, os.environ)

        self.run_job(job, work, self._piped)

    def _piped(self, result: object) -> None:
        """Show what it printed; where something else is in front by now, say that it ended."""
        if not isinstance(result, Piped):
            return
        state = "stopped" if result.stopped else f"exit code {result.code}"
        parts = [state, wording.count(len(result.text.split("\n")) if result.text else 0, "line")]
        parts += [f"{result.seconds:.1f} s", *([f"only the first {MOST:,} bytes"] if result.cut else [])]
        about = " · ".join(parts)
        if result.text and self.is_current:
            self.app.push_screen(TextSheet(one_line(result.command), about, result.text, "what it printed"))
        else:
            if result.text:
                self.desk_app.messages.add(result.text)
            self.desk_app.say(f"{wording.brief(one_line(result.command))}: {about}")
