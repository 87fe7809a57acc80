"""Attributions that only the layout makes: no verb says who speaks, but a dash or a colon does.

The model was trained on running text; what it finds is left as it is, and only words that it gives to nobody are read
by their layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Span
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

CONFIDENCE = 0.8
MIN_WORDS = 3
_OPEN, _CLOSE = quotation_marks.OPENING, quotation_marks.CLOSING
_NAME = (
    r"(?:(?:the|of|for|and|de|van|von|al|bin)\s+|[^\W\d_a-z][\w.'’-]*,?\s+){0,9}[^\W\d_a-z][\w.'’-]*(?:,[^\n]{1,60})?"
)
_DASHED = re.compile(
    rf"^[ \t]*{_OPEN}(?P<said>[^\n]+?){_CLOSE}\s*(?P<cue>[-–—―]+|\n\s*[-–—―]+)[ \t]*(?P<by>{_NAME})[ \t\xa0]*$", re.M
)
_BLOCK = re.compile(
    r"^[ \t]*(?:(?:[Ss]tatement|[Rr]emarks?|[Mm]essage|[Cc]omments?)\s+)?"
    rf"(?:[Ff]rom|[Bb]y)\s+(?P<by>(?:the\s+)?{_NAME})[ \t]*(?P<cue>:)[ \t]*\n\s*{_OPEN}(?P<said>[^\n]+)$",
    re.M,
)
_HEADLINE = re.compile(
    r"\s*(?P<said>[^\n:]+[^\s:])(?P<cue>:)[ \t]+(?P<by>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})[ \t]*\n"
)
_EDGE = " \t\n\xa0“”„‟\"«»‘’‚‹›「」『』〝〞〟＂'`"


@dataclass(frozen=True, slots=True)
class _Found:
    said: Span
    cue: Span
    by: Span | None


def add_layout_attributions(
    text: str, known: Sequence[Attribution], shaped: Iterable[Attribution] = ()
) -> list[Attribution]:
    """`known` with those that the layout of `text` shows, or `shaped` has, for words that `known` gives to nobody."""
    shaped = list(shaped)
    sourced = [a for a in known if a.sources and not any(_mistakes(a, b) for b in shaped)]
    taken = [Span(c.start, c.end) for a in sourced for c in a.contents]
    out = [a for a in shaped if not any(t.overlaps(Span(c.start, c.end)) for c in a.contents for t in taken)]
    taken += [Span(c.start, c.end) for a in out for c in a.contents]
    for found in (*_matched(_DASHED, text), *_matched(_BLOCK, text), *_headline(text)):
        words = len(found.said.of(text).split())
        if words >= MIN_WORDS and not any(found.said.overlaps(t) for t in taken):
            by = (TaggedSpan(found.by.start, found.by.end, CONFIDENCE),) if found.by else ()
            said = TaggedSpan(found.said.start, found.said.end, CONFIDENCE)
            out.append(Attribution(TaggedSpan(found.cue.start, found.cue.end, CONFIDENCE), (said,), by, CONFIDENCE))
            taken.append(found.said)
    unsourced = (a for a in known if not a.sources)
    left = [a for a in unsourced if not any(t.overlaps(Span(c.start, c.end)) for c in a.contents for t in taken)]
    return [*sourced, *left, *out]


def _mistakes(known: Attribution, shaped: Attribution) -> bool:
    """Whether an attribution takes the speaker behind a quotation for its cue, or for a part of its content."""
    cue, behind = known.cue, shaped.cue.start > shaped.contents[-1].end
    said = any(
        c.start <= n.start and n.end <= c.end for c in known.contents[-1:] for n in (*shaped.sources, shaped.cue)
    )
    return (behind and said) or any(cue.start < n.end and n.start < cue.end for n in shaped.sources)


def _matched(pattern: re.Pattern[str], text: str) -> Iterator[_Found]:
    for match in pattern.finditer(text):
        yield _Found(_part(match, "said"), _part(match, "cue"), _part(match, "by"))


def _headline(text: str) -> Iterator[_Found]:
    """ "Province will pay: Ruiz": a headline that ends in a name of the text."""
    match = _HEADLINE.match(text)
    if match and re.search(rf"\b{re.escape(match['by'].split()[-1])}\b", text[match.end() :]):
        yield _Found(_part(match, "said"), _part(match, "cue"), _part(match, "by"))


def _part(match: re.Match[str], name: str) -> Span:
    start, end = match.span(name)
    text = match.string
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
