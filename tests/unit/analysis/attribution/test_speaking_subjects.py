from __future__ import annotations

import pytest

from workbench.analysis.attribution.speaking_subjects import speaking_subject
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
