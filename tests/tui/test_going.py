"""Going about: to anything by name, to any part by a letter, further by a number."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Hands, Open
from workbench.model import PANES
from workbench.tui.bindings import KEYS
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.screens.goto_dialog import GoTo, TargetList
from workbench.tui.screens.help import HelpColumns
from workbench.tui.screens.jump_mode import Jump
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.pager import Pager
from workbench.tui.widgets.search import SearchInput
from workbench.tui.wording import Piece


async def test_one_goes_to_a_speaker_and_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+p")
        await hands.write("macron")
        assert hands.app.screen.query_one(TargetList).found[0].kind == "speaker"
        await hands.press("enter")
        assert hands.desk.state.now.pane == "quotes"
        assert hands.desk.state.now.question.chips == ('speaker:"Emmanuel Macron"',)
        await hands.press("H")
        assert hands.desk.state.now.pane == "articles"
        assert hands.desk.state.now.question.chips == ()


async def test_one_goes_to_a_country_in_the_matrix(open_desk: Open) -> None:
    async with open_desk() as hands:
        holder = hands.case.matrix().holders[-1]
        await hands.press("colon")
        await hands.write(holder)
        await hands.press("enter")
        assert hands.desk.state.now.pane == "positions"
        assert hands.desk.query_one(MatrixView).holder == holder


async def test_one_goes_to_an_article_and_to_a_fact(open_desk: Open) -> None:
    async with open_desk() as hands:
        fact = hands.case.search("facts").rows[0]
        await hands.press("ctrl+p")
        await hands.write(fact.value.gist)
        await hands.press("enter")
        assert isinstance(hands.app.screen, DiffScreen)
        article = hands.case.search("articles").rows[-1]
        await hands.press("ctrl+p")
        await hands.write(article.value.title)
        await hands.press("enter")
        assert hands.app.screen is hands.desk
        assert hands.desk.view.reader.article_id == article.id


async def test_an_action_is_done_by_its_name(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "ctrl+p")
        await hands.write(">star")
        await hands.press("enter")
        assert len(hands.case.starred) == 1


async def test_go_to_says_that_nothing_is_called_so(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+p")
        await hands.write("qqqqzzzz")
        assert "Nothing here is called that." in hands.screen_text()
        await hands.press("enter")
        assert isinstance(hands.app.screen, GoTo)
        await hands.press("escape")
        assert hands.app.screen is hands.desk


async def test_a_letter_jumps_to_every_part(open_desk: Open) -> None:
    async with open_desk(size=(150, 40)) as hands:
        seen = set()
        await hands.press("apostrophe")
        assert isinstance(hands.app.screen, Jump)
        letters = [str(label.render()).strip() for label in hands.app.screen.query(".jump")]
        await hands.press("escape")
        for letter in letters:
            await hands.press("1", "apostrophe", letter)
            seen.add((hands.desk.state.now.pane, type(hands.desk.focused).__name__))
            if isinstance(hands.desk.focused, SearchInput):
                await hands.press("escape")
        assert {"SearchInput", "Sources", "RowList", "Reader", "EvidenceBlock"} <= {kind for _, kind in seen}
        assert {pane for pane, _ in seen} == set(PANES)


async def test_a_number_repeats_a_move(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "0", "4", "j")
        assert hands.desk.view.rows.cursor == 4
        await hands.press("0", "2", "k")
        assert hands.desk.view.rows.cursor == 2
        await hands.press("0", "6", "G")
        assert hands.desk.view.rows.cursor == 5
        assert hands.desk.state.now.pane == "quotes"
        await hands.press("0", "3")
        assert "3 ×" in hands.screen_text()
        await hands.press("escape", "j")
        assert hands.desk.view.rows.cursor == 6


async def test_a_number_counts_in_the_reader_and_the_matrix(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "0", "2", "j")
        assert hands.desk.query_one(MatrixView).at[0] == 2
        await hands.press("1", "enter", "0", "3", "j")
        assert hands.desk.view.reader.caret == 3


async def test_the_undo_list_goes_back_to_a_change_and_forward_again(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("U")
        assert "Nothing was changed yet." in hands.said
        await hands.press("2", "asterisk", "j", "asterisk", "j", "asterisk")
        await hands.press("U", "j", "j", "enter")
        assert len(hands.case.starred) == 1
        await hands.press("U")
        assert "taken back" in hands.screen_text()
        await hands.press("enter")
        assert len(hands.case.starred) == 3


def _columns(hands: Hands) -> list[list[list[Piece]]]:
    """What the help shows."""
    pages = hands.app.screen.query_one(Pager).pages
    assert isinstance(pages, HelpColumns)
    return pages.columns


async def test_help_begins_with_where_one_is(open_desk: Open) -> None:
    async with open_desk() as hands:
        for keys, title in ((("2", "enter"), "In the reader"), (("3",), "In the matrix")):
            await hands.press(*keys, "question_mark")
            assert _columns(hands)[0][0] == [(title, "accent")]
            await hands.press("escape")


async def test_help_scrolls_by_the_keys_of_a_list_and_has_every_key(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("question_mark", "j")
        lines = hands.app.screen.query_one(Pager)
        assert lines.scroll_offset.y == 1
        await hands.press("G")
        assert lines.scroll_offset.y == lines.count - lines.size.height > 0
        await hands.press("g")
        assert lines.scroll_offset.y == 0
        said = " ".join(" ".join("".join(text for text, _ in line) for line in _columns(hands)[0]).split())
        assert all(" ".join(key.description.split()[:2]) in said for key in KEYS)


async def test_a_theme_is_chosen_by_name(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("alt+t")
        await hands.write("nord")
        await hands.press("enter")
        assert hands.app.theme == "nord"


async def test_a_star_on_a_word_of_a_quote_is_the_quotes(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "enter")
        quote = hands.desk.view.rows.current
        await hands.press("l")
        while not hands.desk.view.reader.word.overlaps(quote.value.spans[0]):
            await hands.press("l")
        await hands.press("asterisk")
        assert hands.case.starred == {quote.id}


async def test_the_names_are_gathered_once_while_the_case_stays_the_same(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk() as hands:
        names, asked = hands.case.names, []
        monkeypatch.setattr(hands.case, "names", lambda: asked.append(1) or names())
        await hands.press("ctrl+p", "escape", "ctrl+p", "escape")
        assert len(asked) == 1
        monkeypatch.setattr(hands.case, "state", lambda: 1)
        await hands.press("ctrl+p", *"macron")
        assert len(asked) == 2
        assert "Macron" in hands.screen_text()
