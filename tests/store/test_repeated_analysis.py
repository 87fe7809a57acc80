"""An article that is analysed again: what changed is told, and what is left alone waits no more."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import Analysis, Article, Changes, Speaker, Tally
from workbench.store import articles, corrections, mark_anchors, notes, results, search
from workbench.store.database import Database
from workbench.store.facets import facets

from .conftest import analysis_of
from .numbered_words import add, quote


def test_saving_tells_what_changed_but_not_the_first_time(db: Database, story: list[Article]) -> None:
    first = analysis_of(story[0])
    same = results.save_analysis(db, first, "2")
    assert same == Changes(1, kept_quotes=2, kept_positions=1)
    brenn = replace(first.quotes[0], speakers=(Speaker("Odd Brenn", "person"),))
    found = results.save_analysis(db, replace(first, quotes=(brenn,), positions=()), "3")
    assert found
    assert (found.quotes, found.positions) == (Tally(changed=1, gone=1), Tally(gone=1))
    assert [(c.before, c.after) for c in found.found if c.kind == "changed"] == [(first.quotes[0], brenn)]
    results.delete_results(db, story[0].id)
    assert results.save_analysis(db, first, "3") is None


def test_what_is_left_alone_is_told_and_waits_no_more_until_it_is_said_to_be_english(db: Database) -> None:
    id = add(db)
    results.save_analysis(db, Analysis(id, unanalysed="fr"), "1")
    row = search.get(db, "articles", id)
    assert row.head is not None
    assert (row.head.unanalysed, row.value.language) == ("fr", "fr")
    assert [r.id for r in search.search(db, "articles", "unanalysed:fr word03").rows] == [id]
    assert search.search(db, "articles", "-unanalysed:fr").total == 0
    assert [(f.value, f.count, f.label) for f in facets(db) if f.field == "unanalysed"] == [("fr", 1, "French")]
    assert articles.pending(db, "1") == []
    corrections.edit(db, id, "language", "en")
    assert articles.pending(db, "1") == [id]
    results.save_analysis(db, Analysis(id), "1")
    assert articles.pending(db, "1") == []
    assert articles.heads(db)[id].unanalysed == ""


def test_an_article_that_is_left_alone_now_had_quotes_before(db: Database) -> None:
    id = add(db)
    old = quote(2, 6, article=id)
    results.save_analysis(db, Analysis(id, quotes=(old,)), "1")
    notes.tag(db, [old.id], "key")
    found = results.save_analysis(db, Analysis(id, unanalysed="fr"), "2")
    assert found
    assert found.quotes == Tally(gone=1)
    assert [one.target for one in mark_anchors.lost_marks(db)] == [old.id]
