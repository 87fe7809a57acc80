"""Clauses: one thing each, exact spans, on any text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_clauses
from workbench.analysis.text.clauses import find_clauses


def texts(text: str) -> list[str]:
    return [c.text for c in read_clauses(text)]


def test_a_simple_sentence_is_one_clause() -> None:
    sentence = "The mayor opened the new bridge on Friday."
    assert texts(sentence) == [sentence]


def test_what_is_said_stays_with_who_says_it() -> None:
    sentence = "The minister said the factory would close in March."
    [clause] = read_clauses(sentence)
    assert clause.text == sentence
    assert clause.action == "close"


def test_conjoined_predicates_are_apart_and_share_their_subject() -> None:
    first, second = read_clauses("Norway has closed two airports but reopened the port of Bergen.")
    assert first.text == "Norway has closed two airports"
    assert second.text == "reopened the port of Bergen"
    assert "NOR" in first.names
    assert "NOR" in second.names


def test_a_participle_after_a_comma_is_a_clause() -> None:
    found = texts("The storm hit the coast on Sunday, leaving thousands of homes without power.")
    assert found == ["The storm hit the coast on Sunday", "leaving thousands of homes without power"]


def test_a_subordinate_clause_does_not_stand_alone_whatever_comes_before_its_conjunction() -> None:
    main, days = read_clauses("The union closed the port on Monday, just days after the minister announced a new toll.")
    assert main.stands_alone
    assert days.text.startswith("just days after")
    assert not days.stands_alone


def test_an_inserted_relative_clause_is_no_term_of_the_clause_around_it() -> None:
    found = read_clauses("The singer, who was born in a small village, won the award.")
    around = next(c for c in found if c.action == "win")
    inside = next(c for c in found if c.action != "win")
    assert "village" not in around.terms
    assert "village" in inside.terms


def test_features_of_a_clause() -> None:
    [clause] = read_clauses("Brazil will not buy 36 aircraft for $4.5 billion.")
    assert clause.negated
    assert clause.action == "buy"
    assert clause.numbers == ("36", "4500000000 usd")
    assert "BRA" in clause.names
    assert clause.kind == "expectation"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The company promised higher wages.", "pledge"),
        ("France rejected the proposal.", "position"),
        ("The airline could cancel the route.", "option"),
        ("The bridge is old.", "state"),
        ("Two trains collided near Lyon.", "event"),
    ],
)
def test_kinds(sentence: str, kind: str) -> None:
    assert [c.kind for c in read_clauses(sentence)] == [kind]


def test_a_line_break_ends_a_clause() -> None:
    assert all("\n" not in text for text in texts("Rain in the north\nThe river rose by two metres"))


def test_a_text_without_a_parse_is_read_by_line() -> None:
    doc = spacy.blank("en")("One line of text here\nAnother line of text there")
    assert [c.text for c in find_clauses(doc, "A1", {})] == ["One line of text here", "Another line of text there"]


def test_nothing_in_nothing_out() -> None:
    assert read_clauses("") == ()
    assert read_clauses(" \n … \n") == ()


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120) | st.text("AaB.,“”'-\n \t()said", max_size=80))
def test_spans_equal_their_text(text: str) -> None:
    for clause in read_clauses(text):
        assert clause.span.of(text) == clause.text != ""
