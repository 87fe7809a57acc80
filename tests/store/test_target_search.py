"""What something said elsewhere may be of."""

from __future__ import annotations

from workbench.model import Article, Span
from workbench.store import notes
from workbench.store.database import Database
from workbench.store.target_search import (
    article_keys,
    articles_with,
    note_like,
    people_also_called,
    people_called,
    row_places,
)


def test_a_note_is_known_by_its_words_and_place(db: Database, story: list[Article]) -> None:
    one = story[0].id
    id = notes.note(db, one, "Look", Span(5, 20))
    assert note_like(db, one, Span(5, 20), "Look") == id
    assert note_like(db, one, Span(6, 19), "Look") == id  # a blank less
    assert note_like(db, one, Span(9, 20), "Look") == ""
    assert note_like(db, one, Span(5, 20), "Look!") == ""
    assert note_like(db, one, None, "Look") == ""
    whole = notes.note(db, one, "Look")
    assert note_like(db, one, None, "Look") == whole


def test_articles_and_rows_are_found_by_what_is_in_them(db: Database, story: list[Article]) -> None:
    assert {story[0].id} <= {keys.id for keys in article_keys(db)}
    assert articles_with(db, story[0].text[10:60]) == [story[0].id]
    for what in ("quotes", "positions", "evidence", "facts"):
        for article in story:
            for place in row_places(db, what, article.id):
                assert all(0 <= span.start < span.end <= len(article.text) for span in place.spans)


def test_people_are_found_by_all_their_names(db: Database, story: list[Article]) -> None:
    (anna,) = people_called(db, ["Ána Rell", "nobody"], "person")
    assert people_also_called(db, "Rell", "person") == [anna]
    assert people_called(db, ["Ána Rell"], "country") == []
