"""Quotes in the making: an attribution's contents cut at line ends, and joined where one quotation goes on.

A quotation goes on over paragraphs where one leaves a mark open that the next takes up, and behind what interrupts it
in mid-sentence. Whoever is named at one of its parts, first or last, says them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.analysis.attribution.content_bounds import split_at_lines
from workbench.model import Span
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

MAX_EDGE = 2
"""So many characters, marks and points, may be missing at an end."""
_TAKEN_UP = re.compile(rf"\s*(?:{quotation_marks.OPENING})?")
_INTERRUPTION = re.compile(r"[ \t\xa0]*[,–—-]?[^.!?;:\n]{3,100}?[,–—-][ \t\xa0]*\Z")
_MID_SENTENCE = re.compile(r"[,–—-]\s*\Z")


@dataclass(slots=True)
class QuoteDraft:
    """A quote in the making."""

    contents: list[TaggedSpan]
    cue: TaggedSpan
    sources: tuple[TaggedSpan, ...]
    confidence: float
    via: str = ""

    @property
    def extent(self) -> Span:
        """From its first content to its last."""
        return Span(self.contents[0].start, self.contents[-1].end)

    @property
    def cue_span(self) -> Span:
        """Where its cue is."""
        return Span(self.cue.start, self.cue.end)

    def owns(self, stretch: Span) -> bool:
        """Whether a quoted stretch is this draft's content from its beginning or to its end."""
        return any(
            c.start <= stretch.start + MAX_EDGE < c.end or c.start < stretch.end - MAX_EDGE <= c.end
            for c in self.contents
        )

    def covers(self, span: Span) -> bool:
        """Whether a part of the span is this draft's content."""
        return any(c.start < span.end and span.start < c.end for c in self.contents)


def assemble_drafts(text: str, found: Sequence[Attribution], marked: Sequence[Span]) -> list[QuoteDraft]:
    """The attributions as drafts, in text order; `marked`: what stands between quotation marks."""
    cut = [
        QuoteDraft([p for c in a.contents for p in split_at_lines(text, c)], a.cue, a.sources, a.confidence)
        for a in found
    ]
    out = [d for d in cut if d.contents]
    for stretches in _over_paragraphs(text, marked):
        out = _give_to_owner(out, stretches)
    for stretches in _interrupted(text, marked):
        out = _merge_parts(_give_to_owner(out, stretches), Span.around(stretches))
    for stretch in marked:
        _fill_stretch(text, out, stretch)
    return sorted(out, key=lambda d: (d.contents[0].start, d.contents[0].end))


def _fill_stretch(text: str, found: Sequence[QuoteDraft], stretch: Span) -> None:
    """Give the whole of what stands between marks to whoever alone says a sentence at its beginning or its end."""
    if "\n" in stretch.of(text):
        return
    inside = [
        (d, i) for d in found for i, c in enumerate(d.contents) if c.start < stretch.end and stretch.start < c.end
    ]
    if len(inside) != 1:
        return
    ((draft, place),) = inside
    content = draft.contents[place]
    before = content.start > stretch.start + MAX_EDGE and abs(content.end - stretch.end) <= MAX_EDGE
    after = content.end < stretch.end - MAX_EDGE and abs(content.start - stretch.start) <= MAX_EDGE
    if draft.sources and not stretch.covers(draft.cue_span) and (before or after):
        end = stretch.start + len(stretch.of(text).rstrip(", \xa0"))
        start, end = min(content.start, stretch.start), max(content.end, end)
        draft.contents[place] = replace(content, start=start, end=end)


def _over_paragraphs(text: str, marked: Sequence[Span]) -> Iterator[list[Span]]:
    """The quotations of several paragraphs: each but the last leaves its mark open, each but the first takes it up."""

    def taken_up(before: Span, after: Span) -> bool:
        return bool(_TAKEN_UP.fullmatch(text, before.end, after.start)) and text[before.end] == "\n"

    return _joined_runs(marked, taken_up)


def _interrupted(text: str, marked: Sequence[Span]) -> Iterator[list[Span]]:
    """The quotations that go on in mid-sentence behind an interruption, once or more often."""
    return _joined_runs(marked, lambda before, after: _goes_on(text, before, after))


def _joined_runs(marked: Sequence[Span], joined: Callable[[Span, Span], bool]) -> Iterator[list[Span]]:
    """Neighbours of which each is joined to the one before it; none that stands alone."""
    run: list[Span] = []
    for stretch in marked:
        if run and joined(run[-1], stretch):
            run.append(stretch)
            continue
        if len(run) > 1:
            yield run
        run = [stretch]
    if len(run) > 1:
        yield run


def _goes_on(text: str, stretch: Span, following: Span) -> bool:
    between = text[quotation_marks.with_marks(text, stretch).end : quotation_marks.with_marks(text, following).start]
    broken = _MID_SENTENCE.search(stretch.of(text)) or between.lstrip()[:1] in (",", "–", "—")
    return bool(broken and _INTERRUPTION.match(between)) and following.of(text)[:1].islower()


def _give_to_owner(found: list[QuoteDraft], stretches: Sequence[Span]) -> list[QuoteDraft]:
    """The drafts with the stretches of one quotation given to whoever is named at one of them."""
    named = any(d.sources and d.owns(s) for d in found for s in stretches)
    owners = [next((d for d in found if d.owns(s) and bool(d.sources) == named), None) for s in stretches]
    owner = next((o for o in owners if o), None)
    gone: list[QuoteDraft] = []
    for stretch, own in zip(stretches, owners, strict=True):
        owner = own or owner
        if own or owner is None or any(d.sources and d.covers(stretch) for d in found):
            continue
        gone += [d for d in found if d is not owner and d.covers(stretch)]
        owner.contents.append(TaggedSpan(stretch.start, stretch.end, owner.contents[-1].confidence))
        owner.contents.sort(key=lambda c: c.start)
    return [d for d in found if all(d is not g for g in gone)]


def _merge_parts(found: list[QuoteDraft], whole: Span) -> list[QuoteDraft]:
    """The drafts, those that are parts of one sentence joined: "We will," she said, "but not," she added, "now"."""
    parts = [d for d in found if d.sources and whole.covers(d.extent) and whole.covers(d.cue_span)]
    if len(parts) < 2:
        return found
    first, *others = sorted(parts, key=lambda d: d.contents[0].start)
    first.contents = sorted((c for d in parts for c in d.contents), key=lambda c: c.start)
    return [d for d in found if all(d is not o for o in others)]
