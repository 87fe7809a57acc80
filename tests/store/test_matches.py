"""The order of what a query finds, where all that match are ranked and where only those that were added last are."""

from __future__ import annotations

import pytest

from workbench.model import Article, Document
from workbench.store import articles, matches, search
from workbench.store.database import Database
from workbench.store.matches import Listings

WANTED = "toll"
TIMES = (3, 1, 2, 5, 1, 4, 2, 1)
"""How often the word stands in each article, in the order in which they are added."""


@pytest.fixture
def added(db: Database) -> list[str]:
    """The ids of articles that have the word more and less often; days and places are not in the order of adding."""
    found = []
    for number, times in enumerate(TIMES):
        text = " ".join([WANTED] * times + [f"filler{number}"] * (12 - times))
        document = Document(f"{number}.txt", text.encode(), "text/plain")
        day, outlet = f"2025-08-{20 - number}", "Coastal Wire" if number % 2 else "Harbour Post"
        article = Article(document.id, document.source, text, f"Story {number}", outlet, "", day, "en")
        assert articles.add(db, document, article)
        found.append(article.id)
    return found


def ids(db: Database, query: str = WANTED, **more: object) -> list[str]:
    return [row.id for row in search.search(db, "articles", query, **more).rows]  # type: ignore[arg-type]


def test_nothing_changes_where_nothing_is_left_out(
    db: Database, added: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search.search(db, "articles", WANTED, rank_all=True)
    monkeypatch.setattr(matches, "RANKED", len(TIMES))
    bounded = search.search(db, "articles", WANTED)

    assert bounded == whole
    assert (bounded.ranked, bounded.ranked_among) == (True, 0)


def test_the_last_added_are_ranked_and_the_others_follow(
    db: Database, added: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    best = ids(db)
    monkeypatch.setattr(matches, "RANKED", 3)
    monkeypatch.setattr(search, "RANKED", 3)
    found = search.search(db, "articles", WANTED, limit=3)

    assert (found.total, found.ranked_among) == (len(TIMES), 3)
    last = added[-3:]
    expected = [id for id in best if id in last] + added[-4::-1]
    assert [row.id for row in found.rows] == expected[:3]
    listings = Listings()
    pages = [ids(db, limit=2, offset=offset, listings=listings) for offset in range(0, 10, 2)]
    assert [id for page in pages for id in page] == expected
    assert ids(db, limit=3, rank_all=True) == best[:3]
    assert ids(db, limit=3, offset=3, rank_all=True, listings=listings) == best[3:6]


def test_a_field_narrows_what_is_ranked(db: Database, added: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    query = f"{WANTED} outlet:post"
    best = ids(db, query)
    monkeypatch.setattr(matches, "RANKED", 2)
    monkeypatch.setattr(search, "RANKED", 2)

    own = added[::2]
    assert set(best) == set(own)
    assert ids(db, query, limit=2) == [id for id in best if id in own[-2:]]
    assert ids(db, query, offset=2) == own[-3::-1]
    assert search.search(db, "articles", query, limit=2).ranked_among == 2


@pytest.mark.parametrize("query", ["", WANTED, f"{WANTED} outlet:post", "outlet:wire"])
@pytest.mark.parametrize("order", ["", "date", "-title"])
def test_pages_make_the_whole_list(db: Database, added: list[str], query: str, order: str) -> None:
    whole = ids(db, query, order=order, limit=-1)

    assert [id for at in range(0, 8, 3) for id in ids(db, query, order=order, limit=3, offset=at)] == whole
    assert len(set(whole)) == search.search(db, "articles", query).total


def test_a_list_is_made_once_for_all_its_pages_and_anew_after_a_change(db: Database, added: list[str]) -> None:
    listings, made = Listings(), []
    for key in ("a", "b", "a"):
        assert listings.get(key, lambda key=key: made.append(key) or [1]) == [1]  # type: ignore[misc]
    assert made == ["a", "b"]

    before = ids(db, "", limit=3, offset=3, listings=listings)
    document = Document("new.txt", b"new", "text/plain")
    articles.add(db, document, Article(document.id, document.source, "new", "New", "", "", "2026-01-01", "en"))
    assert ids(db, "", limit=3, offset=4, listings=listings) == before
