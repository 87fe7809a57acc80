"""Tagged spans to quotes: contents, cues and sources linked, split quotations joined, speakers resolved.

Linking is by place: the nearest cue of the content's own sentence, the nearest source of that cue. Two contents that
share cue and source are one quote ("A," said X, "B"), and so is a quotation that goes on over paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis import quotemarks
from workbench.analysis.nesting import nested
from workbench.analysis.speakers import Cast, resolve
from workbench.model import Quote, Span, Speaker
from workbench.nlp.tagger import TaggedSpan, Tags

REACH = 200
"""The longest way, in characters, from a content to its cue and from a cue to its source."""
PARAGRAPH_COST = 150
"""What a line end between the two adds to the way."""
CUE_COST, SOURCE_COST = 40, 120
"""What a sentence end adds: between a content and its cue, and between a cue and its source."""
JOIN = 200
"""Two contents of one cue and source that stand closer than this are one quote."""
LEAST_WORDS = 3
"""What is left of a content around another must have as many words to stay a quote."""
FILLER = " … "
_REOPENED = re.compile(r"[\s]*\n[\s]*[“\"«‘']")
_SENTENCE_END = re.compile(r"[a-z0-9)”\"][.!?][”\"’]?\s+[“\"‘]?[A-Z]")
_CLOSING = re.compile(r"[.,!?…]*[”\"»]")
_REST_OF_WORD = re.compile(r"(?<=\w)(?:\w|[-’'](?=\w))+")
_LINE = re.compile(r"[^\s][^\n]*")
_TOLD = re.compile(r"^\s+(?:(?:the|a|an)\s+)?((?:[A-Z][\w'’&.-]*)(?:\s+[A-Z][\w'’&.-]*){0,3})")
_VIA_CUES = re.compile(r"\b(told|tells|telling|spoke to|speaking to|interview with|statement to)\b")
UNNAMED, UNCUED = 0.8, 0.9
"""What a quote without speaker, or without cue, keeps of its confidence."""


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    contents: list[TaggedSpan]
    cue: TaggedSpan | None
    source: TaggedSpan | None


def quotes(article_id: str, text: str, tags: Tags, cast: Cast) -> tuple[Quote, ...]:
    """The quotes of one article, in text order."""
    drafts = [part for whole in _joined(text, _linked(text, tags)) for part in _unfolded(cast, whole)]
    marked = quotemarks.quoted(text)
    out: list[Quote] = []
    before: tuple[Speaker, ...] = ()
    for draft in drafts:
        spans = tuple(_whole(text, c) for c in draft.contents)
        mention = Span(draft.source.start, draft.source.end) if draft.source else None
        speakers = resolve(cast, mention, before, spans) if mention else ()
        cue = Span(draft.cue.start, draft.cue.end) if draft.cue else None
        out.append(
            Quote(
                article_id,
                quotemarks.kind(text, spans, marked),
                spans,
                FILLER.join(s.of(text) for s in spans),
                speakers,
                cue,
                cue.of(text) if cue else "",
                _via(text, cue, speakers),
                _confidence(draft),
            )
        )
        before = speakers or before
    return tuple(out)


def _unfolded(cast: Cast, draft: _Draft) -> list[_Draft]:
    """The draft, and the attribution by somebody else that its last content contains."""
    last = draft.contents[-1]
    inner = nested(cast.doc, Span(last.start, last.end))
    if inner is None:
        return [draft]
    content, cue, source = (
        TaggedSpan(s.start, s.end, last.confidence) for s in (inner.content, inner.cue, inner.source)
    )
    out = [_Draft([content], cue, source)]
    rest = cast.doc.text[last.start : inner.outer_end].rstrip()
    if len(rest.split()) >= LEAST_WORDS:
        shortened = TaggedSpan(last.start, last.start + len(rest), last.confidence)
        out.insert(0, _Draft([*draft.contents[:-1], shortened], draft.cue, draft.source))
    return out


def _whole(text: str, content: TaggedSpan) -> Span:
    """The content with its last word whole and, where a quotation opens within it, up to the closing mark."""
    end = content.end
    if rest := _REST_OF_WORD.match(text, end):
        end = rest.end()
    within = text[content.start : end]
    open_marks = within.count("“") > within.count("”") or within.count("«") > within.count("»") or within.count('"') % 2
    if open_marks and (closing := _CLOSING.match(text, end)):
        end = closing.end()
    return Span(content.start, end)


def _linked(text: str, tags: Tags) -> list[_Draft]:
    out = []
    for content in (part for whole in tags["content"] for part in _by_line(text, whole)):
        cue = _nearest(text, content, tags["cue"], CUE_COST)
        source = _nearest(text, cue or content, tags["source"], SOURCE_COST if cue else CUE_COST)
        out.append(_Draft([content], cue, source))
    return out


def _by_line(text: str, content: TaggedSpan) -> list[TaggedSpan]:
    """A content that runs over line ends cut at them: a headline is not the paragraph after it."""
    lines = [
        (content.start + m.start(), content.start + m.end()) for m in _LINE.finditer(text[content.start : content.end])
    ]
    return [TaggedSpan(start, end, content.confidence) for start, end in lines]


def _nearest(text: str, at: TaggedSpan, spans: Sequence[TaggedSpan], sentence_cost: int) -> TaggedSpan | None:
    def distance(other: TaggedSpan) -> int:
        between = text[min(at.end, other.end) - 1 : max(at.start, other.start) + 1]
        cost = PARAGRAPH_COST * ("\n" in between) + sentence_cost * bool(_SENTENCE_END.search(between))
        return max(other.start - at.end, at.start - other.end, 0) + cost

    near = [s for s in spans if distance(s) <= REACH]
    return min(near, key=distance, default=None)


def _joined(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """One draft for contents that share cue and source, and for quotations reopened in the next paragraph."""
    out: list[_Draft] = []
    seen: dict[tuple[TaggedSpan | None, TaggedSpan | None], _Draft] = {}
    for draft in drafts:
        last = seen.get((draft.cue, draft.source)) if draft.cue else None
        gap = text[last.contents[-1].end : draft.contents[0].start] if last else ""
        if last and len(gap) < JOIN and "\n" not in gap:
            last.contents += draft.contents
        elif out and _goes_on(text, out[-1], draft):
            out[-1].contents += draft.contents
        else:
            out.append(draft)
            seen[draft.cue, draft.source] = draft
    return out


def _goes_on(text: str, before: _Draft, draft: _Draft) -> bool:
    """Whether a quotation left open at a paragraph's end is reopened at the start of the next."""
    end, start = before.contents[-1].end, draft.contents[0].start
    gap = text[end:start]
    if not _REOPENED.search(gap) or gap.strip("“\"«‘'.,!?… \n"):
        return False
    paragraph = text[text.rfind("\n", 0, end) + 1 : end + gap.index("\n")]
    return (
        paragraph.count("“") > paragraph.count("”")
        or paragraph.count('"') % 2 == 1
        or (paragraph.count("«") > paragraph.count("»"))
    )


def _via(text: str, cue: Span | None, speakers: Sequence[Speaker]) -> str:
    """The outlet or body the words were given to, right after the cue: "told Reuters"."""
    if cue is None:
        return ""
    match = _VIA_CUES.search(text, max(0, cue.start - 1), cue.end)
    told = _TOLD.match(text[cue.end : cue.end + 80]) if match else None
    if told and told[1].rstrip(".") not in {s.mention_text for s in speakers}:
        return told[1].removesuffix("'s").removesuffix("’s").rstrip(".")
    within = re.search(r"\btold ((?:[A-Z][\w&.-]+ ?){1,4})$", cue.of(text))
    return within[1].strip() if within else ""


def _confidence(draft: _Draft) -> float:
    score = sum(c.confidence for c in draft.contents) / len(draft.contents)
    score *= draft.source.confidence if draft.source else UNNAMED
    score *= 1.0 if draft.cue else UNCUED
    return round(min(0.99, score), 2)
