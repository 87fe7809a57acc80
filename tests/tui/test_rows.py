"""Lists of any length: pages come as they are seen, and what was left behind can be found again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from workbench.model import Article, Part, Quote, Span
from workbench.tui import wording
from workbench.tui.panes import PANE_SPECS
from workbench.tui.panes.common import told_cell
from workbench.tui.signs import legend
from workbench.tui.widgets.columns import Column, Forms, columns_that_fit, joined_pieces
from workbench.views import Head, Results, Row

TOTAL = 200_000


class Long(FakeCase):
    """A case of very many articles."""

    asked: list[int]

    def search(self, pane: Any, query: str = "", *, limit: int = 200, offset: int = 0, **more: Any) -> Results[Any]:
        if pane != "articles":
            return super().search(pane, query, limit=limit, offset=offset, **more)
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
        assert hands.desk.view.rows.count == TOTAL
        await hands.press("G")
        assert f"Story A{TOTAL - 1}" in hands.screen_text()
        assert hands.desk.view.reader.article_id == f"A{TOTAL - 1}"
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


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2031-03-04", "4 Mar"), ("2030-12-31", "31 Dec 2030"), ("1998-01-02", "2 Jan 1998"), ("", ""), ("June", "June")],
)
def test_a_day_of_another_year_says_the_year(iso: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "this_year", lambda: 2031)
    assert wording.day(iso) == shown


async def test_every_list_says_the_year_of_what_is_not_of_this_year(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    for keys in ("1", "2", "3", "3T"):
        for now, days in ((2031, r"\d Aug 2025 "), (2025, r"\d Aug ")):
            monkeypatch.setattr(wording, "this_year", lambda now=now: now)
            async with open_desk(size=(160, 40)) as hands:
                await hands.press(*keys)
                found = re.findall(r"\d Aug (?:\d{4} )?", left_of_the_reader(hands.screen_text()))
                assert found, keys
                assert all(re.fullmatch(days, each) for each in found), keys


def left_of_the_reader(screen: str) -> str:
    return "\n".join(line.partition("││   ")[0] for line in screen.splitlines())


@pytest.mark.parametrize(("size", "least"), [((120, 40), 26), ((200, 60), 40), ((240, 60), 55)])
async def test_the_words_of_a_quote_take_the_room_there_is(size: tuple[int, int], least: int, open_desk: Open) -> None:
    async with open_desk(size=size) as hands:
        await hands.press("2")
        rows = hands.desk.view.rows
        shown = {rows.columns[i].title: width for i, width in rows._shown(rows.room - 2)}
        assert shown["WHAT"] >= least
        assert {"KIND", "OUTLET", "DATE"} <= shown.keys()


FILLED = st.dictionaries(st.integers(0, 6), st.integers(0, 60))


@pytest.mark.parametrize("pane", ["articles", "quotes", "positions", "facts", "notes"])
@given(width=st.integers(60, 260), filled=FILLED)
def test_the_columns_of_a_pane_fill_the_line_and_a_date_is_never_cut(
    pane: Any, width: int, filled: dict[int, int]
) -> None:
    columns = PANE_SPECS[pane].columns
    shown = columns_that_fit(columns, width, filled=filled)
    assert sum(size for _, size in shown) + len(shown) - 1 == width
    assert next(size for i, size in shown if columns[i].open) >= 26
    for i, size in shown:
        if columns[i].order == "date":
            assert size >= min(11, filled.get(i, 11))
        if columns[i].least:
            assert min(columns[i].least, columns[i].width) <= size or size >= len(columns[i].title)


def test_a_column_is_no_wider_than_what_stands_in_it() -> None:
    columns = (Column("A"), Column("B", 30, least=5, fits=True))
    assert columns_that_fit(columns, 100, filled={1: 9}) == [(0, 90), (1, 9)]
    assert columns_that_fit(columns, 100, filled={1: 90}) == [(0, 69), (1, 30)]
    assert columns_that_fit(columns, 40, filled={1: 90}) == [(0, 26), (1, 13)]


def test_a_cell_shows_the_fullest_form_that_fits() -> None:
    cell = Forms([("The Evening Post", "")], [("Evening Post", "")])
    assert [cell(width)[0][0] for width in (20, 15, 4)] == ["The Evening Post", "Evening Post", "Evening Post"]


def test_a_legend_says_as_much_as_fits() -> None:
    signs, shorter = (("✗", "ruled out"), ("~", "open"), ("◆", "pinned")), (("✗", "no"), ("~", "open"), ("◆", "pinned"))
    assert legend(signs, 80, shorter) == "✗ ruled out  ~ open  ◆ pinned"
    assert legend(signs, 25, shorter) == "✗ no  ~ open  ◆ pinned"
    assert legend(signs, 14, shorter) == "✗ no  ~ open"
    assert legend(signs, 2, shorter) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    ("pane", "wanted"),
    [("2", ("● sure", "◐ likely", "○ weak")), ("3", ("✗ ", "++ for", "? ", "⇄ ")), ("4", ("● an article tells it",))],
)
async def test_the_signs_of_a_list_are_explained_where_it_stands(
    pane: str, wanted: tuple[str, ...], size: tuple[int, int], open_desk: Open
) -> None:
    async with open_desk(size=size) as hands:
        await hands.press(pane)
        shown = hands.screen_text()
        assert all(each in shown for each in wanted)
        assert "✗ accepted" not in shown


def test_what_matched_is_in_sight_and_the_cue_before_it() -> None:
    content = "closing the port of the northern town before the end of the winter storms"
    said = Quote(
        "A1", "indirect", (Span(20, 90),), content, cue=Span(5, 15), cue_text="has ruled out",
        told=(Part("cue", Span(5, 15), "has ruled out"), Part("content", Span(20, 90), content)),
    )  # fmt: skip
    row = Row("Q1", said, None, snippet="… of the winter \ue000storms\ue001")
    wide, narrow = ("".join(text for text, _ in told_cell(row)(width)) for width in (120, 40))
    assert wide == f"has ruled out {content}"
    assert narrow == "has ruled out …the winter storms"
    assert ("storms", "match") in told_cell(row)(40)
    assert ("has ruled out", "cue") in told_cell(row)(40)


def test_who_wants_little_has_it_before_who_wants_much() -> None:
    columns = (Column("A"), Column("B", 60, least=5, fits=True), Column("C", 30, least=5, fits=True))
    assert dict(columns_that_fit(columns, 102, filled={1: 60, 2: 12})) == {0: 60, 1: 28, 2: 12}
