"""Is the case whole? Everything the workbench promises of its file, looked at; and what can be made anew, made anew."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from workbench.errors import CaseDamaged
from workbench.model import PANES
from workbench.store.articles import decompressed
from workbench.store.database import Database
from workbench.store.pending_work import queue_comparison
from workbench.store.query.fields import INDEXES
from workbench.store.results import delete_results
from workbench.store.transactions import writing

JOIN = " … "
"""Between the words of a quote's spans."""
BATCH = 200
_PERSON = "id, name, kind, role, country, name_from, role_from, country_from, proof, aliases, quotes"
OVERLAYS = (
    ("head", "*", "article_overlay", "articles"),
    ("speakers", "*", "speaker_overlay", "speakers"),
    ("person", _PERSON, "person_overlay", "people"),
    ("naming", "*", "naming_overlay", "who is named where"),
)
"""Tables that are made of others, their columns, the views that make them, and what they list."""


def check(db: Database) -> tuple[str, ...]:
    """What is wrong with the case, a line each; empty if nothing is."""
    try:
        broken = [*_file(db), *_search(db), *_overlay(db)]
        return tuple([*broken, *_documents(db), *(line for _, line in _spans(db))])
    except sqlite3.DatabaseError as error:
        return (f"The file is damaged: {error}.",)


def repair(db: Database) -> tuple[str, ...]:
    """Make anew what can be: indexes, the list of articles, and results that do not hold; what is wrong even then."""
    with writing(db):
        db.execute("REINDEX")
        for index in set(INDEXES.values()):
            db.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        for table, overlay in (("head", "article_overlay"), ("speakers", "speaker_overlay")):
            db.execute(f"DELETE FROM {table}")
            db.execute(f"INSERT INTO {table} SELECT * FROM {overlay}")
        _renew_people(db)
        for article_id in dict.fromkeys(id for id, _ in _spans(db)):
            queue_comparison(db, article_id)
            delete_results(db, article_id)
            db.execute("DELETE FROM fact WHERE id IN (SELECT fact_id FROM phrasing WHERE article_id = ?)", [article_id])
    return check(db)


def _renew_people(db: Database) -> None:
    """Make everybody anew of whom the articles and the analyst name."""
    db.execute(
        "UPDATE entity SET person_id = coalesce((SELECT json_extract(value, '$.id') FROM edit"
        " WHERE target = entity.id AND field = 'person'), iif(kind IN ('anonymous', 'unknown'), '', id))"
    )
    db.execute(
        "INSERT INTO refreshed_person SELECT id FROM person UNION SELECT person_id FROM entity"
        " UNION SELECT person_id FROM speakers WHERE person_id IS NOT NULL"
    )
    db.execute("DELETE FROM naming")
    db.execute("INSERT INTO naming SELECT * FROM naming_overlay")
    db.execute("UPDATE person SET quotes = (SELECT count(*) FROM speakers WHERE person_id = person.id)")


def _file(db: Database) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"The file is damaged: {line}."
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield f"A row of {table} belongs to no {parent}."


def _search(db: Database) -> Iterator[str]:
    for pane in PANES:
        index = INDEXES[pane]
        try:
            with db.atomic():
                db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
                return
            yield f"The search index of {pane} is out of step."


def _overlay(db: Database) -> Iterator[str]:
    differ = "SELECT * FROM (SELECT {0} FROM {1} EXCEPT SELECT {0} FROM {2}) LIMIT 1"
    for table, columns, overlay, what in OVERLAYS:
        pairs = ((table, overlay), (overlay, table))
        if any(db.execute(differ.format(columns, *pair)).fetchone() for pair in pairs):
            yield f"The list of {what} is out of step with what was found and edited."


def _documents(db: Database) -> Iterator[str]:
    for article_id, document_id in db.execute("SELECT id, document_id FROM article").fetchall():
        found = db.execute("SELECT data FROM document WHERE id = ?", [document_id]).fetchone()
        if found is None:
            yield f"Article {article_id} has no document."
        elif not _holds(found[0], article_id, document_id):
            yield f"The document of article {article_id} is not what was added."


def _holds(data: bytes, article_id: str, document_id: str) -> bool:
    try:
        return hashlib.sha256(decompressed(data, article_id)).hexdigest() == document_id
    except CaseDamaged:
        return False


def _spans(db: Database) -> Iterator[tuple[str, str]]:
    """Article and line for everything whose words are not those of its spans."""
    last = 0
    while rows := db.execute(
        "SELECT rowid, id, text FROM article WHERE rowid > ? ORDER BY rowid LIMIT ?", [last, BATCH]
    ).fetchall():
        for _, article_id, text in rows:
            for what, words, spans in _claims(db, article_id):
                if JOIN.join(text[start:end] for start, end in spans) != words:
                    yield article_id, f"The words of {what} are not in article {article_id} where it says."
        last = rows[-1][0]


Claim = tuple[str, str, list[list[int]]]
"""An id, its words, and where they stand."""


def _claims(db: Database, article_id: str) -> Iterator[Claim]:
    quotes = db.execute("SELECT id, text, spans, told FROM quote WHERE article_id = ?", [article_id])
    for id, text, spans, told in quotes.fetchall():
        yield id, text, json.loads(spans)
        yield from ((id, words, [[start, end]]) for _, start, end, words in json.loads(told))
    for id, text, start, end in db.execute(
        "SELECT id, text, evidence_start, evidence_end FROM position WHERE article_id = :a"
        " UNION ALL SELECT fact_id, text, start, end FROM phrasing WHERE article_id = :a"
        " UNION ALL SELECT q.id, s.mention, s.mention_start, s.mention_end"
        " FROM speaker s JOIN quote q ON q.id = s.quote_id WHERE q.article_id = :a AND s.mention_start IS NOT NULL"
        " UNION ALL SELECT id, cue, cue_start, cue_end FROM quote WHERE article_id = :a AND cue_start IS NOT NULL",
        {"a": article_id},
    ).fetchall():
        yield id, text, [[start, end]]
