"""The phrasing diff as text: a phrasing with its differing words marked, all in one, and the differences named. Pure.

What is alike is dimmed, not what differs; `⟦ ⟧` says without colour what the tint says with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model import Difference, Phrasing, Reading, Span
from workbench.tui import wording
from workbench.tui.sanitizing import clean, one_line
from workbench.views import Column, Comparison

Part = tuple[str, str]

ALIKE = "$quiet"
DIFFERS = "bold $foreground on $mark-fact"
NOTHING = "—"
_LONGEST = 66
"""So many characters of what is read fit into two lines of its column."""
IN_HAND = "bold $mark-proof-text on $mark-proof"


def locate(reading: Reading, phrasing: Phrasing) -> Span | None:
    """Where a reading stands in its phrasing's text, whether its span counts from the phrasing or from the article."""
    text = phrasing.text
    if reading.span is not None:
        for shift in (0, phrasing.span.start):
            span = Span(reading.span.start - shift, reading.span.end - shift)
            if 0 <= span.start < span.end <= len(text) and (span.of(text) == reading.text or not reading.text):
                return span
    at = text.find(reading.text) if reading.text else -1
    return Span(at, at + len(reading.text)) if at >= 0 else None


def phrasing_parts(column: Column, in_hand: Difference | None) -> list[Part]:
    """One phrasing with its differing words marked, those of the difference in hand most of all."""
    text = column.phrasing.text
    marks = [(span, DIFFERS) for span, _ in column.marks]
    if in_hand is not None:
        readings = (r for r in in_hand.readings if r.article_id == column.phrasing.article_id)
        spots = [spot for reading in readings if (spot := locate(reading, column.phrasing))]
        marks = [(span, style) for span, style in marks if not any(span.overlaps(s) for s in spots)]
        marks += [(spot, IN_HAND) for spot in spots]
    return marked(text, marks)


def marked(text: str, marks: Iterable[tuple[Span, str]]) -> list[Part]:
    """A text with the marks in brackets and styles; marks that overlap are cut where the earlier ends."""
    parts: list[Part] = []
    at = 0
    for span, style in sorted(marks, key=lambda mark: mark[0]):
        start, end = max(at, span.start), min(span.end, len(text))
        if start >= end:
            continue
        parts += [(clean(text[at:start]), ALIKE), (f"⟦{clean(text[start:end])}⟧", style)]
        at = end
    return [*parts, (clean(text[at:]), ALIKE)]


def around(column: Column) -> tuple[str, str]:
    """What stands before and after a phrasing in its sentence."""
    context, text = clean(column.context), clean(column.phrasing.text)
    before, found, after = context.partition(text)
    return (before, after) if found else ("", "")


def outlets(comparison: Comparison) -> dict[str, str]:
    """Article id -> what its column is called."""
    return {column.phrasing.article_id: wording.outlet(column.head) for column in comparison.columns}


def shortened(words: str) -> str:
    """Words as a list names them: the whole of what is long stands above, in its phrasing."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[: words.rfind(' ', 0, _LONGEST) if ' ' in words[:_LONGEST] else _LONGEST].rstrip(' ,;:')} …"


def readings(difference: Difference, comparison: Comparison) -> list[tuple[str, list[str]]]:
    """What is read, and in which outlets; the words that most have first."""
    from workbench.analysis.facts.readings import group_readings  # the desk starts without it

    names = outlets(comparison)
    found = []
    for words, articles in group_readings(difference):
        group = list(dict.fromkeys(names[id] for id in articles if names.get(id)))
        found.append((shortened(one_line(words)) or NOTHING, group))
    return sorted(found, key=lambda item: (item[0] == NOTHING, -len(item[1])))
