"""Quotes: whose words they are, and with which words the article tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.model.entities import Speaker
from workbench.model.ids import stable_id
from workbench.model.spans import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
QUOTE_KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")

Role = Literal["speaker", "cue", "content"]
"""Whose words they are that tell a quote; what is neither the speaker's name nor the content counts to the cue."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that a quote is told with."""

    role: Role
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution: content, cue and speakers (none when nobody is named)."""

    article_id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    text: str
    """The words of the spans; where there are several, joined by " … "."""
    speakers: tuple[Speaker, ...] = ()
    cue: Span | None = None
    cue_text: str = ""
    via: str = ""
    """Who passed the words on ("a source told Reuters": Reuters)."""
    confidence: float = 0.0
    own: bool = False
    """Whether the analyst made it of a passage, rather than the machine finding it."""
    told: tuple[Part, ...] = ()
    """What tells it, in the order in which it is told; `workbench.views.quote_text` makes words of it."""
    sentence: Span | None = None
    """The sentence, or sentences, that content and cue stand in."""

    @property
    def id(self) -> str:
        """Stable: of the article and the content's spans."""
        return stable_id("Q", self.article_id, *((s.start, s.end) for s in self.spans))
