"""Positions: where a country or bloc stands on an issue, and the sentence that proves it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import stable_id
from workbench.model.spans import Span

STANCES: dict[str, tuple[int, int]] = {
    "committed": (1, 3),
    "supports": (1, 2),
    "proposes": (1, 2),
    "demands": (1, 2),
    "open": (1, 1),
    "considering": (0, 1),
    "expects": (0, 1),
    "engaged": (0, 0),
    "unclear": (0, 0),
    "concerned": (-1, 1),
    "opposes": (-1, 2),
    "ruled_out": (-1, 3),
}
"""Stance -> (polarity, strength)."""

OWN_ATTRIBUTIONS = ("reported", "official_statement")
"""Attributions of what a holder's own people say or do."""

LIKELY = 0.5
"""The confidence from which a position is more likely right than wrong."""

OTHERS = " · others"
"""What follows the name or code of a holder where it is not where the holder stands, but others of that country."""

TAKING_PART = "talks and meetings"
"""The topic of those who met or took part, no stance reported: an issue by itself."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a country or bloc stands on an issue, in one article."""

    article_id: str
    holder: str
    holder_name: str
    stance: str
    evidence: Span
    """The sentence that proves it."""
    clause: Span
    """The part of the sentence that states it."""
    text: str
    """The words of the evidence."""
    topic: str
    """What it is about: a short noun phrase."""
    issue: str = ""
    """The label of the issue that it was grouped under; empty until the case has been grouped."""
    speaker: str = ""
    level: str = "government"
    """government, military or non_government"""
    attribution: str = "reported"
    """reported, official_statement, anonymous_source, second_hand, headline, expert, outlet"""
    attributed_by: str = ""
    condition: str = ""
    hedge: str = ""
    confidence: float = 0.0
    strength: int = 0
    """0-3, how strong the word is that says it."""
    event: str = ""
    """PLOVER event type; "" where there is none."""
    target: str = ""
    """The country or bloc it is towards; "" when none is named."""
    status: str = "suggested"
    """One of STATUSES: the analyst's judgement."""

    @property
    def id(self) -> str:
        """Stable: of article, holder and clause."""
        return stable_id("P", self.article_id, self.holder, self.clause.start, self.clause.end)

    @property
    def stated(self) -> str:
        """The words of the clause, where the evidence has it; else all of the evidence."""
        start = max(0, self.clause.start - self.evidence.start)
        return self.text[start : max(0, self.clause.end - self.evidence.start)] or self.text

    @property
    def is_of_state(self) -> bool:
        """Whether it is where the holder itself stands, not only somebody of that country: a party, a union, rebels."""
        return self.level != "non_government"

    @property
    def apart(self) -> str:
        """What is to follow the holder's name or code: OTHERS, or nothing where the holder itself stands there."""
        return "" if self.is_of_state else OTHERS
