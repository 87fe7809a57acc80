"""Where the mention of a speaker begins and ends: without marks, datelines and headlines, with its own points."""

from __future__ import annotations

import re
from functools import cache

from workbench.analysis.text.lexicon import state_names
from workbench.model import Span

_DATELINE = re.compile(r"[A-Z][A-Z .,/]{2,40}(?:\([^)\n]{1,30}\))?\s*[-–—]\s+")
_EDGE = " \t\n,;:.-–—“”„«»「」『』\"‘’'`()"
_SPEAKS_FOR = r"\b(?:R|D|I|Rep|Dem|Ind)[-–.\s]{1,2}"
"""Party and state of a lawmaker: "R-Wis."."""


def trimmed_span(text: str, span: Span) -> Span:
    """The span without the marks and blanks at its ends, and without a headline that ran into it."""
    start, end = max(span.start, text.rfind("\n", span.start, span.end) + 1), span.end
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and text[end - 1] not in ")" and not _closes(text[start:end]):
        end -= 1
    end += text[end : end + 1] in ('"', "”", "’") and not _closes(text[start:end]) and _closes(text[start : end + 1])
    end += text[end : end + 1] == "." and _abbreviated().search(text, max(start, end - 30), end) is not None
    return _with_whole_bracket(text, Span(start, end)) if start < end else span


def _with_whole_bracket(text: str, span: Span) -> Span:
    """The span with the end of the bracket that it leaves open, or without that bracket."""
    said = span.of(text)
    if said.count("(") <= said.count(")"):
        return span
    if text[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    kept = said[: said.rindex("(")].rstrip(_EDGE)
    return Span(span.start, span.start + len(kept)) if kept else span


def _closes(text: str) -> bool:
    """Whether a text ends in the second mark of a pair: 'the call sign "Wolf"'."""
    last = text[-1]
    return text.count(last) % 2 == 0 if last in "\"'" else {"”": "“", "’": "‘"}.get(last, "\n") in text


@cache
def _abbreviated() -> re.Pattern[str]:
    """The end of words that have a point of their own."""
    states = "|".join(re.escape(s.rstrip(".")) for s in state_names()["short"])
    return re.compile(rf"(?:\b(?:[A-Z]\.)+[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|S\.p\.A)|{_SPEAKS_FOR}(?:{states}))\Z")
