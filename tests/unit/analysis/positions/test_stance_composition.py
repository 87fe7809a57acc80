"""A stance over another."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_positions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman refused to rule out a toll.", ("open", "toll")),
        ("Oman declined to exclude a toll.", ("open", "toll")),
        ("Oman would not rule out a toll.", ("open", "toll")),
        ("Oman could not rule out a toll.", ("open", "toll")),
        ("Oman stopped short of ruling out a toll.", ("open", "toll")),
        ("Oman avoided rejecting the toll.", ("open", "toll")),
        ("Oman is unwilling to rule out a toll.", ("open", "toll")),
        ("Oman was not prepared to rule out a toll.", ("open", "toll")),
        ("Oman refused to reject the toll.", ("open", "toll")),
        ("Oman promised not to veto the toll.", ("open", "toll")),
        ("Oman refused to endorse the toll.", ("opposes", "toll")),
        ("Oman ruled out backing the toll.", ("opposes", "toll")),
        ("Oman refused to condemn the raid.", ("unclear", "raid")),
        ("Oman vowed to oppose the toll.", ("opposes", "toll")),
        ("Oman decided to reject the toll.", ("opposes", "toll")),
        ("Oman threatened to veto the toll.", ("ruled_out", "toll")),
        ("Oman pledged to block the toll.", ("opposes", "toll")),
        ("Oman is reluctant to back the toll.", ("concerned", "toll")),
        ("Oman pledged to support the toll.", ("committed", "toll")),
        ("Oman refused to leave the port.", ("ruled_out", "leaving the port")),
    ],
)
def test_a_stance_over_another_decides_which_way_it_counts(text: str, expected: tuple[str, str]) -> None:
    assert [(p.stance, p.topic) for p in read_positions(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Oman stopped short of endorsing the toll.",
        "Oman held back from backing the toll.",
        "Oman hesitated to endorse the toll.",
        "Oman fell short of supporting the toll.",
    ],
)
def test_what_one_avoids_to_support_is_no_support(text: str) -> None:
    assert read_positions(text) == ()
