"""Stretches that state something of a kind, with a value that can be compared."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.typed_expressions import find_expressions, normalized_words


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The river rose by ten metres.", "number", "ten metres"),
        ("The militants left.", "label", "militants"),
        ("The former mayor left.", "modifier", "former"),
        ("They were arrested.", "strength", "arrested"),
        ("All left, including the mayor of Lima.", "detail", "including the mayor of Lima"),
        ("Peru did not sign.", "negation", "not"),
        ("According to the mayor, it rained.", "attribution", "the mayor"),
        ("The mayor said it rained.", "attribution", "The mayor"),
        ("“It rained,” the mayor said.", "attribution", "the mayor"),
        ("He called it “a good day”.", "quotation", "a good day"),
    ],
)
def test_an_expression_has_a_kind_and_a_place(text: str, kind: str, words: str) -> None:
    assert [e.span.of(text) for e in find_expressions(text) if e.kind == kind] == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ten ships", "10 ships"),
        ("It is set to close.", "It is expected to close."),
        ("Peru never left", "Peru never left"),
    ],
)
def test_what_means_the_same_has_the_same_value(one: str, other: str) -> None:
    assert [e.value for e in find_expressions(one)] == [e.value for e in find_expressions(other)] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("It’s ten per cent", "it is 10%"), ("They can't wait", "They cannot wait"), ("the U.S. fleet", "the US fleet")],
)
def test_typography_leaves_the_same_words(one: str, other: str) -> None:
    assert normalized_words(one) == normalized_words(other)
