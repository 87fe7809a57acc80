"""What a position is about where its own sentence does not say."""

from __future__ import annotations

from workbench.analysis.positions.topic_inheritance import NEAR, inherit_topics
from workbench.model import TAKING_PART, Position, Span


def position(holder: str, topic: str, at: int) -> Position:
    span = Span(at, at + 10)
    return Position("A1", holder, holder, "opposes", span, span, "", topic)


def topics(*rows: Position) -> list[str]:
    return [p.topic for p in inherit_topics(rows)]


def test_what_says_nothing_is_about_what_its_holder_was_about() -> None:
    rows = position("NOR", "fishing quota", 0), position("OMN", "toll", 20), position("NOR", "", 40)
    assert topics(*rows) == ["fishing quota", "toll", "fishing quota"]


def test_else_about_what_anybody_near_is_before_it_or_after() -> None:
    assert topics(position("NOR", "toll", 0), position("OMN", "bottom", 20)) == ["toll", "toll"]
    assert topics(position("NOR", "", 0), position("OMN", "toll", 20)) == ["toll", "toll"]


def test_what_is_far_or_only_takes_part_gives_nothing() -> None:
    assert topics(position("NOR", "toll", 0), position("NOR", "", NEAR + 1)) == ["toll", ""]
    assert topics(position("NOR", TAKING_PART, 0), position("NOR", "", 20)) == [TAKING_PART, ""]
