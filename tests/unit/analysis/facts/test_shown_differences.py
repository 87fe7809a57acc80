"""The differences of a fact beside its phrasings in their sentences."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.shown_differences import shown_differences
from workbench.model import Difference, Reading, Span


def shown(kind: str, words: str, sentence: str, base: str = "A1") -> list[tuple[str, list[str]]]:
    one = Difference(kind, (Reading("A1", words, Span(0, 1)), Reading("A2")))
    found = shown_differences([one], {"A1": [words], "A2": [sentence]}, base)
    return [(d.kind, [r.article_id for r in d.readings]) for d in found]


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [
        ("quotation", "Not for sale", "‘Not for sale’: a talk of ships"),
        ("attribution", "Lena Brandt", "The mill burned, according to officials."),
        ("attribution", "the miners’ union", "The miners’ union has a figure: ten thousand."),
        ("quotation", "it was rain", "It seems it was rain, he said.”"),
        ("added", "an old mill", "It burned, and the old mill of Lima fell."),
    ],
)
def test_what_stands_in_the_same_sentence_is_not_lacking(kind: str, words: str, sentence: str) -> None:
    assert shown(kind, words, sentence) == []
    assert shown(kind, words, "Rain fell.") != []


def test_others_are_still_silent() -> None:
    readings = (Reading("A1", "Not for sale", Span(0, 1)), Reading("A2"), Reading("A3"))
    contexts = {"A2": ["‘Not for sale’: a talk of ships"], "A3": ["Rain fell."]}
    [found] = shown_differences([Difference("quotation", readings)], contexts, "A1")
    assert [r.article_id for r in found.readings] == ["A1", "A3"]


@pytest.mark.parametrize(("base", "kind"), [("A1", "left out"), ("A2", "added")])
def test_what_is_added_or_left_out_is_so_from_the_base_that_is_shown(base: str, kind: str) -> None:
    assert shown("added", "an old mill", "Rain fell.", base) == [(kind, ["A1", "A2"])]
    assert shown("left out", "an old mill", "Rain fell.", base) == [(kind, ["A1", "A2"])]


def test_unquoted_words_are_no_quotation() -> None:
    assert shown("quotation", "in ten days", "The mill closes in ten days.") != []


def test_a_sentence_with_another_toll_does_not_lack_one() -> None:
    one = Difference("added", (Reading("A1", "14", Span(12, 14)), Reading("A2")))
    told = {"A1": ["A fire killed 14 people in Lima."], "A2": ["It burned, killing more than a dozen people."]}
    assert shown_differences([one], told, "A2") == ()
    [found] = shown_differences([one], {**told, "A2": ["It burned, and 3 people were injured."]}, "A2")
    assert [r.article_id for r in found.readings] == ["A1", "A2"]


def test_a_toll_is_shown_with_its_dead() -> None:
    text = "A fire killed 14 people and left 3 injured."
    readings = [Reading("A1", n, Span(at, at + len(n))) for n in ("14", "3") for at in [100 + text.index(n)]]
    made = [Difference("added", (reading, Reading("A2"))) for reading in readings]
    found = shown_differences(made, {"A1": [text], "A2": ["It burned."]}, "A2")
    assert [d.readings[0].text for d in found] == ["killed 14", "3 injured"]
    assert [d.readings[0].span for d in found] == [Span(107, 116), Span(133, 142)]


def test_tolls_that_all_tell_differ_in_number() -> None:
    readings = (Reading("A1", "14", Span(7, 9)), Reading("A2", "20", Span(7, 9)), Reading("A3"))
    told = {"A1": ["killed 14 people"], "A2": ["killed 20 people"], "A3": ["It burned, killing a dozen people."]}
    [found] = shown_differences([Difference("added", readings)], told, "A3")
    assert (found.kind, [r.text for r in found.readings]) == ("number", ["killed 14", "killed 20"])


def test_what_one_outlet_alone_has_is_no_difference_once_nobody_lacks_it() -> None:
    readings = (Reading("A1", "14", Span(7, 9)), Reading("A1", "20", Span(57, 59)), Reading("A3"))
    told = {"A1": ["killed 14 people", "killed 20 people"], "A3": ["It burned, killing a dozen people."]}
    assert shown_differences([Difference("added", readings)], told, "A3") == ()
