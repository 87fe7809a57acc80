"""The sentence around a passage, as its signs show it: for what has a text and a place in it, but no parse."""

from __future__ import annotations

import re

from workbench.model import Span

REACH = 300
"""Characters to either side of a passage that are looked at."""
_SHORTENED = "".join(
    rf"(?<!\b{word})" for word in "Mr Mrs Ms Dr St Gen Sen Rep Gov Lt Col Capt Sgt Adm Rev Prof Pres".split()
)
_BORDER = re.compile(rf"(?:(?<!\b[A-Z]){_SHORTENED}[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+)")


def sentence_around(text: str, span: Span) -> tuple[str, Span]:
    """The sentence that holds a passage, at most REACH characters to either side, and the passage's place in it.

    A passage that runs over several sentences is taken with the rest of the first and of the last.
    """
    low = max(0, span.start - REACH)
    borders = (found.end() for found in _BORDER.finditer(text, low, min(len(text), span.start + 1)))
    start = max((at for at in borders if at <= span.start), default=low)
    high = min(len(text), span.end + REACH)
    after = _BORDER.search(text, max(span.end - 1, 0), high)
    end = after.end() if after else high
    sentence = text[start:end].rstrip()
    if start + len(sentence) < span.end:
        sentence = text[start : span.end]
    return sentence, Span(span.start - start, span.end - start)
