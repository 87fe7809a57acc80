from __future__ import annotations

import pytest
import spacy

from workbench.analysis.text.clause_segmentation import clause_verb, split_clauses, split_sentences
from workbench.nlp.parser import parse


def test_a_line_break_ends_a_sentence_and_a_stray_break_of_the_parser_does_not() -> None:
    doc = spacy.blank("en")("Rain in the north\nThe river rose")
    assert [[t.text for t in tokens] for tokens in split_sentences(doc)] == [
        ["Rain", "in", "the", "north"],
        ["The", "river", "rose"],
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The dam held.", ["held"]),
        ("Norway closed two airports but reopened the port of Bergen.", ["closed", "reopened"]),
        ("The dam will hold if the rain stops.", ["hold"]),
        ("The storm hit the coast, leaving thousands of people without power.", ["hit", "leaving"]),
    ],
)
def test_each_predicate_that_says_something_of_its_own_heads_a_clause(text: str, verbs: list[str]) -> None:
    clauses = [c for sentence in split_sentences(parse(text)) for c in split_clauses(sentence)]
    assert [clause_verb(head).text for head, _ in clauses] == verbs


def test_every_token_is_in_one_clause() -> None:
    doc = parse("The singer, who was born in a small village, won the award but lost her voice.")
    (sentence,) = split_sentences(doc)
    assert sorted(t.i for _, tokens in split_clauses(sentence) for t in tokens) == list(range(len(doc)))
