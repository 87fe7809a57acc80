"""Outside: what is on the desk in the analyst's other programs: browser, pager, editor."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import SuspendNotSupported

from workbench.model import Article, Span
from workbench.shown import Row
from workbench.tui import describe, programs
from workbench.tui.screens.choose import Choose, Way
from workbench.tui.screens.working import Working

_NO_TERMINAL = "This desk has no terminal to lend (it runs in a browser, or without one); open the case in a terminal."
_WIDEST = 100


class Outside(Working):
    """Open outside."""

    _copies: TemporaryDirectory[str] | None = None
    """Texts that were handed out; kept until the desk closes, since some editors go on by themselves."""

    def on_unmount(self) -> None:
        """The copies go."""
        if self._copies is not None:
            self._copies.cleanup()

    def action_outside(self) -> None:
        """Ask where to read the article of what is in hand."""
        row = self.subject if self.part == "reader" else self.rows.current
        article_id, span = describe.home(row) if row else ("", None)
        if self.part == "reader" and self.proof and self.proof.page:
            article_id, span = self.proof.page.row.id, self.reader.passage
        if not article_id or row is None:
            self.desk_app.say("There is no article here to open.")
            return
        self.ask("outside", lambda: self.shelf.page(article_id).row, lambda article: self._offer(article, row, span))

    def _offer(self, article: Row[Article], row: Row[Any], span: Span | None) -> None:
        def chosen(letter: str | None) -> None:
            if letter == "b":
                self._browse(programs.link_of(article.value))
            elif letter in ("p", "e"):
                self._hand_out("pager" if letter == "p" else "editor", article, row, span)

        self.app.push_screen(Choose(f"Open “{describe.words(article)}”", self._ways(article.value)), chosen)

    def _ways(self, article: Article) -> list[Way]:
        link = programs.link_of(article)
        pager, editor = (programs.called(self._command(kind)) for kind in ("pager", "editor"))
        return [
            Way("b", "in the browser", link or "it has no link to the web", closed=not link),
            Way("p", "in the pager", pager or "there is none; the settings can name one", closed=not pager),
            Way("e", "in the editor", f"{editor}: a copy; what you change there does not come back" if editor
                else "there is none; the settings can name one", closed=not editor),
        ]  # fmt: skip

    def _command(self, kind: Any) -> programs.Command:
        return programs.command_for(kind, self.desk_app.settings, os.environ)

    def _browse(self, link: str) -> None:
        app, browser = self.desk_app, self._command("browser")
        if app.is_web:
            app.open_url(link)
        elif not browser:
            app.say(f"No browser is known here; the setting `browser` names one. The link is {link}", "warning")
        elif programs.in_terminal(browser):
            self._lend(programs.at_link(browser, link))
        else:
            programs.beside(programs.at_link(browser, link), lambda wrong: app.say(wrong, "warning"))
            app.say(f"Opened in {programs.called(browser)}: {link}")

    def _hand_out(self, kind: programs.Kind, article: Row[Article], row: Row[Any], span: Span | None) -> None:
        """A copy of the article's text in the pager or editor, at the place in hand."""
        subject = "" if isinstance(row.value, Article) else describe.citation(row, article.head)
        width = min(_WIDEST, self.app.size.width - 1) if kind == "pager" else 0
        text, line = programs.document(article, subject, span, width)
        self._lend(programs.at_line(self._command(kind), self._copy(programs.file_name(article), text), line))

    def _copy(self, name: str, text: str) -> Path:
        """A file that can only be read."""
        self._copies = self._copies or TemporaryDirectory(prefix="workbench-")
        path = Path(self._copies.name, name)
        path.unlink(missing_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o400)
        return path

    def _lend(self, command: programs.Command) -> None:
        """The terminal to a program until it ends."""
        try:
            with self.app.suspend():
                wrong = programs.in_front(command)
        except SuspendNotSupported:
            wrong = _NO_TERMINAL
        if wrong:
            self.desk_app.say(wrong, "warning")
