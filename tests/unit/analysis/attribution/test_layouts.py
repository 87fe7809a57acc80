from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_quotes
from workbench.analysis.attribution.layouts import add_layout_attributions


@pytest.mark.parametrize(
    ("text", "said", "by"),
    [
        ("“The harbour must never close again.” – Lena Orsted, port director\n", "The harbour", "Lena Orsted"),
        ("“The harbour must never close again.”\n— Lena Orsted\n", "The harbour", "Lena Orsted"),
        ("From Minister Paul Adeyemi:\n\n“We have seen the flood. The money comes.”\n", "We have seen", "Paul Adeyemi"),
        ("Statement by Foreign Minister Clara Voss:\n“Our position has not changed.”\n", "Our position", "Clara Voss"),
        ("Ruiz: the province will pay for the dam\nMayor Ana Ruiz spoke on Monday.", "the province", "Ana Ruiz"),
        ("Province will pay for the dam: Ruiz\nMayor Ana Ruiz spoke on Monday.", "Province will", "Ana Ruiz"),
        ("‘The dam will hold,’ said Mayor Ana Ruiz.", "The dam will hold", "Ana Ruiz"),
        ("«The dam will hold», said Mayor Ana Ruiz.", "The dam will hold", "Ana Ruiz"),
        ("“The dam will hold, said Mayor Ana Ruiz on Monday.", "The dam will hold", "Ana Ruiz"),
        ('"The dam will hold," said Mayor Ana Ruiz.', "The dam will hold", "Ana Ruiz"),
        ("“The dam,” said Mayor Ana Ruiz, “will hold until spring.”", "The dam", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_who_speaks_in_layouts_of_all_kinds(text: str, said: str, by: str) -> None:
    found = [q for q in read_quotes(text) if q.text.startswith(said)]
    assert [[s.name for s in q.speakers] for q in found] == [[by]]


def test_answers_are_the_interviewed_persons() -> None:
    text = (
        "We met Mayor Ana Ruiz in the town hall.\n\nQ: Will the dam hold?\n"
        "A: It will hold. We have checked every metre of it.\nQ: Who pays?\nA: The province pays for all of it.\n"
    )
    answers = [q for q in read_quotes(text) if q.text.startswith(("It will hold", "The province pays"))]
    assert [[s.name for s in q.speakers] for q in answers] == [["Ana Ruiz"], ["Ana Ruiz"]]


def test_turns_have_their_speakers() -> None:
    text = (
        "Daily News: Will the dam hold?\n\nAna Ruiz: It will hold. We have checked every metre.\n\n"
        "Daily News: Who pays?\n\nAna Ruiz: The province pays for all of it.\n"
    )
    answers = [q for q in read_quotes(text) if q.text.startswith(("It will hold", "The province pays"))]
    assert {s.name for q in answers for s in q.speakers} == {"Ana Ruiz"}


def test_a_quotation_over_three_paragraphs_is_one_quote() -> None:
    text = "Mayor Ana Ruiz said: “The dam held.\n\n“We need boats, and we need them now.\n\n“The road is gone.”"
    (quote,) = read_quotes(text)
    assert [s.of(text).rstrip("”.") for s in quote.spans] == [
        "The dam held",
        "We need boats, and we need them now",
        "The road is gone",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anthony “Shorty” Brown opened the hall on Monday in Leeds.",
        "The so-called “green zone” was opened on Monday.",
        "Her novel “The Long Road Home” won a prize in 2014.",
    ],
)
def test_nicknames_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    assert read_quotes(text) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", "— ", "Ana Ruiz", ": ", "\n", "Q: ", "A: ", "From ", "it holds well ", "'"])).map("".join))  # fmt: skip  # noqa: E501
@example("“" * 2000 + "\n— A")
@example("From " + "A " * 2000)
def test_any_layout_gives_spans_within_the_text(text: str) -> None:
    for found in add_layout_attributions(text, ()):
        for part in (found.cue, *found.contents, *found.sources):
            assert 0 <= part.start < part.end <= len(text)
