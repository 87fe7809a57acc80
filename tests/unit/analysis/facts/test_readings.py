"""What is read where phrasings differ, what says the same as one."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.readings import group_readings
from workbench.model import Difference, Reading


def grouped(kind: str, *texts: str) -> list[tuple[str, str]]:
    readings = tuple(Reading(chr(ord("A") + n), text) for n, text in enumerate(texts))
    return [(words, "".join(articles)) for words, articles in group_readings(Difference(kind, readings))]


@pytest.mark.parametrize(
    ("kind", "texts", "found"),
    [
        ("strength", ("warn", "warned", "warned", "said"), [("warned", "ABC"), ("said", "D")]),
        ("strength", ("said", "told", "says", "vowed"), [("said", "ABC"), ("vowed", "D")]),
        ("strength", ("warned", "threatened"), [("warned", "A"), ("threatened", "B")]),
        ("hedge", ("", "will", "could", "Could"), [("could", "CD"), ("will", "B"), ("", "A")]),
        (
            "attribution",
            ("Peru’s union", "Peru’s old union", "a bank", ""),
            [("Peru’s union", "AB"), ("a bank", "C"), ("", "D")],
        ),
        ("attribution", ("Mr. Brandt", "President Lena Brandt", "she"), [("Mr. Brandt", "AB"), ("she", "C")]),
        ("added", ("23 killed", "killed 23"), [("23 killed", "AB")]),
        ("label", ("the militants", "militants", "rebels"), [("the militants", "AB"), ("rebels", "C")]),
    ],
)
def test_what_says_the_same_is_one(kind: str, texts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert grouped(kind, *texts) == found


def test_an_article_that_says_it_twice_is_named_once() -> None:
    readings = (Reading("A", "warned"), Reading("A", "warns"), Reading("B", "said"))
    assert group_readings(Difference("strength", readings)) == [("warned", ["A"]), ("said", ["B"])]
