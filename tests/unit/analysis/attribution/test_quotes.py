from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_quotes, tagged


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("``", "''"), ("''", "''"), ("»", "«"), ("„", "“"), ("『", "』"), ("‘‘", "’’"), ("<q>", "</q>")],
)
def test_marks_of_wires_and_other_languages_make_a_direct_quote(opening: str, closing: str) -> None:
    (quote,) = read_quotes(f"{opening}We will mend the bridge in June,{closing} Transport Minister Ana Ruiz said.")
    assert (quote.kind, quote.text) == ("direct", "We will mend the bridge in June")
    assert [(s.name, s.role) for s in quote.speakers] == [("Ana Ruiz", "Transport Minister")]


def test_the_whole_way_on_plain_news() -> None:
    text = "Chilean President Rosa Vidal said on Monday that the mine would stay shut. “It is not safe,” she said."
    found = read_quotes(text)
    assert len(found) == 2
    assert {s.name for q in found for s in q.speakers} == {"Rosa Vidal"}
    assert {q.kind for q in found} == {"indirect", "direct"}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "said ", "Ana Ruiz ", "[/b]", "\n", "it rains. ", "‘", "’", "\x1b"])).map("".join))  # fmt: skip  # noqa: E501
def test_no_text_breaks_it_and_every_span_is_its_words(text: str) -> None:
    read_quotes(text)


def test_a_noun_of_saying_is_its_owners() -> None:
    text = "The plan echoes Minister Anna Dahl’s comments that companies must pay first."
    (quote,) = read_quotes(text, tagged(text, content=["that companies must pay first"], cue="comments", source=[]))
    assert [s.name for s in quote.speakers] == ["Anna Dahl"]


def test_a_headlines_verb_is_no_part_of_the_name() -> None:
    text = "Ruiz Signals Possible Tax Cut as Harbour Town Prepares Budget\nMayor Ana Ruiz spoke on Monday."
    (quote, *_) = read_quotes(text)
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]


def test_who_is_asked_is_not_who_asks() -> None:
    text = "When asked if the tax would stay, Ana Ruiz said she would work it out."
    found = read_quotes(text, tagged(text, ["if the tax would stay"], "asked", ["Ana Ruiz"]))
    assert [q.speakers for q in found if q.cue_text == "asked"] == [()]
