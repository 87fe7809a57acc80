"""Issues in and out: all of them, or those that come in."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import Analysis, Article
from workbench.store.database import Database
from workbench.store.issues import add_issues, save_issues, save_topic_vectors, topic_vectors
from workbench.store.positions import load_positions, load_positions_of_issues, load_ungrouped_positions
from workbench.store.results import save_analysis


def test_positions_come_into_issues_and_leave_them_when_they_are_gone(db: Database, story: list[Article]) -> None:
    first, *others = load_positions(db)
    save_issues(db, {first.id: "toll"})
    assert [p.id for p in load_ungrouped_positions(db)] == [
        p.id for p in sorted(others, key=lambda p: (p.article_id, p.id))
    ]
    db.execute("DELETE FROM position WHERE id = ?", [first.id])
    add_issues(db, {p.id: "causeway" for p in others})
    assert load_ungrouped_positions(db) == []
    assert dict(db.execute("SELECT position_id, label FROM issue")) == {p.id: "causeway" for p in others}


def test_a_few_positions_stand_for_each_issue(db: Database, story: list[Article]) -> None:
    found = sorted(load_positions(db), key=lambda p: p.id)
    save_issues(db, {p.id: "toll" for p in found})
    assert [(p.id, p.issue) for p in load_positions_of_issues(db, len(found))] == [(p.id, "toll") for p in found]
    assert [p.id for p in load_positions_of_issues(db, 1)] == [found[0].id]
    save_issues(db, {p.id: f"toll {n}" for n, p in enumerate(found)})
    assert len(load_positions_of_issues(db, 1)) == len(found)


def test_vectors_of_some_texts_are_read_and_others_are_added(db: Database) -> None:
    save_topic_vectors(db, {"toll": b"1", "bans": b"2"})
    assert topic_vectors(db, ["toll", "nothing"]) == {"toll": b"1"}
    save_topic_vectors(db, {"toll": b"1", "new": b"3"}, {"toll"})
    assert topic_vectors(db) == {"toll": b"1", "bans": b"2", "new": b"3"}
    save_topic_vectors(db, {"new": b"3"})
    assert topic_vectors(db) == {"new": b"3"}


def test_a_position_about_something_else_waits_to_be_grouped_again(db: Database, story: list[Article]) -> None:
    first, *_ = found = load_positions(db)
    save_issues(db, {p.id: "toll" for p in found})
    own = [p for p in found if p.article_id == first.article_id]
    again = [replace(first, topic="the ferry", issue=""), *(replace(p, issue="") for p in own if p != first)]
    save_analysis(db, Analysis(first.article_id, positions=tuple(again)), "1")
    assert [p.id for p in load_ungrouped_positions(db)] == [first.id]
