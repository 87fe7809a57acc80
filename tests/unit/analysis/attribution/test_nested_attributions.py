from __future__ import annotations

from tests.unit.analysis.reading import read_quotes, tagged


def test_words_of_somebody_else_within_a_content_are_his() -> None:
    said = "Norway would pay most of the cost, echoing Minister Anna Dahl’s comments that companies must pay first"
    text = f"A source said {said}."
    tags = tagged(text, content=[said], cue="said", source=["A source"])
    outer, inner = read_quotes(text, tags)
    assert (outer.text, outer.speakers[0].kind) == ("Norway would pay most of the cost", "anonymous")
    assert (inner.text, inner.cue_text, inner.speakers[0].name) == (
        "that companies must pay first",
        "comments",
        "Anna Dahl",
    )
