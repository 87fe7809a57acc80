"""The article in hand in the analyst's other programs: browser, pager, editor."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import SuspendNotSupported

from workbench.model import Article, Span
from workbench.tui import external_programs, wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_view import DeskView
from workbench.tui.features.export_and_pipe import NOT_SERVED
from workbench.tui.ports import Actions, Host, Navigator
from workbench.tui.screens.choice_dialog import Choose, Way
from workbench.views import Row

_NO_TERMINAL = "This desk has no terminal to lend (it runs in a browser, or without one); open the case in a terminal."
_WIDEST = 100


class ExternalViewers:
    """Opens articles outside."""

    def __init__(self, gateway: CaseGateway, host: Host, navigator: Navigator, view: DeskView) -> None:
        self._gateway = gateway
        self._host = host
        self._navigator = navigator
        self._view = view
        self._copies: TemporaryDirectory[str] | None = None
        """Texts that were handed out; kept until the desk closes, since some editors go on by themselves."""

    def actions(self) -> Actions:
        """Open outside."""
        return {"outside": self.ask}

    def close(self) -> None:
        """The copies go."""
        if self._copies is not None:
            self._copies.cleanup()

    def ask(self) -> None:
        """Ask where to read the article of what is in hand."""
        row, place = self._view.row, self._view.place
        article_id, span = wording.home(row) if row else ("", None)
        if place is not None:
            article_id, span = place[0].id, place[1]
        if not article_id or row is None:
            self._host.say("There is no article here to open.")
            return

        def offer(article: Row[Article]) -> None:
            self._offer(article, row, span)

        self._gateway.ask("outside", lambda: self._gateway.evidence.page(article_id).row, offer, opens=True)

    def _offer(self, article: Row[Article], row: Row[Any], span: Span | None) -> None:
        def chosen(letter: str | None) -> None:
            if letter == "b":
                self._browse(external_programs.link_of(article.value))
            elif letter in ("p", "e"):
                self._hand_out("pager" if letter == "p" else "editor", article, row, span)

        self._navigator.open(Choose(f"Open “{wording.words(article)}”", self._ways(article.value)), chosen)

    def _ways(self, article: Article) -> list[Way]:
        link = external_programs.link_of(article)
        return [
            Way("b", "in the browser", link or "it has no link to the web", closed=not link),
            *self._programs(),
        ]

    def _programs(self) -> list[Way]:
        if self._host.served:
            closed = (("p", "in the pager"), ("e", "in the editor"))
            return [Way(letter, what, "not from a browser", closed=True) for letter, what in closed]
        pager, editor = (external_programs.called(self._command(kind)) for kind in ("pager", "editor"))
        return [
            Way("p", "in the pager", pager or "there is none; the settings can name one", closed=not pager),
            Way("e", "in the editor", f"{editor}: a copy; changes do not come back" if editor
                else "there is none; the settings can name one", closed=not editor),
        ]  # fmt: skip

    def _command(self, kind: Any) -> external_programs.Command:
        return external_programs.command_for(kind, self._host.settings, os.environ)

    def _browse(self, link: str) -> None:
        host, browser = self._host, self._command("browser")
        if host.served:
            host.open_url(link)
        elif not browser:
            host.say(f"No browser is known here; the setting `browser` names one. The link is {link}", "warning")
        elif external_programs.in_terminal(browser):
            self.lend(external_programs.at_link(browser, link))
        else:
            command = external_programs.at_link(browser, link)
            external_programs.beside(command, lambda wrong: host.say(wrong, "warning"))
            host.say(f"Opened in {external_programs.called(browser)}: {link}")

    def _hand_out(self, kind: external_programs.Kind, article: Row[Article], row: Row[Any],
                  span: Span | None) -> None:  # fmt: skip
        """A copy of the article's text in the pager or editor, at the place in hand."""
        if self._host.served:
            self._host.say(NOT_SERVED, "warning")
            return
        subject = "" if isinstance(row.value, Article) else wording.citation(row, article.head)
        width = min(_WIDEST, self._view.size.width - 1) if kind == "pager" else 0
        text, line = external_programs.document(article, subject, span, width)
        copy = self._copy(external_programs.file_name(article), text)
        self.lend(external_programs.at_line(self._command(kind), copy, line))

    def _copy(self, name: str, text: str) -> Path:
        """A file that can only be read."""
        self._copies = self._copies or TemporaryDirectory(prefix="workbench-")
        path = Path(self._copies.name, name)
        path.unlink(missing_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o400)
        return path

    def lend(self, command: external_programs.Command) -> None:
        """The terminal to a program until it ends; never from a browser."""
        if self._host.served:
            self._host.say(NOT_SERVED, "warning")
            return
        try:
            with self._host.suspend():
                wrong = external_programs.in_front(command)
        except SuspendNotSupported:
            wrong = _NO_TERMINAL
        if wrong:
            self._host.say(wrong, "warning")
