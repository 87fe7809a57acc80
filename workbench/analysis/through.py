"""Whom words came through: the outlet they were told to, or that reports what somebody else said.

"According to Reuters, sources said ..." has two links: nobody that can be named, and Reuters, from whom it is known.
The speaker of a quote is who said it; the outlet stands beside, as the quote's `via`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.analysis.credits import within_sentence
from workbench.model import Span, Speaker

Outlets = Sequence[tuple[Span, str]]
"""Where a text credits outlets, as `credits.outlets` finds them."""
_TOLD = re.compile(r"^[ \xa0]+(?:(?:the|a|an) )?((?:[A-Z][\w'’&.-]*)(?:[ \xa0][A-Z][\w'’&.-]*){0,3})")
_ACCORDING = re.compile(r"\b(?:according to|quoted by|cited by|citing)\s+(?:[\w-]+\s+){0,5}\Z", re.I)
_CUES = re.compile(r"\b(told|tells|telling|spoke to|speaking to|interview with|statement to)\b")


def told(text: str, cue: Span, speakers: Sequence[Speaker]) -> str:
    """The outlet or body the words were given to, right after the cue: "told Reuters"; "" when none is."""
    match = _CUES.search(text, max(0, cue.start - 1), cue.end)
    after = _TOLD.match(text[cue.end : cue.end + 80]) if match else None
    name = within_sentence(after[1]).rstrip(".") if after else ""
    if name and name not in {s.mention_text for s in speakers}:
        return name.removesuffix("'s").removesuffix("’s")
    within = re.search(r"\btold ((?:[A-Z][\w&.-]+ ?){1,4})$", cue.of(text))
    return within[1].strip() if within else ""


def reported(text: str, outlets: Outlets, sentence: Span, taken: Sequence[Span]) -> str:
    """The outlet that a sentence goes back to, outside of `taken`: contents, and sources of quotes; "" when none."""
    for span, name in outlets:
        free = sentence.covers(span) and not any(t.overlaps(span) for t in taken)
        if free and _ACCORDING.search(text, sentence.start, span.start):
            return name
    return ""


def within(outlets: Outlets, span: Span) -> str:
    """The outlet that is credited within a span, or ""."""
    return next((name for at, name in outlets if span.covers(at)), "")


def named(outlets: Outlets, speaker: Speaker) -> Speaker:
    """The outlet itself where a speaker is what it published: "a report from Reuters" is Reuters."""
    outlet = within(outlets, speaker.mention) if speaker.mention else ""
    if not outlet or speaker.kind not in ("organisation", "group"):
        return speaker
    return replace(speaker, name=outlet, kind="organisation", country="")
