"""What a position is about, and what it depends on."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_positions


def test_a_condition_is_kept() -> None:
    (position,) = read_positions("Italy is ready to send engineers once the fighting stops.")
    assert position.condition == "once the fighting stops"


def test_a_topic_has_no_mark_without_its_other() -> None:
    (position,) = [
        p
        for p in read_positions("The Chilean foreign ministry said Chile might accept “treaty-like” pledges.")
        if p.stance == "open"
    ]
    assert position.topic == "treaty-like pledges"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chile will send ships once the fighting stops.", "once the fighting stops"),
        ("Chile pledged to guard the strait under any peace deal.", "under any peace deal"),
        ("Chile opposed the plan when it was announced.", ""),
    ],
)
def test_what_a_position_depends_on(text: str, condition: str) -> None:
    assert {p.condition for p in read_positions(text)} == {condition}
