"""What the scorer is told of a candidate beside the words."""

from __future__ import annotations

from tests.unit.analysis.reading import read_entities
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.positions.candidate_features import SentenceContext, encode, main_token, names
from workbench.analysis.positions.candidates import CandidateFinder
from workbench.analysis.positions.rule_positions import read_positions, read_predicates
from workbench.nlp import pipeline


def features(text: str, holder: str) -> dict[str, float]:
    """The features of a holder in the first sentence that are not 0."""
    read = pipeline.run_models(text)
    entities = read_entities(text)
    sentence = next(iter(entities.doc.sents))
    quotes = find_quotes("A1", entities, read.attributions)
    near = [q for q in quotes if any(s.start < sentence.end_char for s in q.spans)]
    rules = read_positions("A1", entities, quotes, read_predicates(entities.doc))
    found = CandidateFinder(entities).find(sentence, near)
    context = SentenceContext(sentence, 0, len(found), near, rules, {c.holder: 1 / len(found) for c in found})
    row = encode(next(c for c in found if c.holder == holder), context)
    return {name: float(value) for name, value in zip(names(), row, strict=True) if value}


def test_what_rules_read_of_it_is_told_apart_from_what_they_read_of_others() -> None:
    found = features("Norway ruled out sending troops to Chile.", "NOR")
    assert found["rule:ruled_out"] > 0.5
    assert found["rule:any"] == 1
    assert features("Norway ruled out sending troops to Chile.", "CHL").get("rule:other") == 1


def test_how_it_is_named_and_what_it_is_in_the_sentence() -> None:
    found = features("Norway ruled out sending troops to Chile.", "NOR")
    assert found["kind:name"] == found["relation:nsubj"] == 1
    assert features("Norway ruled out sending troops to Chile.", "CHL")["relation:pobj"] == 1


def test_a_question_and_a_heading_are_told() -> None:
    assert "sentence:question" in features("Will Norway send troops?", "NOR")
    assert "sentence:heading" in features("Norway to send troops\n\nIt rained.", "NOR")


def test_of_several_mentions_the_one_that_acts_counts() -> None:
    text = "In Norway, Norway refused to pay."
    entities = read_entities(text)
    sentence = next(iter(entities.doc.sents))
    (norway,) = CandidateFinder(entities).find(sentence, [])
    token = main_token(norway, sentence)
    assert token is not None
    assert token.dep_ == "nsubj"
