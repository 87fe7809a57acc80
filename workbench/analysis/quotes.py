"""Attributions to quotes: cut at line ends, joined where a quotation goes on, unfolded, with speakers resolved.

What belongs together is the model's finding (`nlp.tagger`); this module adds what the layout of the text says: a
quotation that goes on over paragraphs is one quote, and a headline is never part of the sentence after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis import through
from workbench.analysis.bounds import bounded, by_line
from workbench.analysis.credits import outlets as credited
from workbench.analysis.layouts import laid_out
from workbench.analysis.nesting import Nested, nested, retold
from workbench.analysis.speakers import Cast, resolve
from workbench.analysis.telling import telling
from workbench.model import Quote, Span, Speaker
from workbench.nlp import quotemarks
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEAST_WORDS = 3
"""What is left of a content around another must have as many words to stay a quote."""
FILLER = " … "
_OPENING = re.compile(rf"\s*{quotemarks.OPENING}")


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    contents: list[TaggedSpan]
    cue: TaggedSpan
    sources: tuple[TaggedSpan, ...]
    confidence: float
    via: str = ""


def quotes(article_id: str, text: str, found: Sequence[Attribution], cast: Cast) -> tuple[Quote, ...]:
    """The quotes of one article, in text order."""
    marked, outlets = quotemarks.quoted(text), credited(text)
    drafts = [
        part
        for whole in _joined(text, _drafts(text, laid_out(text, cast.people, found)), marked)
        for part in _unfolded(cast, whole, outlets)
    ]
    sources = [Span(s.start, s.end) for d in drafts for s in d.sources]
    out: list[Quote] = []
    before: tuple[Speaker, ...] = ()
    for draft in drafts:
        spans = tuple(Span(c.start, c.end) for c in (bounded(cast.doc, text, c, marked) for c in draft.contents))
        owners = draft.sources or _owner(cast.doc, draft.cue)
        speakers = tuple(through.named(outlets, s) for s in _speakers(cast, owners, before, spans))
        cue = Span(draft.cue.start, draft.cue.end)
        via = draft.via or through.told(text, cue, speakers)
        told, sentence = telling(cast.doc, spans, cue, speakers)
        out.append(
            Quote(
                article_id,
                quotemarks.kind(text, spans, marked),
                spans,
                FILLER.join(s.of(text) for s in spans),
                speakers,
                cue,
                cue.of(text),
                via or through.reported(text, outlets, _sentence(cast.doc, cue), [*spans, *sources]),
                draft.confidence,
                told=told,
                sentence=sentence,
            )
        )
        before = speakers or before
    return tuple(out)


def _speakers(
    cast: Cast, sources: Sequence[TaggedSpan], before: Sequence[Speaker], inside: Sequence[Span]
) -> tuple[Speaker, ...]:
    """Who the sources stand for, each once."""
    out: dict[tuple[str, str, str], Speaker] = {}
    for source in sources:
        for speaker in resolve(cast, Span(source.start, source.end), before, inside):
            out.setdefault((speaker.name, speaker.country, speaker.name or speaker.mention_text), speaker)
    return tuple(out.values())


def _owner(doc: Doc, cue: TaggedSpan) -> tuple[TaggedSpan, ...]:
    """Whose words a noun's are: "Vance" for "echoing Vance's comments that"."""
    for token in doc.char_span(cue.start, cue.end, alignment_mode="expand") or ():
        for child in token.children:
            if child.dep_ == "poss":
                return (TaggedSpan(child.left_edge.idx, child.idx + len(child), cue.confidence),)
    return ()


def _drafts(text: str, found: Sequence[Attribution]) -> list[_Draft]:
    drafts = [_Draft([p for c in a.contents for p in by_line(text, c)], a.cue, a.sources, a.confidence) for a in found]
    return sorted((d for d in drafts if d.contents), key=lambda d: (d.contents[0].start, d.contents[0].end))


def _unfolded(cast: Cast, draft: _Draft, outlets: through.Outlets) -> list[_Draft]:
    """The draft, and the attribution by somebody else that its last content contains."""
    last = draft.contents[-1]
    whole = Span(last.start, last.end)
    via = next((name for s in draft.sources if (name := through.within(outlets, Span(s.start, s.end)))), "")
    if via and (whose := retold(cast.doc, whole)):
        own = [_Draft(draft.contents[:-1], draft.cue, draft.sources, draft.confidence)] if draft.contents[:-1] else []
        return [*own, _inner(whose, last, draft.confidence, via)]
    inner = nested(cast.doc, whole)
    if inner is None:
        return [draft]
    out = [_inner(inner, last, draft.confidence)]
    rest = cast.text[last.start : inner.outer_end].rstrip()
    if len(rest.split()) >= LEAST_WORDS:
        shortened = TaggedSpan(last.start, last.start + len(rest), last.confidence)
        out.insert(0, _Draft([*draft.contents[:-1], shortened], draft.cue, draft.sources, draft.confidence))
    return out


def _inner(found: Nested, outer: TaggedSpan, confidence: float, via: str = "") -> _Draft:
    parts = (TaggedSpan(s.start, s.end, outer.confidence) for s in (found.content, found.cue, found.source))
    content, cue, source = parts
    return _Draft([content], cue, (source,), confidence, via)


def _sentence(doc: Doc, cue: Span) -> Span:
    tokens = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return Span(tokens.sent.start_char, tokens.sent.end_char) if tokens else cue


def _joined(text: str, drafts: list[_Draft], marked: Sequence[Span]) -> list[_Draft]:
    """The drafts, with the paragraphs that reopen a quotation left open, unless those have a speaker of their own."""
    owned = {id(d): Span(d.contents[0].start, d.contents[-1].end) for d in drafts}
    gone: set[int] = set()
    for draft in drafts:
        while following := _reopened(text, draft.contents[-1].end, marked):
            others = [d for d in drafts if owned[id(d)].overlaps(following) and d is not draft]
            if any(d.sources for d in others) or draft.contents[-1].start >= following.start:
                break
            gone |= {id(d) for d in others}
            draft.contents.append(TaggedSpan(following.start, following.end, draft.contents[-1].confidence))
    return [d for d in drafts if id(d) not in gone]


def _reopened(text: str, end: int, marked: Sequence[Span]) -> Span | None:
    """What stands within the marks that open the next paragraph, if a quotation is still open where this one ends."""
    line_end = text.find("\n", end)
    opened = _OPENING.match(text, line_end) if line_end >= 0 and not text[end:line_end].strip(".,!?… ") else None
    still_open = any(m.start < end <= m.end and m.end == line_end for m in marked)
    if not opened or not still_open:
        return None
    return next((m for m in marked if m.start == opened.end()), None)
