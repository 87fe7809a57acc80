"""Whom words came through: the outlet they were told to, or that reports what somebody else said.

"According to Reuters, sources said ..." has two links: nobody that can be named, and Reuters, from whom it is known.
The speaker of a quote is who said it; the outlet stands beside, as the quote's `via`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.analysis.entities.named_bodies import is_outlet_name
from workbench.analysis.provenance.credits import up_to_sentence_end
from workbench.model import Span, Speaker
from workbench.nlp.tagger import TaggedSpan

CreditedOutlets = Sequence[tuple[Span, str]]
"""Where a text credits outlets, as `credits.credited_outlets` finds them."""
_TOLD = re.compile(r"^[ \xa0]+(?:(?:the|a|an) )?((?:[A-Z][\w'’&.-]*)(?:[ \xa0][A-Z][\w'’&.-]*){0,3})")
_ACCORDING = re.compile(
    r"\b(?:according to|citing|(?:quoted|cited|seen|obtained|reviewed|viewed|published|carried) by|"
    r"(?:leaked|shown|sent|provided) to|shared with)\s+(?:[\w-]+\s+){0,5}\Z",
    re.I,
)
_CUES = re.compile(r"\b(told|tells|telling|spoke to|speaking to|interview with|statement to)\b")


_PARTICIPLE = r"(?P<verb>\w+(?:ed|en|wn|ught)|sent|read|lent)"
_HAS = re.compile(
    rf",?\s+(?:(?:\w+ly|first|later|since|only)\s+)?{_PARTICIPLE}\s+(?:available\s+)?(?:by|to|with|in|on)\s+(?:[\w’'-]+\s+){{0,4}}[“\"‘']?\Z"
)
_THAT = re.compile(r",?\s+(?:that|which|of which)?\s*(?:the\s+)?\Z")
_HAS_SEEN = re.compile(rf"\s+(?:has|have|had|said it had)?\s*{_PARTICIPLE}\b")
_MADE = frozenset(
    "written compiled conducted authored produced made done prepared issued released commissioned drafted based".split()
)
"""What an outlet has done with words of its own."""
_PRESS = re.compile(
    r"\b(?:media|press|press reports?|news ?papers?|paper|magazine|broadcaster|network|station|channel|news agency|"
    r"news reports?|television|TV|radio|"
    r"[Tt]he (?:Journal|Times|Post|Daily|Guardian|Telegraph|Wire|Tribune|Herald|Globe))\Z"
)
"""What ends the name of those who pass on news."""
_NAME_WORDS = 4
_LEADING = re.compile(r"^(?:the|a|an|one|another|its|his|her|their)\s+", re.I)


def outlet_told(text: str, cue: Span, speakers: Sequence[Speaker]) -> str:
    """The outlet or body the words were given to, right after the cue: "told Reuters"; "" when none is."""
    match = _CUES.search(text, max(0, cue.start - 1), cue.end)
    after = _TOLD.match(text[cue.end : cue.end + 80]) if match else None
    name = up_to_sentence_end(after[1]).rstrip(".") if after else ""
    if name and name not in {s.mention_text for s in speakers}:
        return name.removesuffix("'s").removesuffix("’s")
    within = re.search(r"\btold ((?:[A-Z][\w&.-]+ ?){1,4})$", cue.of(text))
    return within[1].strip() if within else ""


def outlet_cited(text: str, outlets: CreditedOutlets, sentence: Span, taken: Sequence[Span]) -> str:
    """The outlet that a sentence goes back to, outside of `taken`: contents, and sources of quotes; "" when none."""
    for span, name in outlets:
        free = sentence.covers(span) and not any(t.overlaps(span) for t in taken)
        if free and _ACCORDING.search(text, sentence.start, span.start):
            return name
    return ""


def outlet_within(outlets: CreditedOutlets, span: Span) -> str:
    """The outlet that is credited within a span, or ""."""
    return next((name for at, name in outlets if span.covers(at)), "")


def carrier(text: str, outlets: CreditedOutlets, cue: Span, source: Span) -> str:
    """Who may only pass on what somebody else says: an outlet, the press, who is named with "according to"; or ""."""
    said = source.of(text)
    if credited := outlet_within(outlets, source):
        return credited
    name = _LEADING.sub("", said)
    outlet = name[:1].isupper() and len(name.split()) <= _NAME_WORDS and is_outlet_name(name)
    carries = outlet or _PRESS.search(said) or cue.of(text).lower().startswith("according")
    return name if carries else ""


def publishing_outlet(text: str, outlets: CreditedOutlets, sources: Sequence[TaggedSpan]) -> str:
    """The outlet that only has, or published, the paper that is the source ("a letter seen by Reuters"), or ""."""
    for source in sources:
        for at, name in outlets:
            if Span(source.start, source.end).covers(at) and _publishing_words(
                text, Span(source.start, source.end), at
            ):
                return name
    return ""


def outlet_as_speaker(text: str, outlets: CreditedOutlets, speaker: Speaker) -> Speaker:
    """The outlet where the speaker is its own work ("a report from Reuters"), else the paper that it only has."""
    mention = speaker.mention
    at, outlet = next((o for o in outlets if mention and mention.covers(o[0])), (None, ""))
    if mention is None or at is None or speaker.kind not in ("organisation", "group"):
        return speaker
    link = _publishing_words(text, mention, at)
    if link is None:
        return replace(speaker, name=outlet, kind="organisation", country="")
    paper = _LEADING.sub("", text[mention.start : link].strip(" ,\xa0"))
    return replace(speaker, name=paper or speaker.name, kind="group" if paper else speaker.kind, country="")


def _publishing_words(text: str, mention: Span, outlet: Span) -> int | None:
    """Where the words begin that say an outlet has a paper, or published it; None where it made it."""
    before = _HAS.search(text, mention.start, outlet.start)
    if before and before["verb"].lower() not in _MADE:
        return before.start()
    relative = _THAT.search(text, mention.start, outlet.start)
    after = _HAS_SEEN.match(text, outlet.end, mention.end) if relative else None
    return relative.start() if relative and after and after["verb"].lower() not in _MADE else None
