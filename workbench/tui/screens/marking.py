"""Marking: what the analyst adds, each by one key, each undoable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.model import Action, Article, Fact, Note, Span
from workbench.tui import wording
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.beside import Beside
from workbench.tui.screens.dialogs import Ask, NoteDialog
from workbench.views import Row


class Marking(Beside):
    """Tags, notes, stars, undo, copy."""

    def targets(self) -> list[Row[Any]]:
        """In the reader what is under the caret, else the selection or the row in hand."""
        if self.part == "reader":
            return [self.subject] if self.subject else []
        return self.rows.targets()

    def _about(self, rows: Sequence[Row[Any]]) -> str:
        if len(rows) == 1:
            return wording.named(rows[0])
        return wording.count(len(rows), wording.kind_of(rows[0].value))

    def _some(self) -> list[Row[Any]]:
        rows = self.targets()
        if not rows:
            self.desk_app.say("There is no row here.")
        return rows

    def writable(self) -> bool:
        """Whether the case can be changed; if not, that is said."""
        if self.case.read_only:
            self.change(lambda: None)
        return not self.case.read_only

    # Tags, stars, notes

    def action_tag(self) -> None:
        """Ask for a tag and put it on, or off where all have it."""
        rows = self._some()
        if not rows or not self.writable():
            return
        ids = [row.id for row in rows]

        def named(name: str | None) -> None:
            if not name:
                return
            tag = name.lstrip("#").strip()
            if tag and all(tag in row.marks.tags for row in rows):
                self.change(lambda: self.case.untag(ids, tag), f"#{tag} taken off: {self._about(rows)}")
            elif tag:
                self.change(lambda: self.case.tag(ids, tag), f"#{tag}: {self._about(rows)}")

        own = sorted({tag for row in rows for tag in row.marks.tags})
        title = f"Tag {self._about(rows)}" + (f" — has {' '.join('#' + tag for tag in own)}" if own else "")
        self.ask("tags", self.case.tags, lambda tags: self._ask_tag(title, tags, named), opens=True)

    def _ask_tag(self, title: str, tags: tuple[str, ...], named: Any) -> None:
        self.app.push_screen(Ask(title, choices=tags, placeholder="a word; one it has already is taken off"), named)

    def action_star(self) -> None:
        """Star all, or take the stars off where all have one."""
        rows = self._some()
        if rows:
            on = not all(row.marks.starred for row in rows)
            ids = [row.id for row in rows]
            self.change(
                lambda: self.case.star(ids, on), f"{'Starred' if on else 'Star taken off'}: {self._about(rows)}"
            )

    def action_note(self) -> None:
        """Write a note on the row; in the reader on the passage; on a note, change it."""
        rows = self._some()
        if not rows or not self.writable():
            return
        row = rows[0]
        if isinstance(row.value, Note):
            self._rewrite(row.value)
            return
        span: Span | None = None
        target, about = row.id, wording.words(row)
        if self.part == "reader" and isinstance(row.value, Article | Fact) and self.proof and self.proof.page:
            page = self.proof.page
            span = self.reader.passage
            target, about = page.row.id, span.of(page.row.value.text)

        kind = "passage" if span else wording.kind_of(row.value)
        self.write_note(f"Note on this {kind}", about, target, span)

    def write_note(self, title: str, about: str, target: str, span: Span | None) -> None:
        """Ask for a note on something, or on a passage of it, and keep it."""

        def written(body: str | None) -> None:
            if body:
                self.change(
                    lambda: self.case.note(target, body, span), f"Note written on {wording.brief(one_line(about))}"
                )

        key = f"{target}:{span.start}-{span.end}" if span else target
        self.app.push_screen(self._note_dialog(title, wording.brief(about, 400), key), written)

    def _note_dialog(self, title: str, about: str, key: str, body: str = "") -> NoteDialog:
        return NoteDialog(title, about, self.desk_app.memory.drafts, key, body)

    def _rewrite(self, note: Note) -> None:
        def written(body: str | None) -> None:
            if body:
                self.change(lambda: self.case.rewrite_note(note.id, body), "Note changed")
            elif body is not None:
                self.change(lambda: self.case.drop_note(note.id), "Note taken away")

        about = "Empty it to take it away."
        self.app.push_screen(self._note_dialog("Change this note", about, note.id, note.body), written)

    # Undo

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn_back("Undone", "There is nothing to undo.", redo=False)

    def action_redo(self) -> None:
        """Do it again."""
        self._turn_back("Done again", "There is nothing to do again.", redo=True)

    def _turn_back(self, word: str, nothing: str, *, redo: bool) -> None:
        if not self.writable():
            return

        def done(action: Action | None) -> None:
            self.desk_app.say(f"{word}: {one_line(action.label)}" if action else nothing)
            self.shelf.clear()
            self.look(keep=True)

        self.ask("change", self.case.redo if redo else self.case.undo, done, lane="write")

    # Copy

    def action_copy(self) -> None:
        """The rows with their citations to the clipboard."""
        rows = self._some()
        if not rows:
            return
        page = self.proof.page if self.proof else None
        if self.part == "reader" and page is not None and isinstance(rows[0].value, Article):
            span = self.reader.passage
            text = f"{one_line(span.of(page.row.value.text))} {wording.source_line(page.row.head, span)}"
        else:
            text = "\n".join(wording.citation(row) for row in rows)
        self.desk_app.copy(text, self._about(rows))
