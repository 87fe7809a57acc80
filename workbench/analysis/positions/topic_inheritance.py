"""What a position is about where its own sentence says nothing of it: what the one before it is about.

One decision: "We will get to the bottom of it" goes on about what its holder was about last, or if that is too far
above, what anybody near is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.analysis.positions.topic_phrases import says_nothing
from workbench.model import TAKING_PART, Position

NEAR = 700
"""So many characters apart, two sentences may still be about the same."""


def inherit_topics(positions: Sequence[Position]) -> tuple[Position, ...]:
    """The positions of one article, in text order, each with a topic as far as one is near."""
    after = tuple(_inherited(reversed(tuple(_inherited(positions)))))
    return after[::-1]


def _inherited(positions: Iterable[Position]) -> Iterator[Position]:
    """Those with nothing for a topic take that of the last that had one."""
    last: dict[str, Position] = {}
    for position in positions:
        if says_nothing(position.topic):
            near = (last.get(position.holder), last.get(""))
            found = next((p for p in near if p and abs(p.clause.start - position.clause.start) <= NEAR), None)
            yield replace(position, topic=found.topic) if found else position
        else:
            if position.topic != TAKING_PART:
                last[position.holder] = last[""] = position
            yield position
