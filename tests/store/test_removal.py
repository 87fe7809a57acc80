"""Articles are taken out whole, with the marks on them, and come back whole."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.errors import NotFound
from workbench.model import Article, Removal, Span
from workbench.store import (
    articles,
    corrections,
    history,
    integrity,
    match_constraints,
    notes,
    pending_work,
    removal,
    search,
)
from workbench.store.database import Database
from workbench.store.entities import persons_by_article

from .conftest import made, span

TABLES = (
    "article", "head", "quote", "speaker", "speakers", "position", "clause", "alias", "entity", "own_quote", "lost",
    "unanalysed", "note", "tag", "star", "edit", "tie",
)  # fmt: skip


def everything(db: Database) -> dict[str, list[str]]:
    """All rows of an article's tables and of the analyst's, but for their places in them."""

    def plain(row: dict[str, Any]) -> str:
        return repr({name: value for name, value in row.items() if name != "rowid"})

    return {table: sorted(map(plain, db.query(f"SELECT * FROM {table}"))) for table in TABLES}


def marked(db: Database, story: list[Article]) -> None:
    """Marks of each kind, most of them in the first article."""
    first, second = story[0], story[1]
    words = span(first.text, "The work costs 40 million")
    own = notes.make_quote(db, first.id, words, "indirect", [{"name": "Wen Ode"}], lambda _: ((), words))
    quote = search.search(db, "quotes", "rell").rows[0].id
    notes.star(db, [quote, second.id])
    notes.tag(db, [own, first.id], "key")
    notes.tag(db, [notes.note(db, first.id, "Whose crowns?", Span(0, 5))], "money")
    corrections.edit(db, quote, "speakers", [{"name": "Ana Rell"}])
    corrections.edit(db, first.id, "outlet", "Harbour Gazette")


def test_an_article_goes_with_all_that_is_its_own_and_comes_back(db: Database, story: list[Article]) -> None:
    marked(db, story)
    before = everything(db)
    gone = removal.remove(db, [story[0].id])
    assert gone == Removal(1, 3, 1, 0, notes=1, tags=3, stars=1, edits=3)
    assert gone == Removal(1, 3, 1, 0, 1, 3, 1, 3)
    with pytest.raises(NotFound):
        articles.get(db, story[0].id)
    left = everything(db)
    assert not any(story[0].id in row for rows in left.values() for row in rows)
    assert [row for row in left["star"]] == [repr({"target": story[1].id})]
    assert integrity.check(db) == ()
    label = history.actions(db)[0].label
    assert label == "“Ministers weigh the causeway” in Harbour Gazette taken out, with 1 note, 3 tags, 1 star, 3 edits"
    history.undo(db)
    assert everything(db) == before
    assert articles.get(db, story[0].id) == story[0]
    assert integrity.check(db) == ()
    history.redo(db)
    assert everything(db) == left
    history.undo(db)
    while history.undo(db):
        pass
    assert everything(db)["note"] == []
    assert integrity.check(db) == ()


def test_what_is_found_in_it_is_searched_again_after_it_came_back(db: Database, story: list[Article]) -> None:
    marked(db, story)
    removal.remove(db, [article.id for article in story])
    assert [search.counts(db)[pane] for pane in ("articles", "quotes", "positions", "facts", "notes")] == [0] * 5
    history.undo(db)
    assert search.search(db, "quotes", "speaker:ana is:edited").total == 1
    assert search.search(db, "articles", "gazette tag:key").total == 1
    assert articles.ids(db) == [article.id for article in story]


def test_the_names_of_an_article_go_with_it(db: Database, story: list[Article]) -> None:
    assert "Odd Brenn" in {e.name for own in persons_by_article(db).values() for e in own}
    removal.remove(db, [story[1].id])
    assert db.execute("SELECT count(*) FROM entity WHERE name = 'Odd Brenn'").fetchone()[0] == 0
    assert pending_work.pending_articles(db, "names") == pending_work.pending_articles(db, "comparison")
    assert story[1].id in pending_work.pending_articles(db, "names")


def test_no_fact_shows_an_article_that_is_gone(db: Database, story: list[Article]) -> None:
    fact = search.search(db, "facts").rows[0]
    removal.remove(db, [story[1].id])
    left = search.get(db, "facts", fact.id).value
    assert [p.article_id for p in left.phrasings] == [story[0].id]
    assert left.differences == ()
    notes.tag(db, [fact.id], "key")
    gone = removal.remove(db, [story[0].id])
    assert (gone.facts, gone.tags) == (1, 1)
    assert search.search(db, "facts").total == 0
    assert notes.tags(db) == ()


def test_passages_that_were_held_together_through_it_stay_together(db: Database, story: list[Article]) -> None:
    places = [(article.id, Span(0, 9 + n)) for n, article in enumerate(story)]
    fact = search.search(db, "facts").rows[0].id
    db.execute("DELETE FROM phrasing")
    for n, (article, at) in enumerate(places):
        row = [fact, n, article, at.start, at.end, "x", "same", 1.0]
        sql = "INSERT INTO phrasing (fact_id, place, article_id, start, end, text, relation, confidence)"
        db.execute(f"{sql} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    history.apply_changes(db, "hold", match_constraints.must_link_changes(db, [fact]))
    first, *others = sorted(places)
    before = match_constraints.load_constraints(db)
    removal.remove(db, [first[0]])
    assert match_constraints.load_constraints(db) == [(*sorted(others), True)]
    history.undo(db)
    assert match_constraints.load_constraints(db) == before


def test_a_document_that_is_added_again_after_it_was_taken_out_is_new(db: Database, story: list[Article]) -> None:
    marked(db, story)
    removal.remove(db, [story[0].id])
    document, article = made("Harbour Post")
    assert not articles.has_document(db, document.id)
    assert articles.add(db, document, article)
    row = search.get(db, "articles", article.id)
    assert (row.marks.edited, row.marks.tags, row.value.outlet) == (False, (), "Harbour Post")
    assert article.id in articles.pending(db, "1")
    assert articles.document(db, article.id).data == document.data
    history.undo(db)
    assert search.get(db, "articles", article.id).value.outlet == "Harbour Gazette"
    assert integrity.check(db) == ()


def test_several_go_as_one_and_an_unknown_one_stops_all(db: Database, story: list[Article]) -> None:
    before = everything(db)
    for wrong in (["A0000000000"], [story[0].id, search.search(db, "quotes").rows[0].id]):
        with pytest.raises(NotFound):
            removal.remove(db, [story[0].id, *wrong])
    assert everything(db) == before
    removal.remove(db, [story[0].id, story[2].id, story[0].id])
    assert [action.label for action in history.actions(db)] == ["2 articles taken out"]
    assert articles.ids(db) == [story[1].id]
    history.undo(db)
    assert everything(db) == before


def test_every_table_that_belongs_to_an_article_is_kept_or_made_anew(db: Database, story: list[Article]) -> None:
    from workbench.store.article_snapshots import DERIVED_TABLES, _article_tables

    parts = {part[0] for part in _article_tables(db)}
    of_facts = {"phrasing", "perhaps"}
    for table in db.tools.table_names():
        refers = {row[2] for row in db.execute(f"PRAGMA foreign_key_list({table})")}
        if refers & parts:
            assert table in parts | DERIVED_TABLES | of_facts, table
