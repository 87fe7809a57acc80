"""A text while it is being cleaned, which never forgets where its characters came from.

Every stage of cleaning is a list of edits (a span and what stands there instead, mostly nothing). Composing the edits
here, and only here, is what makes the offset map right by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from workbench.errors import SourceError
from workbench.model import OffsetMap, Segment, Span

Edit = tuple[Span, str]

MAX_EDITS = 300_000
"""More than any article needs; bounds the memory that a text made of control characters can take."""


@dataclass(frozen=True, slots=True)
class TrackedText:
    """Text on its way from raw to clean."""

    text: str
    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, raw: str) -> TrackedText:
        """The raw text itself, nothing changed yet."""
        return cls(raw, (Segment(0, 0, len(raw)),) if raw else ())

    @property
    def offsets(self) -> OffsetMap:
        """Where each character stood in the raw text."""
        return OffsetMap(self.segments)

    def edit(self, edits: Iterable[Edit]) -> TrackedText:
        """Apply edits that are in order and do not overlap."""
        changes = list(islice((edit for edit in edits if edit[0].of(self.text) != edit[1]), MAX_EDITS + 1))
        if not changes:
            return self
        if len(changes) > MAX_EDITS:
            raise SourceError("The text is broken into too many pieces to be an article.", "Check what the file holds.")
        pieces: list[str] = []
        kept: list[Segment] = []
        place = length = 0
        for span, new in changes:
            kept.append(Segment(length, place, span.start - place))
            pieces += (self.text[place : span.start], new)
            length += span.start - place + len(new)
            place = span.end
        kept.append(Segment(length, place, len(self.text) - place))
        pieces.append(self.text[place:])
        return TrackedText("".join(pieces), tuple(_merge_adjacent(_compose(kept, self.segments))))

    def cut(self, spans: Iterable[Span]) -> TrackedText:
        """Leave spans out; in any order, overlapping or not."""
        return self.edit((span, "") for span in _merge_overlapping(spans))


def _merge_overlapping(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in sorted(spans):
        if last is None:
            last = span
        elif span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _compose(outer: Iterable[Segment], inner: tuple[Segment, ...]) -> Iterator[Segment]:
    """What of `inner` (draft to raw) is left when only `outer` (new draft to draft) is kept."""
    first = 0
    for piece in outer:
        end = piece.raw + piece.length
        while first < len(inner) and inner[first].clean + inner[first].length <= piece.raw:
            first += 1
        index = first
        while index < len(inner) and inner[index].clean < end:
            segment = inner[index]
            start = max(segment.clean, piece.raw)
            stop = min(segment.clean + segment.length, end)
            if start < stop:
                yield Segment(piece.clean + start - piece.raw, segment.raw + start - segment.clean, stop - start)
            index += 1


def _merge_adjacent(segments: Iterable[Segment]) -> Iterator[Segment]:
    last: Segment | None = None
    for segment in segments:
        if last and (last.clean + last.length, last.raw + last.length) == (segment.clean, segment.raw):
            last = Segment(last.clean, last.raw, last.length + segment.length)
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last
