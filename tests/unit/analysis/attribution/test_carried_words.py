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
