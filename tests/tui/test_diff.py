"""The phrasing diff: opened from anywhere, its keys, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from tests.tui.stories import ARTICLES, FACTS
from workbench.model import Phrasing, Span
from workbench.tui.difference_text import locate, marked, shortened
from workbench.tui.inline_diff import changes, tellings
from workbench.tui.screens import diff_cards
from workbench.tui.screens.diff import DiffScreen
from workbench.views import Column, Comparison, Head


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


def test_a_card_says_whom_its_article_has_the_passage_from() -> None:
    head = Head("A1", "one", "", "Post", "2024-05-01")
    column = Column(Phrasing("A1", Span(0, 5), "It is"), head, (), "It is", ("Reuters",))
    assert str(diff_cards.card(column, False, None).border_title) == "Post · from Reuters"
    assert str(diff_cards.card(replace(column, credits=()), False, None).border_title) == "Post"


async def test_the_base_moves_and_reading_goes_to_it(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "d", "right_parenthesis")
        base = hands.app.screen.comparison.columns[0].phrasing
        assert base.article_id == ARTICLES[1].id
        await hands.press("enter")
        assert hands.desk.focused is hands.desk.view.reader
        assert hands.desk.view.reader.article_id == ARTICLES[1].id
        assert hands.desk.view.reader.proof == (base.span,)


@pytest.mark.parametrize("several", [False, True])
async def test_an_outlet_that_perhaps_has_it_is_shown_and_its_passage_read(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch, several: bool
) -> None:
    real = FakeCase.compare
    near = [(article, Phrasing(article.id, Span(3, 9), article.text[3:9])) for article in ARTICLES[-2:]]

    def compare(case: FakeCase, fact_id: str, base: str = "") -> Comparison:
        perhaps = tuple((case.article(a.id).head, p) for a, p in (near if several else near[-1:]))
        return replace(real(case, fact_id, base), perhaps=perhaps)

    monkeypatch.setattr(FakeCase, "compare", compare)
    async with open_desk() as hands:
        await hands.press("4", "enter")
        assert "perhaps in" in hands.screen_text()
        await hands.press("p")
        if several:
            await hands.press(*near[-1][0].outlet[:4].lower(), "enter")
        assert hands.desk.focused is hands.desk.view.reader
        assert hands.desk.view.reader.proof == (near[-1][1].span,)
        assert hands.desk.view.reader.article_id == near[-1][0].id


async def test_where_no_outlet_has_it_perhaps_p_says_so(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "enter", "p")
        assert isinstance(hands.app.screen, DiffScreen)
        assert "No other outlet has a passage near" in hands.screen_text()


async def test_next_fact_inline_wrap_copy_and_back(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "enter", "J")
        assert hands.app.screen.comparison.fact.id == FACTS[1].id
        await hands.press("K", "i")
        shown = hands.screen_text()
        assert "Translated Daily" in shown
        assert "struck only the base has it" in shown
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
        await hands.resize(120, 40)
        await hands.until(lambda: len({card.region.x for card in cards}) == 3)


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


async def test_without_colours_the_running_text_has_the_brackets_of_wdiff(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk(size=(160, 40)) as hands:
        await hands.press("4", "enter", "i")
        shown = " ".join(hands.screen_text().split())
        assert "a no-fly zone[-, reportedly with US help-]" in shown
        assert "imposing a US fighter ban over Ukraine" in shown
        assert "[-so-] only the base has it" in shown


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("The mayor will open the bridge.", "The mayor may open the old bridge.",
         "The mayor [-will-] {+may+} open the {+old+} bridge."),
        ("Ten ships left, the port says.", "Ten ships left.", "Ten ships left[-, the port says-]."),
        ("Prices rose", "On Monday prices rose", "{+On Monday+} prices rose"),
        ("nothing", "other", "[-nothing-] {+other+}"),
    ],
)  # fmt: skip
def test_running_text_reads_as_the_eye_knows_it(a: str, b: str, shown: str) -> None:
    ways = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    pieces = [(spaced, ways[kind].format(span.of(a if kind == "gone" else b))) for kind, span, spaced in changes(a, b)]
    assert "".join(f"{' ' * spaced}{piece}" for spaced, piece in pieces).strip() == shown


WORDS = st.lists(st.sampled_from(["the", "mayor", "bridge", ",", "opens", "old", "."]), max_size=9).map(" ".join)


@given(WORDS, WORDS)
def test_running_text_has_every_word_of_both(a: str, b: str) -> None:
    found = list(changes(a, b))
    theirs = " ".join(span.of(b) for kind, span, _ in found if kind != "gone")
    assert theirs.split() == b.split()
    if not any(kind == "gone" for kind, _, _ in found):
        assert len(b.split()) >= len(a.split())


def test_those_that_tell_it_alike_are_one_and_each_has_a_sign_and_a_colour() -> None:
    comparison = FakeCase().compare(FACTS[0].id)
    found = tellings(comparison, None, colours=True)
    assert [each.sign for each in found][:2] == ["=", "¹"]
    assert len({each.ink for each in found}) == len(found)
    twice = replace(comparison, columns=(*comparison.columns, comparison.columns[1]))
    again = tellings(twice, None, colours=True)
    assert len(again) == len(found)
    assert "#2" in again[1].names


def test_a_telling_too_unlike_the_base_stands_by_itself() -> None:
    comparison = FakeCase().compare(FACTS[0].id)
    base, other = comparison.columns[:2]
    far = "Nobody in the valley had seen so many frogs glow in one night, the old farmer told us as he closed the gate."
    unlike = replace(comparison, columns=(base, replace(other, phrasing=replace(other.phrasing, text=far), marks=())))
    _, telling = tellings(unlike, None, colours=True)
    assert [text for text, _ in telling.parts] == [far]


def test_what_is_long_is_named_by_its_beginning() -> None:
    assert shortened("the old mill") == "the old mill"
    long = "the old mill of Lima, which had stood by the river, and its last owner, who had left it"
    assert shortened(long) == "the old mill of Lima, which had stood by the river, and its last …"
