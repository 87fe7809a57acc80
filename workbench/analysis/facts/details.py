"""Details that an editor would point out where another report of the same lacks them.

One decision: which these are is known by how they begin ("including", "if", "on condition of anonymity") or, of a toll,
by its number and its dead; anything else that one report has more than another may be only where it was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.analysis.facts.amounts import Amount
from workbench.model import Span

TOLL = "toll"
"""With it begins the value of a detail that says how many were killed ("toll dead"), hurt ("toll hurt") or both."""
_OPENED = re.compile(
    r"\b(?:(?P<part>including|especially|particularly)|(?P<condition>if|unless|as long as|provided that)"
    r"|(?P<anonymity>(?:speaking|spoke|spoken)?\s*on (?:the )?condition of anonymity))\b[^,;:.!?—–“”\"]*",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:(?P<dead>dead|lives|kill(?:ed|ing|s)|died|deaths)|(?P<hurt>wounded|injured|hurt)|casualties)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;:.]\s|\band\b|\d")
_NEAR = 28
"""How many characters before or after a number its dead may stand."""
_LEAST = 2


def find_details(text: str, amounts: list[tuple[Amount, Span]]) -> Iterator[tuple[str, Span]]:
    """What sort of detail, and the words of it."""
    for match in _OPENED.finditer(text):
        words = match.group().strip()
        if len(words.split()) > _LEAST or match.lastgroup == "anonymity":
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield str(match.lastgroup), Span(start, start + len(words))
    for amount, span in amounts:
        if not amount.unit and (whom := toll_of(text, span)) is not None:
            yield f"{TOLL} {whom}".rstrip(), span


def toll_of(text: str, number: Span) -> str | None:
    """Whom a number counts: the "dead", the "hurt", "" for both; None where it counts no harm."""
    after, before = text[number.end : number.end + _NEAR], text[max(0, number.start - _NEAR) : number.start]
    for part in (_PARTS.split(after)[0], _PARTS.split(before)[-1]):
        if found := _HARM.search(part):
            return found.lastgroup or ""
    return None


def toll_phrase(text: str, number: Span) -> Span:
    """A number with the dead or hurt that it counts, in the same few words: "23 people killed", "killed 23"."""
    after = _HARM.search(_PARTS.split(text[number.end : number.end + _NEAR])[0])
    if after:
        return Span(number.start, number.end + after.end())
    before = _PARTS.split(text[max(0, number.start - _NEAR) : number.start])[-1]
    found = _HARM.search(before)
    return Span(number.start - len(before) + found.start(), number.end) if found else number
