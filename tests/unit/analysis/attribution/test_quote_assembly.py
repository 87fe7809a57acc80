from __future__ import annotations

from tests.unit.analysis.reading import read_quotes, tagged


def test_a_split_quotation_is_one_quote() -> None:
    text = "“We will stay,” said Mayor Ana Ruiz, “until the water falls.”"
    tags = tagged(text, content=["We will stay", "until the water falls"], cue="said", source=["Mayor Ana Ruiz"])
    (quote,) = read_quotes(text, tags)
    assert quote.kind == "direct"
    assert quote.text == "We will stay … until the water falls"
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]


REOPENED = "“The dam held,” she wrote. “But the road is gone.\n\n“We need boats, and we need them now.”"


def test_a_quotation_reopened_in_the_next_paragraph_is_one_quote() -> None:
    (quote,) = read_quotes(
        REOPENED, tagged(REOPENED, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"])
    )
    assert quote.spans[2].of(REOPENED) == "We need boats, and we need them now."


def test_a_quotation_that_was_closed_does_not_go_on() -> None:
    text = REOPENED.replace("gone.", "gone.”")
    (quote,) = read_quotes(
        text, tagged(text, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"])
    )
    assert len(quote.spans) == 2


def test_a_reopened_quotation_with_a_speaker_of_its_own_stays_apart() -> None:
    text = REOPENED + " said Ruiz."
    first = tagged(text, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"])
    second = tagged(text, content=["We need boats, and we need them now"], cue="said", source=["Ruiz"])
    assert [len(q.spans) for q in read_quotes(text, first, second)] == [2, 1]


def test_who_says_the_last_sentence_of_a_quotation_says_it_whole() -> None:
    text = "“The dam held. We waited for boats. They came late,” the mayor, Ana Ruiz, said."
    (quote,) = read_quotes(text, tagged(text, content=["They came late"], cue="said", source=["Ana Ruiz"]))
    assert quote.spans[0].of(text) == "The dam held. We waited for boats. They came late"


def test_a_quotation_of_two_speakers_is_given_to_neither_whole() -> None:
    text = "“The dam held. They came late,” Ana Ruiz said, and Pia Holt agreed."
    first = tagged(text, content=["The dam held"], cue="agreed", source=["Pia Holt"])
    last = tagged(text, content=["They came late"], cue="said", source=["Ana Ruiz"])
    assert {q.spans[0].of(text) for q in read_quotes(text, first, last)} == {"The dam held", "They came late"}
