"""Passages: what the analyst has chosen in the reader becomes a quote, a note or a tag, or goes to the clipboard."""

from __future__ import annotations

from textual import on

from workbench.model import QUOTE_KINDS, Article, Span, Speaker
from workbench.tui import wording
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.correcting import Correcting, Offers, said_by
from workbench.tui.screens.dialogs import Ask, Field, Form
from workbench.tui.widgets import text_layout
from workbench.tui.widgets.reader import Reader
from workbench.views import Row

_QUOTE_MARKS = '"“”„«»‹›「」『』'
_NOBODY = Speaker("", "person")


class Passages(Correcting):
    """What is done with a passage rather than with the row that stands on it."""

    @property
    def passage(self) -> tuple[Row[Article], Span] | None:
        """The passage that was chosen in the reader, with its article; None where none was."""
        page = self.proof.page if self.proof else None
        if self.part != "reader" or page is None or not self.reader.chosen:
            return None
        return page.row, text_layout.trimmed(page.row.value.text, self.reader.passage)

    @on(Reader.QuoteWanted)
    def _quote_wanted(self) -> None:
        page = self.proof.page if self.proof else None
        if page is None or not self.writable():
            return
        span = text_layout.trimmed(page.row.value.text, self.reader.passage)
        self.with_offers(lambda offers: self._ask_quote(page.row, span, offers))

    def _ask_quote(self, row: Row[Article], span: Span, offers: Offers) -> None:
        text, id = row.value.text, row.id
        kind = kind_at(text, span)
        fields = [*self.speaker_fields(_NOBODY, offers), Field("quote", "how", kind, QUOTE_KINDS)]

        def given(changed: dict[str, str] | None) -> None:
            if changed is not None:
                speaker = said_by(_NOBODY, changed)
                speakers = [speaker] if speaker["name"] or speaker["kind"] != "person" else []
                how = changed.get("quote", kind)
                self.change(lambda: self.case.make_quote(id, span, how, speakers), "Quote made; u undoes it")

        self.app.push_screen(Form("A quote of yours: who said this?", fields, span.of(text)), given)

    def action_tag(self) -> None:
        """Ask for a tag and put it on the passage, else on the rows."""
        if (found := self.passage) is None:
            super().action_tag()
        elif self.writable():
            row, span = found

            def named(name: str | None) -> None:
                if tag := (name or "").lstrip("#").strip():
                    self.change(lambda: self.case.tag_passage(row.id, span, tag), f"#{tag} on the passage; 5 lists it")

            def ask(tags: tuple[str, ...]) -> None:
                self.app.push_screen(Ask("Tag this passage", choices=tags, placeholder="a word"), named)

            self.ask("tags", self.case.tags, ask, opens=True)

    def action_note(self) -> None:
        """Write a note on the passage, else on the row."""
        if (found := self.passage) is None:
            super().action_note()
        elif self.writable():
            row, span = found
            self.write_note("Note on this passage", span.of(row.value.text), row.id, span)

    def action_copy(self) -> None:
        """The passage, else the rows, with the citation."""
        if (found := self.passage) is None:
            super().action_copy()
        else:
            row, span = found
            words = f"{one_line(span.of(row.value.text))} {wording.source_line(row.head, span)}"
            self.desk_app.copy(words, "the passage")

    def action_bare(self) -> None:
        """The bare words of the passage, else of the rows."""
        if found := self.passage:
            self.desk_app.copy(found[1].of(found[0].value.text), "the bare passage")
        elif rows := self._some():
            self.desk_app.copy("\n".join(wording.bare_words(row) for row in rows), self._about(rows))


def kind_at(text: str, span: Span) -> str:
    """Direct where a passage stands in quote marks, mixed where it has some in it, else indirect."""
    inside, around = span.of(text), text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(mark in around for mark in _QUOTE_MARKS) or inside[:1] in _QUOTE_MARKS:
        return "direct"
    return "mixed" if any(mark in inside for mark in _QUOTE_MARKS) else "indirect"
