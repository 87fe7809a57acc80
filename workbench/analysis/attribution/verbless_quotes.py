"""Quotations without a verb of their own: announced by a colon in the line before, or said by who has the floor.

A quotation that is a sentence by itself is speech. It is given to whoever the sentence before it quotes, or lets speak,
where that is exactly one; words in marks within a sentence, and titles, are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution import speaker_announcements
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.attribution.trailing_speakers import is_title
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.text.token_spans import token_span
from workbench.model import Quote, Span, Speaker
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

ANNOUNCED_CONFIDENCE, QUOTED_CONFIDENCE, INTRODUCED_CONFIDENCE = 0.7, 0.55, 0.45
"""How likely a quotation is said by whom a colon announces, the sentence before quotes, or lets speak."""
_BEFORE = re.compile(r"(?:^|[.!?…:\n][\"”»“«’')\]]*)[\s]*\Z")
_AFTER = re.compile(r"[ \t\xa0]*(?:$|\n|[^\W\d_a-z]|[\d“\"„«»‘'`「『(<\[])")
_LINE_END = re.compile(r"[ \t\xa0]*(?:\n|\Z)")
_SENTENCE = re.compile(r"[.!?…][\"”»’')\]]*\s*\Z")
_MARKS = " \t\n\xa0“”„‟\"«»‘’'`「」『』‹›"


def find_announced_quotes(entities: ArticleEntities, marked: Sequence[Span]) -> Iterator[Attribution]:
    """Quotations behind a colon, mostly in the line after: "Ana Ruiz wrote:" and then her words."""
    text = entities.text
    for stretch in marked:
        outer = quotation_marks.with_marks(text, stretch)
        before = text[: outer.start].rstrip()
        apart = (
            "\n" in text[len(before) : outer.start] or _stands_alone(text, stretch) or _LINE_END.match(text, outer.end)
        )
        if not before.endswith(":") or not apart or is_title(stretch.of(text)):
            continue
        found = speaker_announcements.announced_speaker(entities, _sentence(entities, len(before) - 1))
        end = stretch.start + len(stretch.of(text).rstrip())
        if found and end > stretch.start:
            source, cue = (TaggedSpan(s.start, s.end, ANNOUNCED_CONFIDENCE) for s in found)
            yield Attribution(
                cue, (TaggedSpan(stretch.start, end, ANNOUNCED_CONFIDENCE),), (source,), ANNOUNCED_CONFIDENCE
            )


def add_verbless_quotes(
    article_id: str, entities: ArticleEntities, marked: Sequence[Span], found: Sequence[Quote]
) -> list[Quote]:
    """`found` with the quotations that stand by themselves, each with the speaker who has the floor, in text order."""
    text = entities.text
    out = list(found)
    last: Quote | None = None
    for stretch in marked:
        covering = [q for q in out if any(s.overlaps(stretch) for s in q.spans)]
        if any(q.speakers for q in covering) or _is_name(entities, stretch, out):
            continue
        if last and _taken_up(text, last.spans[-1], stretch):
            out.remove(last)
            last = replace(last, spans=(*last.spans, stretch), text=f"{last.text} … {stretch.of(text)}")
            out.append(last)
        elif _stands_alone(text, stretch) and (whose := _speaker_with_floor(entities, stretch, out)):
            speakers, confidence = whose
            out = [q for q in out if q not in covering]
            last = Quote(article_id, "direct", (stretch,), stretch.of(text), speakers, confidence=confidence)
            out.append(last)
    return sorted(out, key=lambda q: (q.spans[0], q.spans[-1]))


def _is_name(entities: ArticleEntities, stretch: Span, found: Sequence[Quote]) -> bool:
    """Whether the marks are around a nickname: within what names a speaker or a person."""
    mentions = [s.mention for q in found for s in q.speakers if s.mention]
    mentions += [m for p in entities.people for m in p.mentions]
    return any(m.covers(stretch) for m in mentions)


def _speaker_with_floor(
    entities: ArticleEntities, stretch: Span, found: Sequence[Quote]
) -> tuple[tuple[Speaker, ...], float] | None:
    """The one speaker of the sentence before, and how sure that is."""
    text = entities.text
    at = quotation_marks.with_marks(text, stretch).start
    end = len(text[:at].rstrip(_MARKS))
    sentence = _sentence(entities, end - 1) if end else []
    if sentence and sentence[-1].text == ":" and all(t.pos_ in ("CCONJ", "ADV", "PUNCT") for t in sentence):
        end = len(text[: sentence[0].idx].rstrip(_MARKS))
        sentence = _sentence(entities, end - 1) if end else []
    if not sentence or sentence[-1].text == ":":
        return None
    near = "\n" not in text[end:at]
    here = token_span(sentence[0], sentence[-1]) if sentence else Span(end - 1, end)
    quoting = [q for q in found if _touches(q, here)]
    if quoting:
        whose = {tuple((s.name, s.kind, s.name or s.mention_text) for s in q.speakers): q for q in quoting}
        one = next(iter(whose.values()))
        sure = len(whose) == 1 and bool(one.speakers) and all(s.kind != "unknown" for s in one.speakers)
        return (one.speakers, min(QUOTED_CONFIDENCE, one.confidence)) if sure else None
    span = speaker_announcements.introduced_speaker(entities, sentence, near=near)
    speakers = resolve_speakers(entities, span, _latest(found, here.start)) if span else ()
    return (speakers, INTRODUCED_CONFIDENCE) if len(speakers) == 1 and speakers[0].kind != "unknown" else None


def _touches(quote: Quote, sentence: Span) -> bool:
    parts = (*quote.spans, *((quote.cue,) if quote.cue else ()))
    return any(p.overlaps(sentence) for p in parts)


def _latest(found: Sequence[Quote], at: int) -> tuple[Speaker, ...]:
    before = [q for q in found if q.spans[-1].end <= at and q.speakers]
    return max(before, key=lambda q: q.spans[-1].end).speakers if before else ()


def _sentence(entities: ArticleEntities, at: int) -> list[Token]:
    """The sentence at a place, up to there."""
    tokens = entities.doc.char_span(at, at + 1, alignment_mode="expand")
    return [t for t in tokens.sent if t.idx <= at and "\n" not in t.text] if tokens else []


def _stands_alone(text: str, stretch: Span) -> bool:
    """Whether a quotation is a sentence by itself: no part of another, and no title."""
    outer = quotation_marks.with_marks(text, stretch)
    said = stretch.of(text)
    ended = _SENTENCE.search(said) or text[outer.end : outer.end + 1] in (".", "!", "?")
    alone = _BEFORE.search(text, max(0, outer.start - 12), outer.start) and _AFTER.match(text, outer.end)
    return bool(ended and (alone or text[outer.end : outer.end + 1] in (".", "!", "?"))) and not is_title(said)


def _taken_up(text: str, before: Span, stretch: Span) -> bool:
    """Whether the quotation goes on in the next paragraph."""
    return text[before.end : before.end + 1] == "\n" and not text[before.end : stretch.start].strip(_MARKS)
