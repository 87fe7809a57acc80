"""Tags, stars, notes and saved searches: written, shown, searched and dropped."""

from __future__ import annotations

import pytest

from workbench.errors import NotFound
from workbench.model import Article, Note, Span
from workbench.store import articles, corrections, history, notes, search
from workbench.store.database import Database
from workbench.store.facets import facets
from workbench.store.highlights import highlights
from workbench.views import Marks

from .conftest import ids, row


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
