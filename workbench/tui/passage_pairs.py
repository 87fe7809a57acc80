"""Two articles in step: which passage of one tells what which passage of the other tells. Pure.

Passages go together that are phrasings of one fact, and sentences that are near copies of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from workbench.model import Span
from workbench.tui.evidence import Page
from workbench.tui.sanitizing import clean
from workbench.tui.widgets import text_layout
from workbench.views import Highlight

ALIKE = 80
"""How alike two sentences are (of 100, whatever the order of their words) that go together."""
_WORDS = 6
_SENTENCES = 1_500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that tell the same."""

    left: Span
    right: Span
    fact_id: str
    """"" for sentences that are alike."""

    def on(self, side: int) -> Span:
        """The passage on the left (0) or right (1)."""
        return self.right if side else self.left


def pairs(left: Page, right: Page) -> list[Pair]:
    """What two articles share, in the order of the left one."""
    facts = _facts(left.highlights), _facts(right.highlights)
    found = [Pair(span, facts[1][id], id) for id, span in facts[0].items() if id in facts[1]]
    for pair in _alike(left.row.value.text, right.row.value.text):
        if not any(pair.left.overlaps(known.left) or pair.right.overlaps(known.right) for known in found):
            found.append(pair)
    return sorted(found, key=lambda pair: (pair.left.start, pair.right.start))


def marks(found: Sequence[Pair], side: int) -> tuple[Highlight, ...]:
    """The pairs as marks of one side."""
    return tuple(Highlight(pair.on(side), "fact", pair.fact_id) for pair in found)


def pair_at(found: Sequence[Pair], side: int, span: Span) -> int | None:
    """The number of the pair that a passage of one side belongs to."""
    over = [n for n, pair in enumerate(found) if pair.on(side).overlaps(span)]
    return min(over, key=lambda n: abs(found[n].on(side).start - span.start), default=None)


def _facts(highlights: Sequence[Highlight]) -> dict[str, Span]:
    """Fact -> its first passage."""
    spans: dict[str, Span] = {}
    for mark in highlights:
        if mark.kind == "fact":
            spans[mark.id] = min(spans.get(mark.id, mark.span), mark.span, key=lambda span: span.start)
    return spans


def _alike(left: str, right: str) -> list[Pair]:
    """Sentences that are near copies, each in one pair at most."""
    import numpy as np  # here, since the desk starts a tenth of a second sooner without it

    ours, theirs = _sentences(left), _sentences(right)
    if not ours or not theirs:
        return []
    texts = [[span.of(text).casefold() for span in spans] for text, spans in ((left, ours), (right, theirs))]
    scores = process.cdist(*texts, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.uint8)
    found, used = [], set()
    for row in range(len(ours)):
        best = int(scores[row].argmax())
        if scores[row, best] >= ALIKE and best not in used and int(scores[:, best].argmax()) == row:
            used.add(best)
            found.append(Pair(ours[row], theirs[best], ""))
    return found


def _sentences(text: str) -> list[Span]:
    return [span for span in text_layout.sentences(clean(text)) if span.of(text).count(" ") >= _WORDS - 1][:_SENTENCES]
