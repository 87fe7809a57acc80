"""How the parse sees each word, and the way from a cue's words to every other: what the model is told of it.

Where a content ends is mostly where a constituent ends, and who speaks is mostly the subject. A small encoder learns
little of that from one corpus, and the parser, which reads every article anyhow, knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
"""The relations of the ClearNLP scheme that spaCy's English models use; a piece's label is a place in this list."""
_GROUPS = (
    "nsubj nsubjpass csubj csubjpass expl", "ccomp pcomp", "xcomp", "dobj attr oprd acomp dative pobj",
    "prep agent prt", "advcl advmod npadvmod", "aux auxpass neg mark cc punct intj det case preconj predet", "conj",
    "acl relcl appos amod compound nmod nummod quantmod poss", "parataxis meta dep",
)  # fmt: skip
SUBJECT = 1
BELOW = len(_GROUPS) + 1
"""Below the cue, but below none of its words' other children."""
CUE = BELOW + 1
ABOVE, LEVELS = CUE + 1, 3
"""For each level above the cue: the word there, what is below its subject, and the rest below it."""
ELSEWHERE = ABOVE + 3 * LEVELS
PATHS = ELSEWHERE + 1
"""0 is for words whose parse is not known."""
_GROUP_OF = np.array(
    [next((n for n, names in enumerate(_GROUPS, 1) if label in names.split()), BELOW) for label in LABELS]
)
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Syntax:
    """The parse of a text, an entry for each word."""

    starts: Ints
    """Where in the text each word begins."""
    heads: Ints
    """A root is its own head."""
    left: Ints
    right: Ints
    """The first and the last word of what is below each."""
    labels: Ints
    """Each word's relation to its head, by its place in LABELS."""

    def words(self, starts: Ints) -> Ints:
        """The word that holds each of these characters."""
        return np.maximum(np.searchsorted(self.starts, starts, side="right") - 1, 0)

    def paths(self, words: Ints, first: int, past: int) -> Ints:
        """The class, 0 to PATHS - 1, of the way to each of `words` from the cue at words `first` to `past`, exclusive.

        The words must be in text order.
        """
        low, high = int(words[0]), int(words[-1]) + 1
        out = np.full(high - low, ELSEWHERE)

        def fill(left: int, right: int, kind: int) -> None:
            out[max(left - low, 0) : max(right + 1 - low, 0)] = kind

        top = max(range(first, past), key=lambda at: self.right[at] - self.left[at])
        for level, at in reversed(list(enumerate(self._above(top)))):
            kind = ABOVE + 3 * min(level, LEVELS - 1)
            fill(self.left[at], self.right[at], kind + 2)
            for child in self._children(at):
                if _GROUP_OF[self.labels[child]] == SUBJECT:
                    fill(self.left[child], self.right[child], kind + 1)
            fill(at, at, kind)
        fill(self.left[top], self.right[top], BELOW)
        below = [c for at in range(first, past) for c in self._children(at) if not first <= c < past]
        for child in sorted(below, key=lambda c: self.left[c] - self.right[c]):
            fill(self.left[child], self.right[child], int(_GROUP_OF[self.labels[child]]))
        fill(first, past - 1, CUE)
        found: Ints = out[words - low]
        return found

    def _above(self, at: int) -> Iterator[int]:
        while self.heads[at] != at:
            at = int(self.heads[at])
            yield at

    def _children(self, at: int) -> list[int]:
        left = int(self.left[at])
        found = np.flatnonzero(self.heads[left : int(self.right[at]) + 1] == at) + left
        return [c for c in found.tolist() if c != at]


def doc_syntax(doc: Doc) -> Syntax:
    """The parse of a document."""
    from spacy.attrs import DEP, HEAD, IDX

    if not len(doc):
        return NO_SYNTAX
    found = doc.to_array([IDX, HEAD, DEP])
    known = {doc.vocab.strings[label]: at for at, label in enumerate(LABELS)}
    labels = np.array([known.get(label, 0) for label in found[:, 2].tolist()], dtype=np.int64)
    left = np.array([token.left_edge.i for token in doc], dtype=np.int64)
    right = np.array([token.right_edge.i for token in doc], dtype=np.int64)
    starts, heads = found[:, 0].astype(np.int64), found[:, 1].astype(np.int64) + np.arange(len(doc))
    return Syntax(starts, heads, left, right, labels)


_EMPTY = np.zeros(0, dtype=np.int64)
NO_SYNTAX = Syntax(_EMPTY, _EMPTY, _EMPTY, _EMPTY, _EMPTY)
"""The parse of an empty text."""
