from __future__ import annotations

import pytest

from workbench.analysis.attribution.speaking_subjects import is_asked_of_subject, speaking_subject
from workbench.nlp import pipeline


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Ana Ruiz appeared on Monday, saying that the tax would stay.", "saying", "Ruiz"),
        ("Ana Ruiz thanked the crew and added that the tax would stay.", "added", "Ruiz"),
        ("The sign was moved, saying that the gate is shut.", "saying", ""),
        ("It was reported that the tax would stay.", "reported", ""),
    ],
)
def test_a_verb_shares_the_subject_it_is_joined_to(sentence: str, verb: str, expected: str) -> None:
    token = next(t for t in pipeline.run_models(sentence).doc if t.text == verb)
    subject = speaking_subject(token)
    assert (subject.text if subject is not None else "") == expected


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("When asked if the tax would stay, Ana Ruiz said she would work it out.", True),
        ("Asked about the tax, Ana Ruiz smiled.", True),
        ("Ana Ruiz was asked whether the tax would stay.", True),
        ("Ana Ruiz asked whether the tax would stay.", False),
        ("Ana Ruiz has asked whether the tax would stay.", False),
        ("Asked by Tom Hale whether the tax would stay, Ana Ruiz smiled.", False),
    ],
)
def test_who_is_asked_does_not_say_it(sentence: str, asked: bool) -> None:
    token = next(t for t in pipeline.run_models(sentence).doc if t.lower_ == "asked")
    assert is_asked_of_subject(token) == asked
