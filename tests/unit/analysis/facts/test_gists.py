"""Which phrasing stands for a fact."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.gists import choose_gist, is_title_case
from workbench.model import Clause, Span


def alone(one: Clause) -> str:
    return one.text


def clause(text: str, stands_alone: bool = True) -> Clause:
    return Clause("A", Span(0, len(text)), text, tuple(text.split()), stands_alone=stands_alone)


def test_a_whole_clause_goes_before_a_surer_fragment() -> None:
    whole, part = clause("the ministry delays the toll by a month"), clause("delaying it by a month", False)
    assert choose_gist({whole: 0.5, part: 0.9}, alone) == "The ministry delays the toll by a month"


def test_a_sentence_goes_before_a_headline_and_a_few_words() -> None:
    headline, short = clause("Ministry Delays Harbour Toll By Thirty Days"), clause("ministry waits")
    assert choose_gist(
        {headline: 0.9, short: 0.9, clause("the ministry delays the toll by a month"): 0.4}, alone
    ).startswith("The")


def test_running_text_goes_before_a_headline_without_capitals() -> None:
    headline, told = clause("ministry delays toll by a month"), clause("the ministry will delay the toll by a month")
    sentences = {
        headline: "Ministry delays toll by a month",
        told: "The ministry will delay the toll by a month, it said.",
    }
    assert (
        choose_gist({headline: 0.9, told: 0.4}, sentences.__getitem__) == "The ministry will delay the toll by a month"
    )


def test_a_whole_sentence_goes_before_one_that_is_cut() -> None:
    cut, told = clause("who said the toll would rise", False), clause("saying that the toll would rise", False)
    sentences = {cut: "who said the toll would rise", told: "The ministry answered, saying that the toll would rise."}
    assert choose_gist({cut: 0.9, told: 0.4}, sentences.__getitem__) == sentences[told]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("the old port and the town as a whole", "The old port and the town as a whole have been shut."),
        ("the mayor calls the old crane", "The mayor calls the old crane — the tallest — a danger."),
    ],
)
def test_what_is_cut_does_not_stand_for_its_sentence(part: str, sentence: str) -> None:
    assert choose_gist({clause(sentence[: len(part)]): 1.0}, lambda _: sentence) == sentence
    going_on = f"{sentence[: len(part)]}, which nobody denies."
    assert choose_gist({clause(sentence[: len(part)]): 1.0}, lambda _: going_on) == sentence[: len(part)]


def test_of_long_sentences_another_is_told() -> None:
    long, short = clause("fell onto the ship", False), clause("it dropped onto the ship's old deck", False)
    sentences = {
        long: "The crane " + "very " * 60 + "old fell onto the ship.",
        short: "It dropped onto the ship's old deck.",
    }
    assert choose_gist({long: 0.9, short: 0.4}, sentences.__getitem__) == "It dropped onto the ship's old deck."


def test_of_equals_the_surest_stands_for_the_fact() -> None:
    shut, closed = clause("the port shut its old gate"), clause("the port closed its old gate")
    assert choose_gist({shut: 0.5, closed: 0.6}, alone) == "The port closed its old gate"


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("and that  the crane\n fell onto the ship,", "The crane fell onto the ship"),
        ("and", "And"),
        ("OSLO, Norway (AP) — The crane fell", "The crane fell"),
        ("OSLO – “The crane fell,” he said", "“The crane fell,” he said"),
        ("IKEA said the crane fell", "IKEA said the crane fell"),
        ("Likewise, he declined to come", "He declined to come"),
        ("“The crane must go.", "The crane must go."),
        ('The crane must go," Ruiz said', '"The crane must go," Ruiz said'),
        ("A “heavy” crane fell”", "A “heavy” crane fell”"),
        ('The mayor called the crane "unsafe', 'The mayor called the crane "unsafe"'),
        ('However, the "old" crane is "unsafe.', 'The "old" crane is "unsafe."'),
        ("Even so, the crane fell", "The crane fell"),
        ('“The crane," Ruiz said', '“The crane," Ruiz said'),
        ("• The crane fell", "The crane fell"),
        ("Although old, the crane is tall.", "Although old, the crane is tall."),
        ("although the crane is tall", "The crane is tall"),
        ("(CNN) The crane fell", "The crane fell"),
        ("Oslo, Norway (Reuters) - The crane fell", "The crane fell"),
        ("The Harbour Union (HU) Council met", "The Harbour Union (HU) Council met"),
    ],
)
def test_a_gist_is_a_sentence(text: str, gist: str) -> None:
    assert choose_gist({clause(text): 1.0}, alone) == gist


def test_the_sentence_tells_what_a_part_of_it_does_not() -> None:
    sentence = "The crane swayed, then fell onto the ship."
    assert choose_gist({clause("then fell onto the ship", False): 1.0}, lambda part: sentence) == sentence
    assert choose_gist({clause("the crane swayed"): 1.0}, lambda part: sentence) == "The crane swayed"


def test_a_very_long_sentence_stands_for_no_part_of_it() -> None:
    assert choose_gist({clause("fell onto the ship", False): 1.0}, lambda part: "so " * 50) == "Fell onto the ship"


def test_headlines_are_known_by_their_capitals() -> None:
    assert is_title_case("Ministry Delays Harbour Toll By Thirty Days".split())
    assert not is_title_case("Angela Merkel met the head of the harbour union".split())
