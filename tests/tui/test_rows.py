"""Lists of any length: pages come as they are seen, and what was left behind can be found again."""

from __future__ import annotations

from typing import Any

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.model import Article
from workbench.shown import Head, Results, Row

TOTAL = 200_000


class Long(FakeCase):
    """A case of very many articles."""

    asked: list[int]

    def search(self, pane: Any, query: str = "", *, limit: int = 200, offset: int = 0, order: str = "") -> Results[Any]:
        if pane != "articles":
            return super().search(pane, query, limit=limit, offset=offset, order=order)
        self.asked = [*getattr(self, "asked", []), offset]
        rows = [self.article(f"A{number}") for number in range(offset, min(offset + limit, TOTAL))]
        return Results(tuple(rows), TOTAL)

    def article(self, id: str) -> Row[Article]:
        if not id[1:].isdigit() or len(id) > 8:
            return super().article(id)
        article = Article(id, f"{id}.txt", f"The text of {id}.", f"Story {id}", "Wire", "", "2025-08-20")
        return Row(id, article, Head(id, article.source, article.title, "Wire", "2025-08-20"))


async def test_two_hundred_thousand_rows(open_desk: Open) -> None:
    case = Long()
    async with open_desk(case) as hands:
        assert hands.desk.rows.count == TOTAL
        await hands.press("G")
        assert f"Story A{TOTAL - 1}" in hands.screen_text()
        assert hands.desk.reader.article_id == f"A{TOTAL - 1}"
        await hands.press("ctrl+u", "ctrl+u", "g")
        assert "Story A0" in hands.screen_text()
        assert len(case.asked) < 8
