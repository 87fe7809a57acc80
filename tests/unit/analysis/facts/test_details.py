"""Details that an editor would point out."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.amounts import find_amounts
from workbench.analysis.facts.details import find_details, toll_of
from workbench.analysis.text.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve ships left, including two from Lima.", ["including two from Lima"]),
        ("They leave if the rain stops, she said.", ["if the rain stops"]),
        ("A clerk spoke on condition of anonymity.", ["spoke on condition of anonymity"]),
        ("A flood that left 12 people dead", ["12"]),
        ("It killed 12 people, and 30 ships sank in the harbour that day", ["12"]),
        ("They left, if possible", []),
    ],
)
def test_what_is_a_detail(text: str, found: list[str]) -> None:
    details = find_details(text, find_amounts(text, find_quantities(text)))
    assert [span.of(text) for _, span in details] == found


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("At least 23 people were killed and 147 wounded", ["dead", "hurt"]),
        ("23 killed, 146 injured in Lima", ["dead", "hurt"]),
        ("injured 146, officials said", ["hurt"]),
        ("120 casualties", [""]),
        ("two bombers in a car", [None]),
    ],
)
def test_whom_a_toll_counts(text: str, whom: list[str | None]) -> None:
    assert [toll_of(text, span) for _, span in find_amounts(text, find_quantities(text))] == whom
