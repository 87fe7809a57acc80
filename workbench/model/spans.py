"""Stretches of a text by their offsets, and where the characters of a cleaned text stood in the raw one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that covers them all."""
        found = list(spans)
        return cls(min(s.start for s in found), max(s.end for s in found))


Passage = tuple[str, Span]
"""The id of an article, and a stretch of its text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of clean text that stands unchanged in the raw text."""

    clean: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of the clean text stood in the raw text; segments in order of both."""

    segments: tuple[Segment, ...] = ()

    def to_raw(self, offset: int) -> int:
        """The raw offset of a clean one; of a character put in by cleaning, the next that was there before."""
        for segment in self.segments:
            if offset < segment.clean + segment.length:
                return segment.raw + max(0, offset - segment.clean)
        if not self.segments:
            return offset
        last = self.segments[-1]
        return last.raw + last.length

    def span_to_raw(self, span: Span) -> Span:
        """The raw span of a clean one (it may contain what cleaning dropped)."""
        if span.start == span.end:
            return Span(self.to_raw(span.start), self.to_raw(span.start))
        return Span(self.to_raw(span.start), self.to_raw(span.end - 1) + 1)
