"""What the model is asked of an article."""

from __future__ import annotations

import numpy as np

from tests.unit.analysis.reading import read_entities
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.positions.candidate_features import STANCE_NAMES
from workbench.analysis.positions.rule_positions import read_positions, read_predicates
from workbench.analysis.positions.scoring import (
    CONTENT,
    CUE,
    HOLDER,
    QUOTE,
    RULE,
    SOURCE,
    Questions,
    find_questions,
    score_candidates,
)
from workbench.nlp import pipeline

TEXT = 'Norwegian Prime Minister Kari Dahl condemned the attack. "We will send ships to Chile," she said.'


def questions(text: str) -> Questions:
    read = pipeline.run_models(text)
    entities = read_entities(text)
    quotes, readings = find_quotes("A1", entities, read.attributions), read_predicates(entities.doc)
    return find_questions(entities, quotes, read_positions("A1", entities, quotes, readings), readings)


def marked(text: str, column: int, value: int) -> list[str]:
    """The pieces that are marked so."""
    found = questions(text)
    (window,), (marks,) = found.windows, found.marks
    return [text[slice(*window.offsets[at])] for at in np.flatnonzero(marks[:, column] == value)]


def test_every_piece_is_told_its_part_in_a_quote() -> None:
    assert "ships" in marked(TEXT, QUOTE, CONTENT)
    assert "said" in marked(TEXT, QUOTE, CUE)
    assert "she" in marked(TEXT, QUOTE, SOURCE)


def test_words_that_rules_read_are_marked_with_their_stance() -> None:
    assert marked(TEXT, RULE, 1 + STANCE_NAMES.index("opposes")) == ["condemned"]


def test_whoever_may_hold_a_position_is_marked() -> None:
    assert {"Norwegian", "Dahl", "Chile", "she"} <= set(marked(TEXT, HOLDER, 1))


def test_a_question_has_the_places_of_its_holder_in_its_sentence() -> None:
    found = questions(TEXT)
    for one in found.asked:
        query = one.query
        assert all(query.first <= at < query.past for at in query.mentions)
        assert len(query.paths) == query.past - query.first
    assert next(one.candidate.holder for one in found.asked) == "NOR"


def test_answers_are_in_the_order_of_the_text_and_weigh_each_token() -> None:
    read = pipeline.run_models(TEXT)
    entities = read_entities(TEXT)
    quotes, readings = find_quotes("A1", entities, read.attributions), read_predicates(entities.doc)
    rules = read_positions("A1", entities, quotes, readings)
    answers = score_candidates(entities, quotes, rules, readings)
    starts = [answer.question.sentence.start for answer in answers]
    assert starts == sorted(starts)
    assert all(len(answer.about) == len(answer.question.sentence) for answer in answers)
    assert all(0 <= answer.confidence <= 1 for answer in answers)


def test_a_stance_that_a_word_tells_comes_before_the_models() -> None:
    read = pipeline.run_models("Norway rules out sending troops to Chile, he said.")
    entities = read_entities(read.doc.text)
    quotes, readings = find_quotes("A1", entities, read.attributions), read_predicates(entities.doc)
    answers = score_candidates(entities, quotes, read_positions("A1", entities, quotes, readings), readings)
    first = next(answer for answer in answers if answer.question.candidate.holder == "NOR")
    assert first.stance == "ruled_out"
    assert first.rule
    assert first.confidence > 0.5


def test_an_empty_text_asks_nothing() -> None:
    assert questions(" ").asked == ()
