"""Rows and passages to the clipboard, with their citations or bare."""

from __future__ import annotations

from workbench.model import Article, Span
from workbench.tui import wording
from workbench.tui.ports import Actions, Host, Selection, targets_or_say
from workbench.tui.sanitizing import one_line
from workbench.views import Row


class ClipboardCopies:
    """Copies what is in hand."""

    def __init__(self, host: Host, selection: Selection) -> None:
        self._host = host
        self._selection = selection

    def actions(self) -> Actions:
        """With the citation, or bare."""
        return {"copy": self.copy, "bare": self.copy_bare}

    def copy(self) -> None:
        """The passage, else the rows, with the citation."""
        if passage := self._selection.passage:
            self._host.copy(_cited(*passage), "the passage")
        elif rows := targets_or_say(self._selection, self._host):
            place = self._selection.place if isinstance(rows[0].value, Article) else None
            text = _cited(*place) if place else "\n".join(wording.citation(row) for row in rows)
            self._host.copy(text, wording.about(rows))

    def copy_bare(self) -> None:
        """The bare words of the passage, else of the rows."""
        if passage := self._selection.passage:
            row, span = passage
            self._host.copy(span.of(row.value.text), "the bare passage")
        elif rows := targets_or_say(self._selection, self._host):
            self._host.copy("\n".join(wording.bare_words(row) for row in rows), wording.about(rows))


def _cited(row: Row[Article], span: Span) -> str:
    return f"{one_line(span.of(row.value.text))} {wording.source_line(row.head, span)}"
