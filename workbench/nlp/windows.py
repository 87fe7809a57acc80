"""Text cut into windows of word pieces, the encoder's input.

Windows are groups of whole paragraphs with a separator between them, so that a speaker named in one paragraph is in
sight in the next. The encoder's vocabulary has no capitals and many outlets' quotation marks confuse it, so each piece
also says how it is written, whether it stands within quotation marks, and what its word is in the sentence. Training
and run time share this file, since a tagger only works on the windows it was trained on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.nlp import quotation_marks
from workbench.nlp.syntax_features import Syntax

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 256
CLS, SEP, MASK = 101, 102, 103
FORMS = 6
"""Lower case or no letter, capital first, all capitals; and the same three within quotation marks."""
_PARAGRAPH = re.compile(r"[^\n]+")
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of one stretch of text, without the two special pieces around them."""

    ids: list[int]
    forms: list[int]
    """How each piece is written: 0 to FORMS - 1."""
    offsets: list[tuple[int, int]]
    """The span of each piece in the whole text."""
    syntax: Syntax
    """Of the whole text."""
    words: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """The word of `syntax` that each piece is of."""

    @property
    def model_ids(self) -> list[int]:
        """The pieces between the special ones, as the encoder wants them."""
        return [CLS, *self.ids, SEP]

    @property
    def model_forms(self) -> list[int]:
        """The forms of `model_ids`."""
        return [0, *self.forms, 0]

    @property
    def model_labels(self) -> list[int]:
        """What the words of `model_ids` are in their sentences, by their places in `syntax.LABELS`."""
        return [0, *self.syntax.labels[self.words].tolist(), 0]

    def paths(self, first: int, past: int) -> Ints:
        """The class of the way to each piece from the cue at pieces `first` to `past`, exclusive."""
        return self.syntax.paths(self.words, int(self.words[first]), int(self.words[past - 1]) + 1)


def split_windows(text: str, syntax: Syntax, tokenizer: Tokenizer, size: int = WINDOW, first: int = 0) -> list[Window]:
    """Cut `text` into windows of at most `size` pieces, special pieces included, in text order.

    `syntax` is the parse of the same text. `first`, when given, is the size of the first window: training cuts the
    same text at other places in each epoch.
    """
    within = _quotation_test(text)
    out: list[Window] = []
    room = (first or size) - 2
    now = Window([], [], [], syntax)
    for match in _PARAGRAPH.finditer(text):
        start = match.start()
        encoded = tokenizer.encode(match.group(), add_special_tokens=False)
        if now.ids and len(now.ids) + 1 + len(encoded.ids) > room:
            out.append(now)
            now, room = Window([], [], [], syntax), size - 2
        elif now.ids:
            _add(now, SEP, 0, (start - 1, start))
        for piece, (a, b) in zip(encoded.ids, encoded.offsets, strict=True):
            if len(now.ids) == room:
                out.append(now)
                now, room = Window([], [], [], syntax), size - 2
            _add(now, piece, _form(text[start + a : start + b]) + 3 * within(start + a), (start + a, start + b))
    return [_with_words(w) for w in ([*out, now] if now.ids else out)]


def _with_words(window: Window) -> Window:
    starts = np.array([start for start, _ in window.offsets], dtype=np.int64)
    return replace(window, words=window.syntax.words(starts))


def _add(window: Window, piece: int, form: int, span: tuple[int, int]) -> None:
    window.ids.append(piece)
    window.forms.append(form)
    window.offsets.append(span)


def _form(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _quotation_test(text: str) -> Callable[[int], bool]:
    spans = quotation_marks.quoted_spans(text)
    starts = [s.start for s in spans]

    def inside(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and at < spans[i].end

    return inside
