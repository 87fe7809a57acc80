"""Two articles side by side: how one gets there, that they go in step, and the ways out."""

from __future__ import annotations

from tests.tui.conftest import Hands, Open
from tests.tui.stories import ARTICLES, FACTS
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.screens.sheets import Sheet
from workbench.tui.screens.split import SplitScreen
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList

SHARED = FACTS[0]


async def two(hands: Hands) -> tuple[Reader, Reader]:
    """Select two articles that share a fact, and open them."""
    rows = hands.desk.view.rows
    for article_id in [phrasing.article_id for phrasing in SHARED.phrasings][:2]:
        rows.cursor = rows.find(article_id)
        await hands.press("space")
    await hands.press("S")
    assert isinstance(hands.app.screen, SplitScreen)
    return hands.app.screen.query_one("#left", Reader), hands.app.screen.query_one("#right", Reader)


async def test_two_selected_articles_open_at_what_they_share_and_go_in_step(open_desk: Open) -> None:
    async with open_desk() as hands:
        left, right = await two(hands)
        screen = hands.app.screen
        assert (left.article_id, right.article_id) == tuple(p.article_id for p in SHARED.phrasings[:2])
        assert left.proof == (screen.pairs[0].left,)
        assert right.proof == (screen.pairs[0].right,)
        await hands.press("right_square_bracket")
        assert right.proof == ((screen.pairs[screen.number].right,) if screen.number is not None else ())
        await hands.press("g")
        lit = [pair for pair in screen.pairs if pair.left.overlaps(left.sentences[0])]
        assert left.proof == right.proof == () if not lit else left.proof == (lit[0].left,)


async def test_the_caret_of_the_other_side_stands_at_the_same_passage(open_desk: Open) -> None:
    async with open_desk() as hands:
        _, right = await two(hands)
        await hands.press("tab")
        assert hands.app.screen.focused is right
        assert right.passage.overlaps(hands.app.screen.pairs[0].right)
        await hands.press("enter")
        assert hands.app.screen is hands.desk
        assert hands.desk.focused is hands.desk.view.reader
        assert hands.desk.view.reader.article_id == right.article_id
        await hands.press("H")
        assert hands.desk.state.now.part == "centre"


async def test_from_one_article_the_other_is_asked_for_those_nearest_first(open_desk: Open) -> None:
    async with open_desk() as hands:
        here = hands.desk.view.rows.current.id
        await hands.press("S")
        assert isinstance(hands.app.screen, Sheet)
        offered = [row.id for row in hands.app.screen.query_one(RowList).pages[0]]
        assert sorted([here, *offered]) == sorted(article.id for article in ARTICLES)
        told = [sum(id in {p.article_id for p in f.phrasings} and here in {p.article_id for p in f.phrasings}
                    for f in FACTS) for id in offered]  # fmt: skip
        assert told == sorted(told, reverse=True)
        await hands.press("enter")
        screen = hands.app.screen
        assert isinstance(screen, SplitScreen)
        assert [page.row.id for page in screen.pages] == [here, offered[0]]
        await hands.press("S", "escape")
        assert hands.app.screen is hands.desk


async def test_the_fact_that_is_lit_is_compared(open_desk: Open) -> None:
    async with open_desk() as hands:
        await two(hands)
        fact_id = hands.app.screen.pairs[0].fact_id
        await hands.press("d")
        assert isinstance(hands.app.screen, DiffScreen)
        assert hands.app.screen.comparison.fact.id == fact_id
