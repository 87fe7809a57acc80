"""What the analyst adds lies over what the machine found, survives it, and can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from workbench.errors import NotFound, UsageError
from workbench.model import Action, Article, Note, Pane, Quote, Span
from workbench.store import Store, articles, corrections, history, integrity, notes, results, search
from workbench.store.facets import facets
from workbench.store.facts import load_facts, save_facts
from workbench.store.highlights import highlights
from workbench.store.issues import pinned_labels
from workbench.views import Marks, Row

from .conftest import analysis_of, fact_of, fill


def ids(db: Database, pane: Pane, query: str = "") -> list[str]:
    """Ids of the rows that match."""
    return [row.id for row in search.search(db, pane, query).rows]


def row(db: Database, pane: Pane, query: str = "") -> Row[Any]:
    """The first row that matches."""
    return search.search(db, pane, query).rows[0]


def analyse_again(db: Database, story: list[Article]) -> None:
    """What a re-analysis does."""
    for article in story:
        results.save_analysis(db, analysis_of(article), "2")
    save_facts(db, [])
    save_facts(db, [fact_of(story)])


def test_an_edited_article_is_shown_found_and_listed_as_edited(db: Database, story: list[Article]) -> None:
    one = story[0].id
    corrections.edit(db, one, "outlet", "Harbour  Gazette")
    corrections.edit(db, one, "published_on", "2025-09-01")
    corrections.edit(db, one, "title", "Über den Damm")
    for again in (False, True):
        if again:
            analyse_again(db, story)
        shown = row(db, "articles", "outlet:gazette")
        assert shown.head is not None
        assert (shown.id, shown.head.outlet, shown.value.published_on) == (one, "Harbour Gazette", "2025-09-01")
        assert shown.marks == Marks(edited=True)
        assert ids(db, "articles", "uber in:title") == ids(db, "articles", "gazette") == [one]
        assert ids(db, "articles")[0] == one
        heads = {r.head for r in search.search(db, "quotes", f"article:{one}").rows}
        assert heads == {shown.head}
        assert ids(db, "articles", 'outlet:"Harbour Post"') == []
        assert articles.get(db, one) == story[0]
        assert integrity.check(db) == ()
    corrections.revert(db, [one], "outlet")
    assert ids(db, "articles", "is:edited outlet:post") == [one]


def test_a_corrected_speaker_replaces_the_machines(db: Database, story: list[Article]) -> None:
    quote = row(db, "quotes", "speaker:anonymous").id
    corrections.edit(db, quote, "speakers", [{"name": "Zoë Marr", "country": "SUD"}, {"kind": "unknown"}])
    for again in (False, True):
        if again:
            analyse_again(db, story)
        value: Quote = row(db, "quotes", "speaker:zoe").value
        who = [(s.name, s.kind, s.country) for s in value.speakers]
        assert who == [("Zoë Marr", "person", "SUD"), ("", "unknown", "")]
        assert value.speakers[0].mention == analysis_of(story[2]).quotes[0].speakers[0].mention
        assert ids(db, "quotes", "marr") == ids(db, "quotes", "country:SUD ferries") == [quote]
        assert ids(db, "quotes", "speaker:anonymous") == []
        assert ids(db, "articles", "speaker:marr") == [story[2].id]
        assert integrity.check(db) == ()
    corrections.revert(db, [quote], "speakers")
    assert ids(db, "quotes", "speaker:anonymous") == [quote]
    assert ids(db, "quotes", "marr") == []


def test_an_issue_is_renamed_merged_and_split(db: Database, story: list[Article]) -> None:
    def issues() -> dict[str, str]:
        return {r.value.topic: r.value.issue for r in search.search(db, "positions").rows}

    corrections.edit(db, "issue", "toll on the causeway", "tolls")
    assert issues() == {"toll": "tolls", "a toll": "tolls", "the plan": "the plan"}
    assert len(ids(db, "positions", "issue:tolls")) == 2
    corrections.edit(db, "issue", "tolls", "money")
    corrections.edit(db, "issue", "the plan", "money")
    assert set(issues().values()) == {"money"}
    split = row(db, "positions", "stance:ruled_out").id
    corrections.edit(db, split, "issue", "bans")
    corrections.edit(db, split, "stance", "opposes")
    assert issues() == {"toll": "money", "a toll": "bans", "the plan": "money"}
    assert ids(db, "positions", "issue:bans") == ids(db, "positions", "stance:opposes norland rejected") == [split]
    assert ids(db, "positions", "stance:ruled_out") == []
    corrections.edit(db, "issue", "bans", "money")
    analyse_again(db, story)
    assert set(issues().values()) == {"money"}
    corrections.revert(db, ["issue"], "money")
    assert issues() == {"toll": "toll on the causeway", "a toll": "money", "the plan": "the plan"}


def test_topics_named_by_the_analyst_are_pinned(db: Database, story: list[Article]) -> None:
    corrections.edit(db, "issue", "toll on the causeway", "tolls")
    corrections.put_under(db, [row(db, "positions", "stance:supports").id], "backing")
    pinned = pinned_labels(db)
    assert {label for label in pinned.values()} == {"tolls", "backing"}
    history.undo(db)
    assert set(pinned_labels(db).values()) == {"tolls"}
    with pytest.raises(NotFound):
        corrections.edit(db, "issue", "no such issue", "x")


def test_positions_are_confirmed_and_rejected(db: Database, story: list[Article]) -> None:
    both = ids(db, "positions")[:2]
    corrections.judge(db, both, "rejected")
    assert ids(db, "positions", "status:rejected") == both
    assert {r.value.status for r in search.search(db, "positions").rows} == {"suggested", "rejected"}
    corrections.judge(db, both[:1], "confirmed")
    analyse_again(db, story)
    assert ids(db, "positions", "status:confirmed") == both[:1]
    history.undo(db)
    assert ids(db, "positions", "status:rejected") == both
    corrections.judge(db, both, "suggested")
    assert ids(db, "positions", "status:rejected") == []
    with pytest.raises(UsageError):
        corrections.judge(db, both, "perhaps")


def test_a_gist_is_edited(db: Database, story: list[Article]) -> None:
    fact = row(db, "facts").id
    corrections.edit(db, fact, "gist", "price of the dam")
    analyse_again(db, story)
    assert row(db, "facts", "dam").value.gist == "price of the dam"
    assert ids(db, "facts", "crowns") == [fact]
    assert load_facts(db)[0].gist == "cost of the work"


def test_marks_are_shown_and_asked_for(db: Database, story: list[Article]) -> None:
    quote, fact = row(db, "quotes", "toll"), row(db, "facts")
    notes.tag(db, [quote.id, fact.id], "Key  point")
    notes.star(db, [quote.id])
    notes.note(db, quote.id, "Compare\nwith May.")
    notes.note(db, quote.id, "And June.")
    marks = search.get(db, "quotes", quote.id).marks
    assert marks == Marks(True, False, ("Key point",), "Compare\nwith May.\n\nAnd June.")
    for query in ("is:starred", "tag:key", 'tag:"key point"', "has:note", "has:tag", "note:june", "note:compar*"):
        assert ids(db, "quotes", query) == [quote.id], query
        assert story[1].id in ids(db, "articles", query), query
    assert ids(db, "facts", "has:tag") == [fact.id]
    assert notes.tags(db) == ("Key point",)
    assert {(f.field, f.count) for f in facets(db) if f.field == "tag"} == {("tag", 2)}
    notes.untag(db, [quote.id], "Key point")
    notes.star(db, [quote.id], on=False)
    assert (ids(db, "quotes", "tag:key"), ids(db, "quotes", "is:starred")) == ([], [])


def test_notes_are_written_rewritten_and_dropped(db: Database, story: list[Article]) -> None:
    first = notes.note(db, story[0].id, "On the [/] whole", Span(0, 14))
    second = notes.note(db, row(db, "facts").id, "Norland")
    found = {r.id: r for r in search.search(db, "notes").rows}
    assert found.keys() == {first, second}
    value: Note = found[first].value
    assert (value.body, value.span, value.target) == ("On the [/] whole", Span(0, 14), story[0].id)
    assert found[first].head is not None
    assert found[first].head.outlet == "Harbour Post"
    assert found[second].head is None
    assert ("note", first) in [(h.kind, h.id) for h in highlights(db, story[0].id)]
    assert ids(db, "notes", "norland") == [second]
    assert first in ids(db, "notes", "outlet:harbour")
    notes.rewrite_note(db, first, "In part")
    assert ids(db, "notes", "part note:part") == [first]
    notes.star(db, [first])
    notes.drop_note(db, first)
    assert ids(db, "notes") == [second]
    history.undo(db)
    assert row(db, "notes", "part").marks.starred


def test_searches_are_kept_by_name(db: Database) -> None:
    notes.save_search(db, "tolls", "toll")
    notes.save_search(db, "tolls", "toll OR fee")
    notes.save_search(db, "all", "")
    assert notes.saved_searches(db) == {"all": "", "tolls": "toll OR fee"}
    notes.forget_search(db, "all")
    assert list(notes.saved_searches(db)) == ["tolls"]


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


def test_what_the_analyst_types_is_kept_without_control_characters(db: Database, story: list[Article]) -> None:
    one = story[0].id
    notes.tag(db, [one], "a\x1b[31m\x00\nb\ud800")
    corrections.edit(db, one, "title", "\x07T")
    note = notes.note(db, one, "one\n\x1b]0;two\x9b")
    shown = search.get(db, "articles", one)
    assert (shown.marks.tags, shown.value.title) == (("a [31m b?",), "T")
    assert search.get(db, "notes", note).value.body == "one\n]0;two"
    assert ids(db, "articles", 'tag:"a [31m b?"') == [one]
    notes.untag(db, ["\ud800"], "x")
    with pytest.raises(NotFound):
        notes.star(db, ["\ud800"])
    with pytest.raises(NotFound):
        articles.get(db, "\ud800")


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
