"""What of an article a credit is for.

One decision: a credit within a sentence ("..., Reuters reported") is for that sentence and for what follows in the same
quotation or goes back to the outlet ("The newspaper added ..."); only a dateline or a line of its own is for more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from workbench.analysis.text.sentences import sentence_spans
from workbench.model import Span

CreditKind = Literal["dateline", "source line", "after paragraph", "sentence"]
"""Where a credit stands."""
HEAD_LINES = 4
"""Among so many lines at the beginning a dateline or "Source: ..." is for the whole article, at its end the latter."""
MAX_FOLLOWING = 4
"""So many sentences after that of a credit may go back to it."""
_PRESS = (
    r"(?:news)?paper|daily|weekly|tabloid|broadsheet|broadcaster|magazine|network|channel|station|outlet|website|"
    r"(?:news |wire )?(?:agency|service|site)|report"
)
_GOES_BACK = re.compile(
    rf"\W{{0,2}}(?:(?:The|That|This|Its) (?:\w+ )?(?:{_PRESS})(?:’s|'s)? |It (?:also |later |further )?"
    rf"(?:reported|reports|wrote|quoted|cited|added) )|.*\b(?:according to|citing|told) the (?:\w+ )?(?:{_PRESS})\b"
)


class CreditScopes:
    """The passages of one text that credits at its places are for; `datelines`: where those that credit begin."""

    def __init__(self, text: str, datelines: Sequence[int]) -> None:
        self._text = text
        self._datelines = datelines
        self._sentences = sentence_spans(text)
        self._starts = [span.start for span in self._sentences]
        self._ends: dict[int, int] = {}
        self._lines = [0, *(m.end() for m in re.finditer(r"\n+", text))]

    def passage(self, credit: Span, kind: CreditKind) -> Span:
        """What a credit is for."""
        if kind == "sentence":
            return self._sentence(credit)
        line = bisect_right(self._lines, credit.start) - 1
        if kind == "dateline":
            return self._item(credit, line)
        if kind == "source line" and (line < HEAD_LINES or line >= len(self._lines) - HEAD_LINES):
            return Span(0, len(self._text))
        begun = self._text[self._lines[line] : credit.start].strip(" (") != "" and kind == "after paragraph"
        return Span(self._lines[line if begun else max(0, line - 1)], credit.end)

    def _item(self, credit: Span, line: int) -> Span:
        """From a dateline to the next; from the beginning where it stands at the head."""
        number = bisect_right(self._datelines, credit.start)
        start = 0 if number <= 1 and line < HEAD_LINES else self._lines[line]
        if number >= len(self._datelines):
            return Span(start, len(self._text))
        return Span(start, self._lines[bisect_right(self._lines, self._datelines[number]) - 1])

    def _sentence(self, credit: Span) -> Span:
        first = max(0, bisect_right(self._starts, credit.start) - 1)
        last = max(first, bisect_right(self._starts, credit.end - 1) - 1)
        if last not in self._ends:
            self._ends[last] = self._end_of_credited(last)
        return Span(self._sentences[first].start, self._ends[last])

    def _end_of_credited(self, credited: int) -> int:
        """Where the last sentence ends that goes back to a credit in this one."""
        open_quotation, last = _leaves_open(self._sentences[credited].of(self._text), False), credited
        for place in range(credited + 1, min(credited + 1 + MAX_FOLLOWING, len(self._sentences))):
            words = self._sentences[place].of(self._text)
            if not (open_quotation or _GOES_BACK.match(words)):
                break
            open_quotation, last = _leaves_open(words, open_quotation), place
        return self._sentences[last].end


def _leaves_open(words: str, before: bool) -> bool:
    """Whether a quotation is open after these words."""
    opened, closed = words.rfind("“"), words.rfind("”")
    if opened != closed:
        return opened > closed
    return before != (words.count('"') % 2 == 1)


def joined(passages: Iterable[Span]) -> tuple[Span, ...]:
    """Passages in order, those that overlap as one."""
    found: list[Span] = []
    for passage in sorted(passages):
        if found and passage.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, passage.end))
        else:
            found.append(passage)
    return tuple(found)
