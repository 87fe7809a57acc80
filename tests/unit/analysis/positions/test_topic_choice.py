"""What a row is about, with and without a reading of the lexicon."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_entities
from workbench.analysis.positions.topic_choice import Row, choose_topic
from workbench.model import TAKING_PART, Span


def topic(text: str, holder: str, mention: str, stance: str, weights: list[float] | None = None) -> tuple[str, str]:
    entities = read_entities(text)
    at = text.index(mention)
    row = Row(Span(0, len(text)), holder, [Span(at, at + len(mention))], stance)
    about, clause = choose_topic(entities, row, weights or ())
    return about, clause.of(text)


def test_without_a_stance_word_it_is_what_the_holder_acts_on() -> None:
    text = "Chile granted a permanent exemption from the steel tariffs to its neighbours."
    about, clause = topic(text, "CHL", "Chile", "committed")
    assert "exemption" in about or "tariffs" in about
    assert clause in text


def test_neither_the_holder_nor_any_country_alone_is_what_it_is_about() -> None:
    about, _ = topic("Norway test-fired a ballistic missile near Iceland.", "NOR", "Norway", "committed")
    assert "missile" in about


def test_weights_of_tokens_decide() -> None:
    text = "Peru blocked the shipment after the verdict of the tribunal."
    weights = [0.0] * len(read_entities(text).doc)
    weights[6] = 1.0
    assert "verdict" in topic(text, "PER", "Peru", "opposes", weights)[0]


def test_who_only_takes_part_is_about_taking_part() -> None:
    assert topic("Peru met Chile in Lima.", "PER", "Peru", "engaged")[0] == TAKING_PART


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_gives_a_clause_in_its_sentence(text: str, start: int, end: int) -> None:
    entities = read_entities(text)
    span = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    about, clause = choose_topic(entities, Row(span, "PER", [span], "opposes"))
    assert 0 <= clause.start <= clause.end <= len(text)
    assert about == about.strip()


def test_a_noun_that_points_back_is_told_in_full() -> None:
    text = "A fishing treaty was drafted last year. Norway blocked the treaty on Monday."
    entities = read_entities(text)
    first = text.index("Norway")
    row = Row(Span(first, len(text)), "NOR", [Span(first, first + 6)], "opposes")
    assert choose_topic(entities, row)[0] == "fishing treaty"
