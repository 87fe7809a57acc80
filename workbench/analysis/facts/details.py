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
"""The value of a detail that says how many were killed or hurt."""
_OPENED = re.compile(
    r"\b(?:(?P<part>including|especially|particularly)|(?P<condition>if|unless|as long as|provided that)"
    r"|(?P<anonymity>(?:speaking|spoke|spoken)?\s*on (?:the )?condition of anonymity))\b[^,;:.!?—–“”\"]*",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|lives|kill(?:ed|ing|s)|died|deaths|wounded|injured|hurt|casualties)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;:.]\s")
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
        before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        around = _PARTS.split(before)[-1], _PARTS.split(after)[0]
        if not amount.unit and any(_DEAD.search(part) for part in around):
            yield TOLL, span
