"""No text of an article is ever markup, a control sequence, or a link: not in a line, not in any pane."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from tests.tui.stories import ARTICLES, HOSTILE, QUOTES
from workbench.model import Span
from workbench.tui.question import Question, matcher, term, words_of
from workbench.tui.sanitizing import clean, matched, one_line, plain
from workbench.tui.widgets.columns import Column, columns_that_fit, fit, line
from workbench.tui.widgets.text_layout import sentences, stretches, wrap

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
anything = st.text(st.characters(), max_size=200) | st.text("[]/=@ab\\'\"\x1b\n\u202e ", max_size=60)


@given(anything)
def test_clean_keeps_every_place_and_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not FORBIDDEN.search(shown)
    shown.encode()
    assert plain(text).plain == shown
    assert "\n" not in one_line(text)


@given(anything)
def test_a_snippet_loses_no_words(text: str) -> None:
    marked = "a\ue000" + text.replace("\ue000", "").replace("\ue001", "") + "\ue001b"
    pieces = matched(marked)
    assert "".join(piece for piece, _ in pieces) == "a" + clean(marked)[2:-2].replace("\n", " ") + "b"


@given(anything, st.integers(1, 60))
@example(" 00000000", 1)
def test_lines_of_prose_hold_the_text_and_fit(text: str, width: int) -> None:
    text = clean(text)
    lines = wrap(text, width)
    covered = "".join(text[a:b] for a, b in lines)
    assert covered.split() == text.split() or "".join(covered.split()) == "".join(text.split())
    assert all(cell_len(text[a:b].rstrip()) <= max(8, width) for a, b in lines)
    assert all(a <= b for a, b in lines)
    assert lines == sorted(lines)


@given(anything)
def test_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from("abc")), max_size=6))
def test_stretches_cover_a_line_once(marks: list[tuple[int, int, str]]) -> None:
    spans = [(Span(min(a, b), max(a, b)), role) for a, b, role in marks]
    found = list(stretches(3, 15, spans))
    assert [left for left, _, _ in found] == [3, *[right for _, right, _ in found][:-1]]
    assert found[-1][1] == 15
    for left, right, roles in found:
        assert roles == {role for span, role in spans if span.start <= left and right <= span.end}


@given(st.lists(st.tuples(anything.map(one_line), st.just("")), max_size=4), st.integers(0, 50))
def test_a_cell_is_exactly_as_wide_as_asked(cell: list[tuple[str, str]], width: int) -> None:
    assert sum(cell_len(text) for text, _ in fit(cell, width)) == width


@given(st.integers(1, 220))
def test_columns_never_take_more_than_there_is(width: int) -> None:
    columns = (Column("A", 10, keep=1), Column("B"), Column("C", 20, keep=3), Column("D", 5, keep=2))
    shown = columns_that_fit(columns, width)
    assert 1 in [index for index, _ in shown]
    total = sum(cell_len(t) for t, _ in line(([("x", "")], size, False) for _, size in shown))
    assert total <= max(width, 1)


@given(anything)
def test_no_question_breaks_the_search_bar(text: str) -> None:
    question = Question(text).folded()
    assert all(word == word.casefold() for word in words_of(question.query))
    pattern = matcher(text, [f"\ue000{text}\ue001"])
    assert pattern is None or list(pattern.finditer("some text")) is not None
    assert "\n" not in term("outlet", "a b")


def test_terms_become_chips_only_where_that_is_the_same_question() -> None:
    assert Question('troops outlet:"Coastal Wire" -kind:direct').folded() == Question(
        "troops", ('outlet:"Coastal Wire"', "-kind:direct")
    )
    assert Question("(a OR outlet:b)").folded() == Question("(a OR outlet:b)")
    assert Question("a OR b", ("outlet:c",)).query == "outlet:c (a OR b)"
    assert term("outlet", 'The "Post"') == 'outlet:"The  Post "'


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_hostile_text_shows_as_it_is_in_every_pane(open_desk: Open, size: tuple[int, int]) -> None:
    case = FakeCase()
    case.note(ARTICLES[6].id, HOSTILE)
    case.note(ARTICLES[6].id, "[/] on the passage", Span(0, 20))
    case.tag([QUOTES[-1].id], "[/tag] [bold]x")
    case.save_search("[/saved]", "outlet:[x]")
    async with open_desk(case, size) as hands:
        for pane in "12345":
            await hands.press(pane, "G", "enter", "j", "d", "escape", "escape")
            assert not FORBIDDEN.search(hands.screen_text().replace("\n", ""))
        await hands.press("2", "G")
        assert "[/resume]" in hands.screen_text()
        for key in ("t", "n", "c", "x", "question_mark"):
            await hands.press(key)
            assert hands.app.screen is not hands.desk
            await hands.press("escape")
        await hands.press("y", "asterisk", "slash")
        await hands.write("[/a] [b")
        await hands.press("enter", "f", "G", "enter")
        assert hands.app.is_running


@settings(max_examples=5, deadline=None)
@given(st.text("[]/=@#ab.\\'\"\x1b\u202e\n ", min_size=1, max_size=40))
def test_a_toast_and_a_title_take_any_text(text: str) -> None:
    from textual.widgets import Static

    assert str(Static(plain(text)).render()) == clean(text)
