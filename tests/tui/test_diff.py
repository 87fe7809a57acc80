"""The phrasing diff: opened from anywhere, its keys, and what it says."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.stories import ARTICLES, FACTS
from workbench.tui.differences import locate, marked
from workbench.tui.screens.diff import DiffScreen


async def test_a_fact_side_by_side(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "enter")
        shown = hands.screen_text()
        assert "⟦no-fly zone⟧" in shown
        assert "Translated Daily alone" in shown
        assert "not in" in shown
        assert "North Radio" in shown
        await hands.press("right_square_bracket", "right_square_bracket")
        assert hands.app.screen.difference.kind == "hedge"
        await hands.press("left_square_bracket")
        assert hands.app.screen.difference.kind == "label"


async def test_the_base_moves_and_reading_goes_to_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "d", "right_parenthesis")
        base = hands.app.screen.comparison.columns[0].phrasing
        assert base.article_id == ARTICLES[1].id
        await hands.press("enter")
        assert hands.desk.focused is hands.desk.reader
        assert hands.desk.reader.article_id == ARTICLES[1].id
        assert hands.desk.reader.proof == (base.span,)


async def test_next_fact_inline_wrap_copy_and_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "enter", "J")
        assert hands.app.screen.comparison.fact.id == FACTS[1].id
        await hands.press("K", "i")
        assert "→ US fighter ban (Translated Daily)" in " ".join(hands.screen_text().split())
        await hands.press("i", "w", "j", "k", "y")
        assert "| Outlet | Date | Phrasing |" in hands.app.clipboard
        await hands.press("escape")
        assert hands.app.screen is hands.desk


async def test_from_a_quote_to_the_fact_that_covers_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "d")
        assert isinstance(hands.app.screen, DiffScreen)
        assert hands.app.screen.comparison.fact.id == FACTS[1].id


async def test_where_there_is_nothing_to_compare_it_says_so(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "d")
        assert hands.app.screen is hands.desk
        assert "nothing to compare" in hands.said


async def test_one_column_on_a_narrow_terminal(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("4", "enter")
        cards = list(hands.app.screen.query(".card"))
        assert len({card.region.x for card in cards}) == 1
        await hands.pilot.resize_terminal(120, 40)
        await hands.settle()
        assert len({card.region.x for card in cards}) == 3


def test_a_reading_is_found_however_its_span_counts() -> None:
    phrasing = FACTS[0].phrasings[0]
    reading = FACTS[0].differences[0].readings[0]
    spot = locate(reading, phrasing)
    assert spot is not None
    assert spot.of(phrasing.text) == "no-fly zone"


def test_marks_keep_every_character() -> None:
    phrasing = FACTS[0].phrasings[0]
    spots = [locate(d.readings[0], phrasing) for d in FACTS[0].differences if d.readings[0].text]
    parts = marked(phrasing.text, [(spot, "bold") for spot in spots if spot])
    assert "".join(text for text, _ in parts).replace("⟦", "").replace("⟧", "") == phrasing.text
