from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes


@pytest.mark.parametrize(
    "text",
    [
        "“We will go on,” Ana Ruiz told reporters, according to Reuters.",
        "Reuters reports that Ana Ruiz said the talks would go on.",
        "Ana Ruiz left. “We will go on,” she was quoted by the Fars News Agency as saying on Monday.",
        "“We will go on with the talks,” harbour spokeswoman Ana Ruiz said, according to The Wall Street Journal.",
    ],
)
def test_an_outlet_that_carries_words_does_not_say_them(text: str) -> None:
    quotes = read_quotes(text)
    assert {s.name for q in quotes for s in q.speakers} == {"Ana Ruiz"}
    assert quotes[0].via


def test_an_outlet_says_what_it_found_itself() -> None:
    (quote,) = read_quotes("According to Reuters, the two sides will go on with their talks until May.")
    assert [s.name for s in quote.speakers] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "According to the Polish government, the French leader said he would invite experts to the site.",
            "French leader",
            "he would invite experts to the site",
        ),
        (
            "Norway’s state media cited Ana Ruiz as saying that the issue could be resolved soon.",
            "Ana Ruiz",
            "that the issue could be resolved soon",
        ),
        (
            "The Nordic Daily wrote at length. The Daily says officials acknowledge that the bridge was never safe.",
            "",
            "that the bridge was never safe",
        ),
    ],
)
def test_who_only_passes_words_on_does_not_say_them(text: str, speaker: str, said: str) -> None:
    quote = read_quotes(text)[-1]
    assert ([s.name for s in quote.speakers], quote.spans[0].of(text)) == ([speaker], said)


def test_what_somebody_did_according_to_a_source_is_said_by_the_source() -> None:
    text = "According to the White House, Mayor Ana Ruiz later spoke with the crews who work on the bridge."
    assert [s.name for s in read_quotes(text)[0].speakers] == ["White House"]
