from __future__ import annotations

import pytest

from workbench.analysis.attribution.cue_scope import words_in_scope
from workbench.model import Span
from workbench.nlp.parser import parse


def stretch(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "kept"),
    [
        ("Ruiz has not said the dam will hold.", "Ruiz", "said", "the dam will hold", "has not said"),
        ("Ruiz refused to say the dam will hold.", "Ruiz", "say", "the dam will hold", "refused to say"),
        ("Ruiz is said to have denied a plan.", "Ruiz", "denied", "a plan", "is said to have denied"),
        ("Ruiz said on Monday the dam will hold.", "Ruiz", "said", "the dam will hold", "said"),
    ],
)
def test_the_words_are_kept_that_a_cue_does_not_mean_the_same_without(
    text: str, speaker: str, cue: str, content: str, kept: str
) -> None:
    doc = parse(text)
    found = words_in_scope(doc, stretch(text, cue), [stretch(text, content), stretch(text, speaker)])
    assert " ".join(doc[i].text for i in sorted(found)) == kept
