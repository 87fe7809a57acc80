from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes, tagged
from workbench.nlp.tagger import Attribution, TaggedSpan


def test_an_opened_mark_within_a_content_is_closed() -> None:
    text = "He called it “a good day.” Then he left."
    tags = tagged(text, content=["it “a good day"], cue="called", source=["He"])
    assert read_quotes(text, tags)[0].spans[0].of(text) == "it “a good day.”"


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ('The guard said "wait" and closed the door.', 'wait" and closed the door', "wait"),
        ("The guard said “wait” while locking the door.", "wait” while locking the door", "wait"),
        ("The guard said “Wait here.” He closed the door.", "Wait here.” He closed", "Wait here."),
        ("The guard said “the lower door” was shut.", "the lower door” was shut", "“the lower door” was shut"),
        ("The guard called it ‘a bad lock’ and left.", "it ‘a bad lock", "it ‘a bad lock’"),
        ("The guard called it 'a bad lock', then left.", "it 'a bad lock", "it 'a bad lock'"),
        ("The guard said »wait« and left.", "wait« and left", "wait"),
        ("The guard said “wait” and “go away”.", "wait” and “go away", "“wait” and “go away”"),
    ],
)
def test_both_marks_or_none_and_no_word_past_the_quotation(text: str, content: str, expected: str) -> None:
    cue = "called" if "called" in text else "said"
    start, at = text.index(content), text.index(cue)
    given = Attribution(
        TaggedSpan(at, at + len(cue), 0.9),
        (TaggedSpan(start, start + len(content), 0.9),),
        (TaggedSpan(0, 9, 0.9),),
        0.9,
    )
    assert [q.text for q in read_quotes(text, given)] == [expected]


def test_a_content_does_not_end_in_an_opening_mark() -> None:
    text = "He wants an end to what he calls “the long war”."
    (quote,) = read_quotes(text, tagged(text, content=["an end to what he calls “"], cue="wants", source=["He"]))
    assert quote.text == "an end to what he calls"
