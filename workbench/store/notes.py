"""What the analyst adds: tags, stars, notes, edits and saved searches. Each call is one action that can be undone."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from workbench.errors import NotFound, UsageError
from workbench.model import ARTICLE_FIELDS, QUOTE_KINDS, SPEAKER_KINDS, STANCES, STATUSES, Span, stable_id
from workbench.store.history import Change, change
from workbench.store.text import ids_of, lines, now, one_line, pack, storable
from workbench.store.ties import kept_together
from workbench.store.transactions import reads, writes

_TABLES = {"A": "article", "Q": "quote", "P": "position", "F": "fact", "E": "entity", "N": "note"}
"""The first letter of an id tells its table."""
EDITABLE = {
    "article": ARTICLE_FIELDS,
    "quote": ("speakers",),
    "position": ("stance", "issue", "status"),
    "fact": ("gist", "status"),
}
LABEL_WIDTH = 40


@writes
def tag(db: Database, targets: Sequence[str], name: str) -> None:
    """Put a tag on each target."""
    _known(db, targets)
    label = f"tag {_named(name)} on {_things(targets)}"
    change(db, label, [("tag", {"target": t, "name": _tag_name(name)}, {}) for t in targets])


@writes
def untag(db: Database, targets: Sequence[str], name: str) -> None:
    """Take a tag off each target."""
    label = f"tag {_named(name)} off {_things(targets)}"
    change(db, label, [("tag", {"target": t, "name": _tag_name(name)}, None) for t in targets])


@writes
def star(db: Database, targets: Sequence[str], on: bool = True) -> None:
    """Star each target, or take the stars off."""
    if on:
        _known(db, targets)
    label = f"{'star' if on else 'unstar'} {_things(targets)}"
    change(db, label, [("star", {"target": t}, {} if on else None) for t in targets])


@writes
def note(db: Database, target: str, body: str, span: Span | None = None) -> str:
    """Write a note on something, or on a passage of an article; its id."""
    _known(db, [target])
    if span and not _within(db, target, span):
        raise UsageError("A note on a passage needs an article and a place in its text.")
    id = stable_id("N", target, now(), secrets.token_hex(8))
    start, end = (span.start, span.end) if span else (None, None)
    row = {"target": target, "body": _body(body), "start": start, "end": end, "written_at": now()}
    change(db, f"note on {target}", [("note", {"id": id}, row)])
    return id


@writes
def tag_passage(db: Database, article_id: str, span: Span, name: str) -> str:
    """Tag a passage: a note whose body is the passage itself, with the tag on it; the note's id."""
    _known(db, [article_id], "article")
    id = stable_id("N", article_id, now(), secrets.token_hex(8))
    row = {"target": article_id, "body": _body(_passage(db, article_id, span)), "start": span.start, "end": span.end,
           "written_at": now()}  # fmt: skip
    tagged: Change = ("tag", {"target": id, "name": _tag_name(name)}, {})
    change(db, f"tag {_named(name)} on a passage of {article_id}", [("note", {"id": id}, row), tagged])
    return id


@writes
def quote(db: Database, article_id: str, span: Span, kind: str, speakers: Sequence[Mapping[str, Any]]) -> str:
    """Make a quote of a passage, said by those speakers (as in `edit`); its id.

    Where the machine has found the very same passage, only its speakers are corrected.
    """
    _known(db, [article_id], "article")
    if kind not in QUOTE_KINDS:
        raise UsageError(f"{_named(kind)} is not a kind of quote.", f"Kinds: {', '.join(QUOTE_KINDS)}.")
    id = stable_id("Q", article_id, (span.start, span.end))
    words = _passage(db, article_id, span)
    row = {"article_id": article_id, "kind": kind, "start": span.start, "end": span.end, "text": words}
    changes: list[Change] = []
    if not db.execute("SELECT 1 FROM quote WHERE id = ?", [id]).fetchone():
        changes.append(("own_quote", {"id": id}, row))
    changes.append(("edit", {"target": id, "field": "speakers"}, {"value": pack(_checked("speakers", speakers))}))
    change(db, f"quote {_named(words)}", changes)
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
    _known(db, [id], "note")
    change(db, f"rewrite note {id}", [("note", {"id": id}, {"body": _body(body)})])


@writes
def drop_note(db: Database, id: str) -> None:
    """Take a note away, with what is on it."""
    _known(db, [id], "note")
    tags = db.execute("SELECT name FROM tag WHERE target = ?", [id]).fetchall()
    on_it: list[Change] = [("tag", {"target": id, "name": name}, None) for (name,) in tags]
    change(db, f"drop note {id}", [("note", {"id": id}, None), ("star", {"target": id}, None), *on_it])


@writes
def edit(db: Database, target: str, field: str, value: Any) -> None:
    """Lay a value of the analyst's over what the machine found.

    Articles: a name of ARTICLE_FIELDS, a str. Quotes: `speakers`, a list of {name, kind, role, country}. Positions:
    `stance`, `issue` or `status`, a str. Facts: `gist` or `status`, a str. An issue everywhere (target "issue"):
    field = its label as shown, value = the new one; the label of another issue merges the two.
    """
    if target == "issue":
        _rename_issue(db, storable(field), _checked_text("label", value))
        return
    _known(db, [target])
    kind = _TABLES[target[0]]
    if field not in EDITABLE.get(kind, ()):
        names = ", ".join(EDITABLE.get(kind, ())) or "none"
        raise UsageError(f"The {_shortened(field)} of a {kind} cannot be edited.", f"These can: {names}.")
    checked = _checked(field, value)
    row = None if (field, checked) == ("status", STATUSES[0]) else {"value": pack(checked)}
    change(db, f"edit {field} of {target}", [("edit", {"target": target, "field": field}, row)])


def _rename_issue(db: Database, old: str, new: str) -> None:
    """Pin every topic shown under `old`, and every position put there by hand, to `new`; the same label pins it."""
    own = db.execute("SELECT target FROM edit WHERE field = 'issue' AND value = ?", [pack(old)])
    keys = [("topic", topic) for topic in _topics_under(db, old)] + [(target, "issue") for (target,) in own]
    if not keys:
        raise NotFound(f"There is no issue {_named(old)}.")
    changes: list[Change] = [("edit", {"target": t, "field": f}, {"value": pack(new)}) for t, f in keys]
    change(db, f"pin issue {_named(old)}" if old == new else f"rename issue {_named(old)} to {_named(new)}", changes)


def _topics_under(db: Database, label: str) -> list[str]:
    return [row[0] for row in db.execute("SELECT topic FROM labels WHERE label = ?", [label])]


@writes
def put_under(db: Database, positions: Sequence[str], label: str) -> None:
    """Put positions under an issue of their own, or another one: one action."""
    _known(db, positions, "position")
    value = {"value": pack(_checked_text("label", label))}
    changes: list[Change] = [("edit", {"target": id, "field": "issue"}, value) for id in positions]
    change(db, f"{_things(positions)} under issue {_named(label)}", changes)


@writes
def judge(db: Database, targets: Sequence[str], status: str) -> None:
    """Confirm or reject positions or facts, or leave them as the machine's suggestions again: one action.

    The passages of a confirmed fact stay together.
    """
    facts = [id for id in targets if _TABLES.get(id[:1]) == "fact"]
    _known(db, [id for id in targets if id not in facts], "position")
    _known(db, facts)
    value = None if _checked("status", status) == STATUSES[0] else {"value": pack(status)}
    changes: list[Change] = [("edit", {"target": id, "field": "status"}, value) for id in targets]
    if status == "confirmed":
        changes += kept_together(db, facts)
    change(db, f"{_things(targets)} {status}", changes)


@writes
def revert(db: Database, target: str, field: str) -> None:
    """Take an edit away, so that the machine's value shows again; of target "issue" the pins of a label's topics."""
    if target == "issue":
        keys = [("topic", topic) for topic in _topics_under(db, storable(field))]
    else:
        keys = [(target, storable(field))]
    changes: list[Change] = [("edit", {"target": t, "field": f}, None) for t, f in keys]
    change(db, f"revert {_shortened(field)} of {target}", changes)


@reads
def saved_searches(db: Database) -> dict[str, str]:
    """Name -> query, by name."""
    return dict(db.execute("SELECT name, query FROM saved_search ORDER BY name").fetchall())


@writes
def save_search(db: Database, name: str, query: str) -> None:
    """Keep a query under a name."""
    row = {"query": storable(query)}
    change(db, f"save search {_named(name)}", [("saved_search", {"name": _tag_name(name)}, row)])


@writes
def forget_search(db: Database, name: str) -> None:
    """Drop a saved search."""
    if name not in saved_searches(db):
        raise NotFound(f"There is no saved search {_named(name)}.")
    change(db, f"forget search {_named(name)}", [("saved_search", {"name": name}, None)])


@reads
def tags(db: Database) -> tuple[str, ...]:
    """All tags in use, most frequent first."""
    rows = db.execute("SELECT name FROM tag GROUP BY name ORDER BY count(*) DESC, name")
    return tuple(row[0] for row in rows)


def _known(db: Database, targets: Iterable[str], kind: str = "") -> None:
    """Raise NotFound for an id that nothing has."""
    by_table: dict[str, list[str]] = {}
    for target in targets:
        by_table.setdefault(_TABLES.get(target[:1], "article"), []).append(target)
    for table, ids in by_table.items():
        sql = f"SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM {table})"
        missing = db.execute(sql, [ids_of(ids)]).fetchone()
        if missing or kind not in ("", table):
            raise NotFound(f"Nothing has the id {_shortened(missing[0] if missing else ids[0])}.")


def _within(db: Database, article_id: str, span: Span) -> bool:
    row = db.execute("SELECT length(text) FROM article WHERE id = ?", [article_id]).fetchone()
    return row is not None and 0 <= span.start < span.end <= row[0]


def _checked(field: str, value: Any) -> Any:
    """The value as it is stored; raises UsageError for one that makes no sense."""
    if field == "speakers":
        return [_speaker(v) for v in value]
    text = _checked_text(field, value, empty=field in ARTICLE_FIELDS)
    if field == "stance" and text not in STANCES:
        raise UsageError(f"{_named(text)} is not a stance.", f"Stances: {', '.join(STANCES)}.")
    if field == "status" and text not in STATUSES:
        raise UsageError(f"{_named(text)} is not a status.", f"There are {', '.join(STATUSES)}.")
    if field == "published_on" and text and not _is_date(text):
        raise UsageError(f"{_named(text)} is not a date.", "Write it as 2025-08-21.")
    return text


def _checked_text(field: str, value: Any, empty: bool = False) -> str:
    if not isinstance(value, str):
        raise UsageError(f"The {field} must be text.")
    text = one_line(value)
    if not (text or empty):
        raise UsageError(f"The {field} cannot be empty.")
    return text


def _speaker(value: Mapping[str, Any]) -> dict[str, str]:
    kind = str(value.get("kind") or ("person" if value.get("name") else "unknown"))
    if kind not in SPEAKER_KINDS:
        raise UsageError(f"{_named(kind)} is not a kind of speaker.", f"Kinds: {', '.join(SPEAKER_KINDS)}.")
    texts = {name: one_line(str(value.get(name) or "")) for name in ("name", "role", "country")}
    return {"name": texts["name"], "kind": kind, "role": texts["role"], "country": texts["country"]}


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _tag_name(name: str) -> str:
    clean = one_line(name)
    if not clean:
        raise UsageError("The name is empty.", "Give it a word or two.")
    return clean


def _body(body: str) -> str:
    text = lines(body)
    if not text:
        raise UsageError("The note is empty.", "Write something, or drop the note.")
    return text


def _named(name: str) -> str:
    return f'"{_shortened(name)}"'


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LABEL_WIDTH else line[: LABEL_WIDTH - 1] + "…"


def _things(targets: Sequence[str]) -> str:
    return targets[0] if len(targets) == 1 else f"{len(targets)} rows"
