"""What the analyst does can be undone and done again; what makes no sense is refused and leaves no action."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import NotFound, UsageError
from workbench.model import Action, Article, Span
from workbench.store import Store, corrections, history, integrity, notes, search
from workbench.store.database import Database

from .conftest import fill, ids, row

BAD: list[tuple[Callable[[Database, str, str], object], type[Exception]]] = [
    (lambda db, a, q: notes.tag(db, ["Q0000000000"], "x"), NotFound),
    (lambda db, a, q: notes.tag(db, ["", "zzz"], "x"), NotFound),
    (lambda db, a, q: notes.tag(db, [a], "  "), UsageError),
    (lambda db, a, q: notes.note(db, a, " \n "), UsageError),
    (lambda db, a, q: notes.note(db, a, "x", Span(0, 10**6)), UsageError),
    (lambda db, a, q: notes.note(db, q, "x", Span(0, 1)), UsageError),
    (lambda db, a, q: notes.rewrite_note(db, a, "x"), NotFound),
    (lambda db, a, q: notes.drop_note(db, "N0000000000"), NotFound),
    (lambda db, a, q: corrections.edit(db, a, "text", "x"), UsageError),
    (lambda db, a, q: corrections.edit(db, a, "published_on", "2025-02-30"), UsageError),
    (lambda db, a, q: corrections.edit(db, q, "speakers", [{"kind": "robot"}]), UsageError),
    (lambda db, a, q: corrections.edit(db, q, "stance", "supports"), UsageError),
    (lambda db, a, q: corrections.edit(db, "issue", "x", ""), UsageError),
    (lambda db, a, q: notes.forget_search(db, "none"), NotFound),
]


@pytest.mark.parametrize(("call", "kind"), BAD)
def test_what_makes_no_sense_is_refused_and_leaves_no_action(
    db: Database, story: list[Article], call: Callable[[Database, str, str], object], kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        call(db, story[0].id, row(db, "quotes").id)
    assert history.actions(db) == ()


def test_what_changes_nothing_is_no_action(db: Database, story: list[Article]) -> None:
    one = story[0].id
    notes.tag(db, [one], "x")
    notes.tag(db, [one], "x")
    notes.untag(db, [one], "y")
    notes.star(db, [one], on=False)
    corrections.revert(db, [one], "title")
    assert [a.label for a in history.actions(db)] == ["tag “x” on “Ministers weigh the causeway” in Harbour Post"]


def test_undo_works_in_another_session_and_a_new_change_ends_the_redo(tmp_path: Path) -> None:
    with Store.open(tmp_path / "case.db") as store:
        one = fill(store.db)[0].id
        notes.tag(store.db, [one], "a")
        notes.tag(store.db, [one], "b")
    with Store.open(tmp_path / "case.db") as store, Store.open(tmp_path / "case.db") as other:
        undone = history.undo(store.db)
        place = "“Ministers weigh the causeway” in Harbour Post"
        assert undone == Action(2, f"tag “b” on {place}", undone.at if undone else "", True)
        assert notes.tags(other.db) == ("a",)
        redone = history.redo(other.db)
        assert redone is not None
        assert not redone.undone
        assert history.redo(store.db) is None
        history.undo(store.db)
        notes.star(other.db, [one])
        assert history.redo(store.db) is None
        assert [(a.label, a.undone) for a in history.actions(store.db)] == [
            (f"star on {place}", False),
            (f"tag “a” on {place}", False),
        ]
        assert history.undo(store.db) is not None
        assert history.undo(store.db) is not None
        assert history.undo(store.db) is None


def added(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Everything in the analyst's tables, and what is shown of it."""
    tables = {t: list(db.query(f"SELECT * FROM {t} ORDER BY 1, 2")) for t in ("note", "tag", "edit")}
    tables |= {t: list(db.query(f"SELECT * FROM {t} ORDER BY 1")) for t in ("star", "saved_search", "head")}
    return tables | {"quote": list(db.query("SELECT id, speaker_names FROM quote ORDER BY id"))}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["tag", "untag", "star", "unstar", "note", "rewrite", "drop", "edit", "speakers", "issue",
                         "revert", "save", "forget", "undo", "redo"]),
        st.integers(0, 2),
        st.sampled_from(["key", "tolls", "toll on the causeway", "Ä [/]", "\ud800\x00"]),
    ),
    max_size=14,
)  # fmt: skip


def step(db: Database, what: str, at: int, text: str) -> None:
    """One thing an analyst may do; what makes no sense is refused."""
    article, quote, written = ids(db, "articles")[at], ids(db, "quotes")[at], ids(db, "notes")
    calls: dict[str, Callable[[], object]] = {
        "tag": lambda: notes.tag(db, [article, quote], text),
        "untag": lambda: notes.untag(db, [article, quote], text),
        "star": lambda: notes.star(db, [article, quote]),
        "unstar": lambda: notes.star(db, [quote], on=False),
        "note": lambda: notes.note(db, quote, text),
        "rewrite": lambda: [notes.rewrite_note(db, n, text) for n in written[at : at + 1]],
        "drop": lambda: [notes.drop_note(db, n) for n in written[at : at + 1]],
        "edit": lambda: corrections.edit(db, article, "outlet", text),
        "speakers": lambda: corrections.edit(db, quote, "speakers", [{"name": text}] * at),
        "issue": lambda: corrections.edit(db, "issue", "toll on the causeway", text),
        "revert": lambda: corrections.revert(db, [article], "outlet"),
        "save": lambda: notes.save_search(db, text, text),
        "forget": lambda: notes.forget_search(db, text),
        "undo": lambda: history.undo(db),
        "redo": lambda: history.redo(db),
    }
    try:
        calls[what]()
    except (UsageError, NotFound):
        return


@given(steps=STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    db: Database, story: list[Article], steps: list[tuple[str, int, str]]
) -> None:
    while history.undo(db):
        pass
    beginning = added(db)
    for what, at, text in steps:
        step(db, what, at, text)
    while history.redo(db):
        pass
    end = added(db)
    while history.undo(db):
        pass
    assert added(db) == beginning
    while history.redo(db):
        pass
    assert added(db) == end
    assert integrity.check(db) == ()


def test_several_changes_are_one_action_or_none(db: Database, story: list[Article]) -> None:
    one = story[0].id
    notes.tag(db, [one], "before")
    history.undo(db)
    with history.one_action(db, lambda: "nothing at all"):
        pass
    assert [action.undone for action in history.actions(db)] == [True]

    with history.one_action(db, lambda: "all of it"):
        notes.tag(db, [one], "key")
        notes.star(db, [one])
        corrections.edit(db, one, "title", "Another")
        corrections.edit(db, one, "title", "Yet another")
    assert [action.label for action in history.actions(db)] == ["all of it"]
    history.undo(db)
    marks = search.get(db, "articles", one).marks
    assert (marks.tags, marks.starred, marks.edited) == ((), False, False)
    history.redo(db)
    assert search.get(db, "articles", one).value.title == "Yet another"

    with pytest.raises(UsageError), history.one_action(db, lambda: "broken"):
        [notes.untag(db, [one], name) for name in ("key", " ")]
    assert search.get(db, "articles", one).marks.tags == ("key",)
