"""What in a case something may be that was said elsewhere: articles by what is known of them, rows by where they stand,
people by their names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Span
from workbench.store.database import Database
from workbench.store.serialization import json_array, storable

_PLACES = {
    "quotes": "SELECT id, spans, '' FROM quote WHERE article_id = ?",
    "positions": "SELECT id, json_array(json_array(clause_start, clause_end)), holder FROM position"
    " WHERE article_id = ?",
    "evidence": "SELECT id, json_array(json_array(evidence_start, evidence_end)), holder FROM position"
    " WHERE article_id = ?",
    "facts": "SELECT fact_id, json_array(json_array(start, end)), '' FROM phrasing WHERE article_id = ?",
}
_KEYS = "id, source, url, title, outlet, published_on"


@dataclass(frozen=True, slots=True)
class ArticleKeys:
    """What an article may be known by: as it came, or as the analyst corrected it."""

    id: str
    source: str
    url: str
    title: str
    outlet: str
    published_on: str


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row and where it stands."""

    id: str
    spans: tuple[Span, ...]
    holder: str


def article_keys(db: Database) -> Iterator[ArticleKeys]:
    """What each article may be known by."""
    rows = db.execute(f"SELECT {_KEYS} FROM article UNION SELECT {_KEYS} FROM head ORDER BY 1")
    return (ArticleKeys(*row) for row in rows)


def articles_with(db: Database, words: str) -> list[str]:
    """The articles whose text has some words, exactly."""
    return [id for (id,) in db.execute("SELECT id FROM article WHERE instr(text, ?) ORDER BY id", [storable(words)])]


def current_versions(db: Database, ids: Sequence[str]) -> list[str]:
    """Of articles that are all versions of one, the newest; nothing where they are not."""
    sql = "SELECT article_id, first, current FROM version WHERE article_id IN (SELECT value FROM json_each(?))"
    rows = db.execute(sql, [json_array(ids)]).fetchall()
    if len(rows) != len(ids) or len({first for _, first, _ in rows}) != 1:
        return []
    return [id for id, _, current in rows if current]


def row_places(db: Database, what: str, article_id: str) -> list[RowPlace]:
    """The `quotes`, `positions` (by their clause, or `evidence`) or `facts` of an article, and where they stand."""
    rows = db.execute(_PLACES[what], [article_id])
    return [RowPlace(id, tuple(Span(*each) for each in json.loads(spans)), holder) for id, spans, holder in rows]


def note_bodies(db: Database, target: str) -> list[str]:
    """The words of all notes on something."""
    rows = db.execute("SELECT body FROM note WHERE target = ? ORDER BY written_at, rowid", [target])
    return [body for (body,) in rows]


def note_like(db: Database, target: str, span: Span | None, body: str) -> str:
    """The id of a note with those words on the same thing, or passage (a blank more or less is no other one); "" where
    there is none.
    """
    start, end = (span.start, span.end) if span else (None, None)
    sql = (
        "SELECT id FROM note WHERE target = :target AND body = :body AND (start IS :start AND end IS :end"
        " OR abs(start - :start) <= 2 AND abs(end - :end) <= 2) ORDER BY written_at"
    )
    row = db.execute(sql, {"target": target, "start": start, "end": end, "body": body}).fetchone()
    return str(row[0]) if row else ""


def people_called(db: Database, names: Sequence[str], kind: str = "") -> list[str]:
    """Ids of the people of a kind, or of any, who have one of some names as theirs, the most quoted first."""
    sql = (
        "SELECT id FROM person WHERE (kind = :kind OR :kind = '') AND name IN (SELECT value FROM json_each(:names))"
        " ORDER BY quotes DESC, id"
    )
    return [id for (id,) in db.execute(sql, {"kind": storable(kind), "names": json_array(names)})]


def people_also_called(db: Database, name: str, kind: str) -> list[str]:
    """Ids of the people of a kind who have a name beside their own."""
    sql = (
        "SELECT id FROM person WHERE kind = ? AND instr(char(10) || aliases || char(10), char(10) || ? || char(10))"
        " ORDER BY quotes DESC, id"
    )
    return [id for (id,) in db.execute(sql, [storable(kind), storable(name)])]


def stored_edits(db: Database, target: str) -> frozenset[str]:
    """The fields of something that the analyst corrected."""
    return frozenset(name for (name,) in db.execute("SELECT field FROM edit WHERE target = ?", [target]))
