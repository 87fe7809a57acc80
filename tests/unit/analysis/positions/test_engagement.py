"""Who took part or is at work on something, no stance reported."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_positions, read_stances
from workbench.model import TAKING_PART


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Libya launched a mediation effort between the rivals.", ("LBY", "engaged")),
        ("Participants included officials from Malta, Cyprus and Greece.", ("GRC", "engaged")),
        ("Norway held talks with Sweden on Monday.", ("NOR", "engaged")),
    ],
)
def test_who_takes_part_is_engaged(text: str, expected: tuple[str, str]) -> None:
    assert expected in read_stances(text)


def test_mere_taking_part_is_about_one_thing() -> None:
    assert {p.topic for p in read_positions("Participants included officials from Malta.")} == {TAKING_PART}
