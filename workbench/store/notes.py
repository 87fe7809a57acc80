"""What the analyst adds: tags, stars, notes, quotes and saved searches. Each call is one action that can be undone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from workbench.errors import NotFound, UsageError
from workbench.model import QUOTE_KINDS, Part, Span, stable_id
from workbench.store.articles import text_of
from workbench.store.database import Database
from workbench.store.field_validation import NO_TABLES, LookupTables, quoted, validate
from workbench.store.history import RowChange, apply_changes
from workbench.store.mark_targets import describe_targets, require_targets
from workbench.store.serialization import clean_lines, one_line, parts_to_json, storable, to_json, utc_now
from workbench.store.transactions import reads, writes


@writes
def tag(db: Database, targets: Sequence[str], name: str) -> None:
    """Put a tag on each target."""
    require_targets(db, targets)
    label = f"tag {quoted(name)} on {describe_targets(db, targets)}"
    apply_changes(db, label, [("tag", {"target": t, "name": _tag_name(name)}, {}) for t in targets])


@writes
def untag(db: Database, targets: Sequence[str], name: str) -> None:
    """Take a tag off each target."""
    label = f"tag {quoted(name)} off {describe_targets(db, targets)}"
    apply_changes(db, label, [("tag", {"target": t, "name": _tag_name(name)}, None) for t in targets])


@writes
def star(db: Database, targets: Sequence[str], on: bool = True) -> None:
    """Star each target, or take the stars off."""
    if on:
        require_targets(db, targets)
    label = f"star {'on' if on else 'off'} {describe_targets(db, targets)}"
    apply_changes(db, label, [("star", {"target": t}, {} if on else None) for t in targets])


@writes
def note(db: Database, target: str, body: str, span: Span | None = None, *, id: str = "", written_at: str = "") -> str:
    """Write a note on something, or on a passage of an article; its id. One that comes from elsewhere has its own id
    and time.
    """
    require_targets(db, [target])
    if span and not _within(db, target, span):
        raise UsageError("A note on a passage needs an article and a place in its text.")
    id = id or stable_id("N", target, utc_now(), secrets.token_hex(8))
    start, end = (span.start, span.end) if span else (None, None)
    at = one_line(written_at) or utc_now()
    row = {"target": target, "body": _body(body), "start": start, "end": end, "written_at": at}
    apply_changes(db, f"note on {describe_targets(db, [target])}", [("note", {"id": id}, row)])
    return id


@writes
def tag_passage(db: Database, article_id: str, span: Span, name: str) -> str:
    """Tag a passage: a note whose body is the passage itself, with the tag on it; the note's id."""
    require_targets(db, [article_id], "article")
    id = stable_id("N", article_id, utc_now(), secrets.token_hex(8))
    row = {"target": article_id, "body": _body(_passage(db, article_id, span)), "start": span.start, "end": span.end,
           "written_at": utc_now()}  # fmt: skip
    tagged: RowChange = ("tag", {"target": id, "name": _tag_name(name)}, {})
    apply_changes(
        db,
        f"tag {quoted(name)} on a passage of {describe_targets(db, [article_id])}",
        [("note", {"id": id}, row), tagged],
    )
    return id


@writes
def make_quote(
    db: Database,
    article_id: str,
    span: Span,
    kind: str,
    speakers: Sequence[Mapping[str, Any]],
    telling: Callable[[str], tuple[Iterable[Part], Span]],
    known: LookupTables = NO_TABLES,
) -> str:
    """Make a quote of a passage, said by those speakers (as in `corrections.edit`); its id. `telling` says of the
    article's text what tells the passage, and its sentence.

    Where the machine has found the very same passage, only its speakers are corrected.
    """
    require_targets(db, [article_id], "article")
    if kind not in QUOTE_KINDS:
        raise UsageError(f"{quoted(kind)} is not a kind of quote.", f"Kinds: {', '.join(QUOTE_KINDS)}.")
    id = stable_id("Q", article_id, (span.start, span.end))
    words = _passage(db, article_id, span)
    told, sentence = telling(text_of(db, article_id))
    row = {
        "article_id": article_id, "kind": kind, "start": span.start, "end": span.end, "text": words,
        "told": parts_to_json(told), "sentence_start": sentence.start, "sentence_end": sentence.end,
    }  # fmt: skip
    changes: list[RowChange] = []
    if not db.execute("SELECT 1 FROM quote WHERE id = ?", [id]).fetchone():
        changes.append(("own_quote", {"id": id}, row))
    changes.append(
        ("edit", {"target": id, "field": "speakers"}, {"value": to_json(validate("speakers", speakers, known))})
    )
    apply_changes(db, f"a quote made of {quoted(words)}", changes)
    return id


def _passage(db: Database, article_id: str, span: Span) -> str:
    """The words of a passage; raises UsageError where there is none."""
    if not _within(db, article_id, span):
        raise UsageError("There is no such passage in the article.")
    sql = "SELECT substr(text, ? + 1, ?) FROM article WHERE id = ?"
    return str(db.execute(sql, [span.start, span.end - span.start, article_id]).fetchone()[0])


@writes
def rewrite_note(db: Database, id: str, body: str) -> None:
    """Change a note's words."""
    require_targets(db, [id], "note")
    apply_changes(db, f"other words for {describe_targets(db, [id])}", [("note", {"id": id}, {"body": _body(body)})])


@writes
def drop_note(db: Database, id: str) -> None:
    """Take a note away, with what is on it."""
    require_targets(db, [id], "note")
    tags = db.execute("SELECT name FROM tag WHERE target = ?", [id]).fetchall()
    on_it: list[RowChange] = [("tag", {"target": id, "name": name}, None) for (name,) in tags]
    apply_changes(
        db, f"drop {describe_targets(db, [id])}", [("note", {"id": id}, None), ("star", {"target": id}, None), *on_it]
    )


@reads
def saved_searches(db: Database) -> dict[str, str]:
    """Name -> query, by name."""
    return dict(db.execute("SELECT name, query FROM saved_search ORDER BY name").fetchall())


@writes
def save_search(db: Database, name: str, query: str) -> None:
    """Keep a query under a name."""
    row = {"query": storable(query)}
    apply_changes(db, f"save search {quoted(name)}", [("saved_search", {"name": _tag_name(name)}, row)])


@writes
def forget_search(db: Database, name: str) -> None:
    """Drop a saved search."""
    if name not in saved_searches(db):
        raise NotFound(f"There is no saved search {quoted(name)}.")
    apply_changes(db, f"forget search {quoted(name)}", [("saved_search", {"name": name}, None)])


@reads
def tags(db: Database) -> tuple[str, ...]:
    """All tags in use, most frequent first."""
    rows = db.execute("SELECT name FROM tag GROUP BY name ORDER BY count(*) DESC, name")
    return tuple(row[0] for row in rows)


def _within(db: Database, article_id: str, span: Span) -> bool:
    row = db.execute("SELECT length(text) FROM article WHERE id = ?", [article_id]).fetchone()
    return row is not None and 0 <= span.start < span.end <= row[0]


def _tag_name(name: str) -> str:
    clean = one_line(name)
    if not clean:
        raise UsageError("The name is empty.", "Give it a word or two.")
    return clean


def _body(body: str) -> str:
    text = clean_lines(body)
    if not text:
        raise UsageError("The note is empty.", "Write something, or drop the note.")
    return text
