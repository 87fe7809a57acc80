from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_quotes


def turns(text: str) -> list[tuple[str, str, list[str]]]:
    found = read_quotes(text.replace("|", "\n\n"))
    return [(q.kind, q.text, [s.name for s in q.speakers]) for q in found]


ANSWERS = [
    ("direct", "I think it will hold. We checked it.", ["Ana Ruiz"]),
    ("direct", "We all do.", ["Ana Ruiz"]),
]
ABOVE = "An hour with the mayor|Mayor Ana Ruiz of Sund met this newspaper in her office.|"


@pytest.mark.parametrize(
    "talk",
    [
        "Q: Will the bridge hold?|A: {}|Q: Who pays?|A: {}",
        "Q. Will the bridge hold?|A. {}|Q. Who pays?|A. {}",
        "QUESTION: Will the bridge hold?|ANSWER: {}|QUESTION: Who pays?|ANSWER: {}",
        "Reporter: Will the bridge hold?|{}|Reporter: Who pays?|{}",
        "Interviewer: Will the bridge hold?|Ms Ruiz: {}|Interviewer: Who pays?|Ms Ruiz: {}",
        "**Will the bridge hold?**|{}|**Who pays?**|{}",
        "Will the bridge hold?|{}|Who pays?|{}",
        "**Q:** Will the bridge hold?|**A:** {}|**Q:** Who pays?|**A:** {}",
    ],
)
def test_answers_are_whose_name_stands_above(talk: str) -> None:
    assert turns(ABOVE + talk.format(*(words for _, words, _ in ANSWERS))) == ANSWERS


def test_names_in_capitals_are_names() -> None:
    text = (
        "Briefing|MS. ORTEGA: Good day. Chile backs the pact.|The minister flies on Monday.|QUESTION: Alone?|"
        "MS. ORTEGA: With her deputy.|(Laughter.)|GENERAL HAUGEN: And with me."
    )
    assert turns(text) == [
        ("direct", "Good day. Chile backs the pact. … The minister flies on Monday.", ["Ortega"]),
        ("direct", "With her deputy.", ["Ortega"]),
        ("direct", "And with me.", ["Haugen"]),
    ]
    assert read_quotes(text.replace("|", "\n\n"))[2].speakers[0].role == "General"


def test_a_label_in_capitals_is_who_is_named_in_full() -> None:
    text = (
        "Spokeswoman Rosa Ortega took questions.|MS. ORTEGA: Chile backs the pact.|QUESTION: Why?|MS. ORTEGA: It must."
    )
    assert {tuple(names) for _, _, names in turns(text)} == {("Rosa Ortega",)}


@pytest.mark.parametrize(
    "text",
    [
        "Weather|LONDON: Rain fell on the bridge.|PARIS: It was dry.|UPDATE: The bridge is shut.",
        "What we know|WHO: Two men.|WHEN: On Monday.|WHERE: At the bridge.",
        "Will it hold?|The province has not looked.|Who pays?|The province has no money.",
    ],
)
def test_labels_and_questions_of_other_kinds_make_no_turns(text: str) -> None:
    assert all(kind != "direct" for kind, _, _ in turns(text))


def test_whose_answers_they_are_is_left_open_where_two_could_be_meant() -> None:
    text = "Ana Ruiz lost to Ivo Babic.|Q: Will the bridge hold?|A: I think so.|Q: Why?|A: We checked it."
    assert [names for _, _, names in turns(text)] == [[], []]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["Q: ", "A: ", "\n", "MR. PRICE: ", "Ana Ruiz", "It holds. ", "Who pays?", "**", ": ", "(", ")"])).map("".join))  # fmt: skip  # noqa: E501
@example("A " * 5000 + ":")
@example("Q: A?\nA:\nQ: B?\nA:")
def test_any_labels_give_spans_that_are_their_words(text: str) -> None:
    for quote in read_quotes(text):
        assert quote.text == " … ".join(s.of(text) for s in quote.spans)
        assert all(s.start < s.end for s in quote.spans)
