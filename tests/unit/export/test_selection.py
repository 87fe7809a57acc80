"""What is to be written has one order, and its articles are fetched once."""

from __future__ import annotations

from tests.golden.sample import ARTICLES, POST, WIRE, row, selection
from workbench.errors import NotFound
from workbench.export.records import records
from workbench.export.selection import ArticleCache
from workbench.model import Article
from workbench.views import Row


def test_rows_come_by_date_outlet_article_and_place() -> None:
    assert [each["published_on"] for each in records(selection("quotes"))] == [
        "2025-08-21",
        "2025-08-21",
        "2025-08-22",
        "",
    ]
    starts = [each["spans"][0]["start"] for each in records(selection("quotes"))][:2]
    assert starts == sorted(starts)


def test_an_article_cache_fetches_each_article_once() -> None:
    fetched: list[str] = []

    def fetch(article_id: str) -> Row[Article]:
        fetched.append(article_id)
        if article_id not in ARTICLES:
            raise NotFound(article_id)
        found: Row[Article] = row(ARTICLES[article_id], article_id)
        return found

    cache = ArticleCache(fetch)

    assert cache.texts[WIRE.id] == WIRE.text
    assert cache.heads[WIRE.id].outlet == "Coastal Wire"
    assert cache.heads.get(POST.id)
    assert fetched == [WIRE.id, POST.id]
    assert cache.texts.get("A-gone", "") == ""
    assert "A-gone" not in cache.heads
