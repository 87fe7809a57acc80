"""What changed between two versions of an article, by sentences (the edits of NewsEdits, Spangher et al., 2022).

Sentences that stayed hold the alignment; between them, sentences that share most of their words are one edited
sentence, and the rest was added or deleted. What is typography alone is no edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from workbench.analysis.text.sentences import sentence_spans
from workbench.analysis.text.typography import normalize_typography
from workbench.model import Span
from workbench.views import SentenceEdit

SAME_SENTENCE = 55.0
"""rapidfuzz token_sort_ratio from which two sentences are one, edited."""


def sentence_edits(old: str, new: str) -> tuple[SentenceEdit, ...]:
    """Every sentence that was added, deleted or edited, in the order of the new text."""
    before, after = sentence_spans(old), sentence_spans(new)
    words = [[normalize_typography(span.of(text)) for span in spans] for text, spans in ((old, before), (new, after))]
    out: list[SentenceEdit] = []
    deleted: list[int] = []
    added: list[int] = []
    for op in Indel.opcodes(*words):
        if op.tag == "equal":
            out += _paired(deleted, added, words, before, after)
            deleted, added = [], []
        deleted += range(op.src_start, op.src_end) if op.tag == "delete" else ()
        added += range(op.dest_start, op.dest_end) if op.tag == "insert" else ()
    return (*out, *_paired(deleted, added, words, before, after))


def _paired(
    deleted: Sequence[int],
    added: Sequence[int],
    words: Sequence[Sequence[str]],
    before: Sequence[Span],
    after: Sequence[Span],
) -> Iterator[SentenceEdit]:
    """Pair sentences that went with those that came, in order."""
    left = list(deleted)
    for there in added:
        likeness = [fuzz.token_sort_ratio(words[0][here], words[1][there]) for here in left]
        best = max(range(len(left)), key=likeness.__getitem__, default=None)
        if best is None or likeness[best] < SAME_SENTENCE:
            yield SentenceEdit("added", None, after[there])
            continue
        yield from (SentenceEdit("deleted", before[here], None) for here in left[:best])
        yield SentenceEdit("edited", before[left[best]], after[there])
        del left[: best + 1]
    yield from (SentenceEdit("deleted", before[here], None) for here in left)
