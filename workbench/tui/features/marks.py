"""Marks: the tags, stars and notes that the analyst puts on rows and passages, each by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.model import Article, Fact, Note, Span
from workbench.tui import wording
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.ports import Actions, Navigator, Notifier, Selection, targets_or_say
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.dialogs import Ask, NoteDialog
from workbench.views import Row


class Marks:
    """Tags, stars, notes."""

    def __init__(self, gateway: CaseGateway, notifier: Notifier, navigator: Navigator, selection: Selection,
                 drafts: dict[str, str]) -> None:  # fmt: skip
        """`drafts`: notes that were begun and not saved, by what they are on."""
        self._gateway = gateway
        self._notifier = notifier
        self._navigator = navigator
        self._selection = selection
        self._drafts = drafts

    def actions(self) -> Actions:
        """Tag, star, note."""
        return {"tag": self.tag, "star": self.star, "note": self.note}

    # Tags

    def tag(self) -> None:
        """Ask for a tag and put it on the passage, else on the rows; off where all rows have it."""
        if passage := self._selection.passage:
            self._tag_passage(*passage)
        elif rows := targets_or_say(self._selection, self._notifier):
            self._tag_rows(rows)

    def _tag_rows(self, rows: list[Row[Any]]) -> None:
        if not self._gateway.writable():
            return
        ids, case, about = [row.id for row in rows], self._gateway.case, wording.about(rows)

        def named(name: str | None) -> None:
            tag = (name or "").lstrip("#").strip()
            if tag and all(tag in row.marks.tags for row in rows):
                self._gateway.change(lambda: case.untag(ids, tag), f"#{tag} taken off: {about}")
            elif tag:
                self._gateway.change(lambda: case.tag(ids, tag), f"#{tag}: {about}")

        own = sorted({tag for row in rows for tag in row.marks.tags})
        title = f"Tag {about}" + (f" — has {' '.join('#' + tag for tag in own)}" if own else "")
        self._ask_tag(title, "a word; one it has already is taken off", named)

    def _tag_passage(self, row: Row[Article], span: Span) -> None:
        if not self._gateway.writable():
            return
        case = self._gateway.case

        def named(name: str | None) -> None:
            if tag := (name or "").lstrip("#").strip():
                call = lambda: case.tag_passage(row.id, span, tag)  # noqa: E731
                self._gateway.change(call, f"#{tag} on the passage; 5 lists it")

        self._ask_tag("Tag this passage", "a word", named)

    def _ask_tag(self, title: str, placeholder: str, named: Callable[[str | None], None]) -> None:
        def ask(tags: tuple[str, ...]) -> None:
            self._navigator.open(Ask(title, choices=tags, placeholder=placeholder), named)

        self._gateway.ask("tags", self._gateway.case.tags, ask, opens=True)

    # Stars

    def star(self) -> None:
        """Star all, or take the stars off where all have one."""
        rows = targets_or_say(self._selection, self._notifier)
        if rows:
            on = not all(row.marks.starred for row in rows)
            ids = [row.id for row in rows]
            said = f"{'Starred' if on else 'Star taken off'}: {wording.about(rows)}"
            self._gateway.change(lambda: self._gateway.case.star(ids, on), said)

    # Notes

    def note(self) -> None:
        """Write a note on the chosen passage, else on the row; in the reader on the passage; on a note, change it."""
        if passage := self._selection.passage:
            row, span = passage
            if self._gateway.writable():
                self._write("Note on this passage", span.of(row.value.text), row.id, span)
        elif rows := targets_or_say(self._selection, self._notifier):
            self._note_row(rows[0])

    def _note_row(self, row: Row[Any]) -> None:
        if not self._gateway.writable():
            return
        if isinstance(row.value, Note):
            self._rewrite(row.value)
            return
        place = self._selection.place if isinstance(row.value, Article | Fact) else None
        if place is None:
            self._write(f"Note on this {wording.kind_of(row.value)}", wording.words(row), row.id, None)
        else:
            article, span = place
            self._write("Note on this passage", span.of(article.value.text), article.id, span)

    def _write(self, title: str, about: str, target: str, span: Span | None) -> None:
        """Ask for a note on something, or on a passage of it, and keep it."""

        def written(body: str | None) -> None:
            if body:
                call = lambda: self._gateway.case.note(target, body, span)  # noqa: E731
                self._gateway.change(call, f"Note written on {wording.brief(one_line(about))}")

        key = f"{target}:{span.start}-{span.end}" if span else target
        self._navigator.open(NoteDialog(title, wording.brief(about, 400), self._drafts, key), written)

    def _rewrite(self, note: Note) -> None:
        case = self._gateway.case

        def written(body: str | None) -> None:
            if body:
                self._gateway.change(lambda: case.rewrite_note(note.id, body), "Note changed")
            elif body is not None:
                self._gateway.change(lambda: case.drop_note(note.id), "Note taken away")

        about = "Empty it to take it away."
        self._navigator.open(NoteDialog("Change this note", about, self._drafts, note.id, note.body), written)
