"""Quotes and tags that the analyst makes of a passage."""

from __future__ import annotations

import pytest

from workbench.errors import UsageError
from workbench.model import Span
from workbench.work import Case

TEXT = "Ann Poe spoke on Thursday.\n\nShe said “we are ready”, and left the room at once.\n"
SPEAKER = {"name": "Ann Poe", "role": "minister", "country": "FRA", "kind": "person"}


@pytest.fixture
def own(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Case.open(tmp_path / "own.db") as case:
        case.add([str(tmp_path / "a.txt")])
        case.analyse()
        yield case


def passage(case: Case, words: str) -> tuple[str, Span]:
    row = case.search("articles").rows[0]
    start = case.article(row.id).value.text.index(words)
    return row.id, Span(start, start + len(words))


def test_it_stands_among_the_others_is_found_and_outlives_an_analysis(own: Case) -> None:
    before = own.counts()["quotes"]
    id = own.make_quote(*passage(own, "left the room"), "indirect", [SPEAKER])
    own.tag([id], "key")
    for _ in range(2):
        assert own.counts()["quotes"] == before + 1
        row = own.search("quotes", '"left the room" speaker:"Ann Poe" tag:key').rows[0]
        assert (row.id, row.value.own, row.value.text) == (id, True, "left the room")
        assert row.value.speakers[0].country == "FRA"
        outcome = own.analyse(everything=True)
        assert not outcome.lost
        assert not any(change.thing.id == id for change in outcome.changes.found)


def test_undo_takes_it_away_whole(own: Case) -> None:
    before = own.counts()["quotes"]
    own.make_quote(*passage(own, "left the room"), "indirect", [SPEAKER])
    own.undo()
    assert own.counts()["quotes"] == before
    assert own.search("quotes", "left room").total == 0
    own.redo()
    assert own.search("quotes", "left room").total == 1


def test_a_quote_that_was_found_already_is_corrected(own: Case) -> None:
    found = own.search("quotes").rows[0]
    before = own.counts()["quotes"]
    id = own.make_quote(found.value.article_id, found.value.spans[0], "direct", [SPEAKER])
    assert id == found.id
    assert own.counts()["quotes"] == before
    assert not own.quote(id).value.own


def test_a_tagged_passage_is_one_change(own: Case) -> None:
    id = own.tag_passage(*passage(own, "left the room"), "check")
    note = own.show(id)
    assert (note.value.body, note.marks.tags) == ("left the room", ("check",))
    own.undo()
    assert own.counts()["notes"] == 0
    assert own.tags() == ()


def test_there_must_be_such_a_passage_and_such_a_kind(own: Case) -> None:
    article, span = passage(own, "left")
    with pytest.raises(UsageError):
        own.make_quote(article, Span(span.start, 99_999), "direct", [])
    with pytest.raises(UsageError):
        own.make_quote(article, span, "shouted", [])
