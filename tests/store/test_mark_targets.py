"""The undo list says what marks lie on in words."""

from __future__ import annotations

from workbench.model import Article
from workbench.store import corrections, notes
from workbench.store.database import Database
from workbench.store.serialization import to_json

from .conftest import ids, labels


def test_marks_are_told_in_words(db: Database, story: list[Article]) -> None:
    quote, position, fact = ids(db, "quotes", "toll")[0], ids(db, "positions", "sudria")[0], ids(db, "facts")[0]
    notes.star(db, [quote])
    notes.note(db, position, "Ask again")
    notes.tag(db, [quote, position, fact], "key")
    notes.drop_note(db, ids(db, "notes")[0])
    corrections.judge(db, [fact], "confirmed")
    assert labels(db)[::-1] == [
        "star on the quote of Odd Brenn in Coastal Wire",
        "note on the position of Sudria on “the plan” in North Radio",
        "tag “key” on 1 quote and 1 position and 1 fact",
        "drop the note “Ask again”",
        "the fact “cost of the work” confirmed",
    ]


def test_older_undo_lists_are_told_in_words_too(db: Database, story: list[Article]) -> None:
    changes = [{"table": "star", "key": {"target": story[0].id}, "before": None, "after": {"target": story[0].id}}]
    sql = "INSERT INTO action (at, label, changes) VALUES ('2025-01-01', ?, ?)"
    db.execute(sql, [f"star {story[0].id} not A0000000000", to_json(changes)])
    assert labels(db) == ["star “Ministers weigh the causeway” in Harbour Post not A0000000000"]
