from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_positions


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Malta backs the toll are false, its foreign ministry said.",
        "Claims that Malta rejected the loan are untrue.",
        "The claim that Malta will send ships is baseless, Valletta said.",
        "It is not true that Malta supports the toll.",
        "It is a lie that Malta opposes the toll.",
        "That Malta supports the toll is untrue.",
        "There is no truth to reports that Malta will send ships.",
        "There is no basis for the claim that Malta opposes the toll.",
        "Malta denied reports that it backs the toll.",
        "Malta dismissed suggestions that it opposes the toll.",
        "Malta rejected claims that Cyprus supports the toll.",
        "Reports that Malta backs the toll were denied by Valletta.",
        "Contrary to reports that Malta supports the toll, it has no plans.",
        "Malta never said it supports the toll.",
        "Malta has not said that it will reject the pact.",
        "The notion that Malta backs the mine is a myth.",
        "The story that Malta backs the mine is fake news, a spokesman said.",
        "Rumours that Malta supports the pact are nonsense.",
        "Nicosia’s claim that Malta backs the toll is false, said Rome.",
        "Malta called reports that it backs the toll a fabrication.",
        "“It is simply not true that Malta opposes the fund,” the Maltese minister said.",
        "It would be wrong to say that Malta supports the toll.",
        "It would be wrong to say that Malta opposes the toll, the Maltese minister said.",
        "It is a mistake to think that Malta rejects the toll, Malta said.",
        "The paper falsely claimed that Malta supports the toll.",
        "It is not the case that Malta backs the toll.",
        "Nobody in Rome said Malta supports the toll.",
    ],
)
def test_what_is_denied_is_nobodys_position(text: str) -> None:
    assert read_positions(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta confirmed reports that it backs the toll.", ("MLT", "supports")),
        ("Malta said that it backs the toll.", ("MLT", "supports")),
        ("Malta dismissed the plan as a mistake.", ("MLT", "opposes")),
        ("Malta rejected claims that it broke the treaty.", ("MLT", "opposes")),
        ("Contrary to reports, Malta rejected the toll.", ("MLT", "opposes")),
        ("Malta, which supports the toll, said a report on its budget was false.", ("MLT", "supports")),
    ],
)
def test_what_is_said_beside_a_denial_stays(text: str, expected: tuple[str, str]) -> None:
    assert expected in {(p.holder, p.stance) for p in read_positions(text)}
