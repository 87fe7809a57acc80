"""Which phrasing stands for a fact."""

from __future__ import annotations

from workbench.analysis.facts.gists import choose_gist, is_title_case
from workbench.model import Clause, Span


def clause(text: str, stands_alone: bool = True) -> Clause:
    return Clause("A", Span(0, len(text)), text, tuple(text.split()), stands_alone=stands_alone)


def test_a_whole_clause_goes_before_a_surer_fragment() -> None:
    whole, part = clause("the ministry delays the toll by a month"), clause("delaying it by a month", False)
    assert choose_gist({whole: 0.5, part: 0.9}) == "The ministry delays the toll by a month"


def test_a_sentence_goes_before_a_headline_and_a_few_words() -> None:
    headline, short = clause("Ministry Delays Harbour Toll By Thirty Days"), clause("ministry waits")
    assert choose_gist({headline: 0.9, short: 0.9, clause("the ministry delays the toll by a month"): 0.4}).startswith(
        "The"
    )


def test_of_equals_the_surest_stands_for_the_fact() -> None:
    assert choose_gist({clause("the port shut its old gate"): 0.5, clause("the port closed its old gate"): 0.6}) == (
        "The port closed its old gate"
    )


def test_a_gist_is_a_sentence() -> None:
    assert (
        choose_gist({clause("and that  the crane\n fell onto the ship,", False): 1.0}) == "The crane fell onto the ship"
    )
    assert choose_gist({clause("and", False): 1.0}) == "And"


def test_headlines_are_known_by_their_capitals() -> None:
    assert is_title_case("Ministry Delays Harbour Toll By Thirty Days".split())
    assert not is_title_case("Angela Merkel met the head of the harbour union".split())
