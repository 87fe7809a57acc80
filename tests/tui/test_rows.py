"""Lists of any length: pages come as they are seen, and what was left behind can be found again."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.model import Article
from workbench.shown import Head, Results, Row
from workbench.tui.widgets.cells import joined_pieces

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


ROLES = st.sampled_from(["", "quiet", "accent"])


@given(st.lists(st.tuples(st.text("ab  ", max_size=4), ROLES), max_size=12))
def test_a_line_in_fewer_pieces_is_the_same_line(pieces: list[tuple[str, str]]) -> None:
    joined = joined_pieces(pieces)
    cells = [(char, role) for text, role in pieces for char in text]
    assert [(char, role) for text, role in joined for char in text] == cells
    assert len(joined) <= len(pieces)


async def test_behind_a_dialog_the_desk_is_there_with_fainter_colours(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2")
        first = hands.app.screen._compositor.render_strips()[4]
        await hands.press("O")
        veiled = hands.app.screen._compositor.render_strips()[4]
        assert veiled.text == first.text
        inks = [{segment.style.color for segment in strip if segment.style} for strip in (first, veiled)]
        assert inks[0].isdisjoint(inks[1])
